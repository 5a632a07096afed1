use super::CanonicalAddress;
use domain::{AddressError, EmailAddress};
use email_addresses::{Judge, Row, Verdict, rows};
use proptest::prelude::*;

fn canonical(typed: &str) -> Result<CanonicalAddress, AddressError> {
    CanonicalAddress::new(EmailAddress::parse(typed)?)
}

/// Uses the same table as the tests of the parser.
#[test]
fn mailbox_and_identity_are_those_of_the_table() {
    let mut wrong = Vec::new();
    for Row { typed, verdict, source } in rows() {
        let judged = match EmailAddress::parse(&typed) {
            Ok(address) => CanonicalAddress::new(address).map_err(|reason| (Judge::Server, format!("{reason:?}"))),
            Err(reason) => Err((Judge::Parser, format!("{reason:?}"))),
        };
        let forms = judged.map(|address| [address.typed().as_str(), &address.recipient(), address.normalized()].map(str::to_owned));
        let expected = match verdict {
            Verdict::Taken(forms) => Ok(forms),
            Verdict::Refused(judge, reason) => Err((judge, reason.to_owned())),
        };
        if forms != expected {
            wrong.push(format!("{typed:?}: {forms:?} and not {expected:?} ({source})"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn is_masked_when_printed() {
    let address = canonical("somebody@example.org").expect("valid");
    assert_eq!(format!("{address:?}"), "CanonicalAddress(s…@example.org)");
}

proptest! {
    #[test]
    fn the_mailbox_of_a_mailbox_is_itself(typed in "[\\PC]{1,8}@([a-zA-Zäßéøк用]{1,8}\\.){1,3}[a-z]{2,5}") {
        if let Ok(address) = canonical(&typed) {
            let again = canonical(&address.recipient()).expect("a mailbox is an address");
            prop_assert_eq!(again.recipient(), address.recipient());
            prop_assert_eq!(again.normalized(), address.normalized());
        }
    }

    #[test]
    fn the_mailbox_is_one_recipient_in_ascii_after_the_at(typed in "\\PC{1,12}@\\PC{1,12}\\.\\PC{1,5}") {
        if let Ok(address) = canonical(&typed) {
            let recipient = address.recipient();
            let (local, domain) = recipient.split_once('@').expect("an @");
            prop_assert!(domain.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c)), "{}", recipient);
            prop_assert!(!local.contains(|c: char| c.is_whitespace() || c.is_control() || "@,;:<>()\"\\".contains(c)), "{}", recipient);
            prop_assert!(recipient.len() <= EmailAddress::MAX_LENGTH);
        }
    }

    #[test]
    fn the_case_of_ascii_makes_no_other_identity(typed in "[a-zA-Z0-9.+]{1,10}@[a-zA-Z0-9]{1,10}\\.[a-zA-Z]{2,5}") {
        let normalized = |typed: &str| canonical(typed).map(|address| address.normalized().to_owned());
        prop_assert_eq!(normalized(&typed.to_uppercase()), normalized(&typed.to_lowercase()));
    }
}
