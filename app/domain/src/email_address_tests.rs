use super::{AddressError, EmailAddress};
use email_addresses::{Judge, Row, Verdict, rows};
use proptest::prelude::*;

fn parsed(typed: &str) -> Result<String, AddressError> {
    EmailAddress::parse(typed).map(String::from)
}

#[test]
fn the_verdict_on_every_address_is_that_of_the_table() {
    let rows = rows();
    assert!(rows.len() >= 120, "{} addresses", rows.len());
    let mut wrong = Vec::new();
    for Row { typed, verdict, source } in rows {
        let kept = parsed(&typed).map_err(|reason| format!("{reason:?}"));
        let expected = match verdict {
            Verdict::Taken([kept, ..]) => Ok(kept),
            Verdict::Refused(Judge::Parser, reason) => Err(reason.to_owned()),
            Verdict::Refused(Judge::Server, _) => Ok(typed.clone()),
        };
        if kept != expected {
            wrong.push(format!("{typed:?}: {kept:?} and not {expected:?} ({source})"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn is_masked_when_printed() {
    let address = EmailAddress::parse("somebody@example.org").expect("valid");
    assert_eq!(format!("{address:?}"), "EmailAddress(s…@example.org)");
    assert_eq!((address.local(), address.domain()), ("somebody", "example.org"));
}

proptest! {
    #[test]
    fn no_accepted_address_can_become_two(typed in "[a-z@,;:<>()\"\\\\ .\\-\r\n\u{0}\u{a0}\u{ff20}\u{ff0c}é]{0,24}") {
        if let Ok(address) = parsed(&typed) {
            prop_assert_eq!(address.matches('@').count(), 1);
            prop_assert!(!address.contains(|c: char| c.is_control() || c.is_whitespace() || ",;:<>()\"\\".contains(c)));
        }
    }

    #[test]
    fn parsing_twice_changes_nothing(typed in "\\PC{0,12}@\\PC{1,12}\\.[a-z]{2,5}") {
        if let Ok(once) = parsed(&typed) {
            prop_assert_eq!(parsed(&once), Ok(once));
        }
    }

    #[test]
    fn plain_addresses_are_accepted(local in "[a-z0-9]{1,20}(\\.[a-z0-9+_-]{1,20}){0,2}", domain in "[a-z0-9]{1,20}(-[a-z0-9]{1,10})?\\.[a-z]{2,8}") {
        let typed = format!("{local}@{domain}");
        prop_assert_eq!(parsed(&typed), Ok(typed));
    }

    #[test]
    fn no_text_panics_the_parser(typed in any::<String>()) {
        let _ = parsed(&typed);
    }
}
