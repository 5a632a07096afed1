use super::{AddressError, EmailAddress};
use proptest::prelude::*;

fn parsed(typed: &str) -> Result<String, AddressError> {
    EmailAddress::parse(typed).map(String::from)
}

#[test]
fn takes_addresses_as_people_type_them() {
    for (typed, kept) in [
        ("me@example.org", "me@example.org"),
        ("  me@example.org\n", "me@example.org"),
        ("\u{a0}me@example.org", "me@example.org"),
        ("mailto:me@example.org", "me@example.org"),
        ("MailTo: me@example.org", "me@example.org"),
        ("First.Last+tag@Example.ORG", "First.Last+tag@Example.ORG"),
        ("o'hara!#$%&*-/=?^_`{|}~@example.org", "o'hara!#$%&*-/=?^_`{|}~@example.org"),
        ("me@example.org.", "me@example.org"),
        ("me@bücher.example", "me@bücher.example"),
        ("me@xn--bcher-kva.example", "me@xn--bcher-kva.example"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("mu\u{308}ller@example.org", "mu\u{308}ller@example.org"),
        ("डाटामेल@example.org", "डाटामेल@example.org"),
        ("ｍｅ＠ｅｘａｍｐｌｅ．ｏｒｇ", "me@example.org"),
        ("me@例子。广告", "me@例子.广告"),
        ("1@2.example", "1@2.example"),
    ] {
        assert_eq!(parsed(typed).as_deref(), Ok(kept), "{typed:?}");
    }
}

#[test]
fn refuses_with_the_reason() {
    for (typed, reason) in [
        ("", AddressError::Empty),
        ("   ", AddressError::Empty),
        ("mailto:", AddressError::Empty),
        ("me", AddressError::NoAt),
        ("me.example.org", AddressError::NoAt),
        ("@example.org", AddressError::NoLocalPart),
        ("me@", AddressError::NoDomain),
        ("me@you@example.org", AddressError::Several),
        ("a@example.org,b@example.org", AddressError::Several),
        ("a@example.org; b@example.org", AddressError::Several),
        ("a@example.org b@example.org", AddressError::Blank),
        ("m e@example.org", AddressError::Blank),
        ("a@example.org\nb@example.org", AddressError::Control),
        ("a@example.org\r\nBcc: b@example.org", AddressError::Control),
        ("me\0@example.org", AddressError::Control),
        ("me@exa\u{200b}mple.org", AddressError::Control),
        ("\u{202e}em@example.org", AddressError::Control),
        ("\"me\"@example.org", AddressError::Quoted),
        ("me(comment)@example.org", AddressError::Comment),
        ("Me <me@example.org>", AddressError::Character),
        ("<me@example.org>", AddressError::Character),
        ("me\\@example.org", AddressError::Character),
        ("@relay.example:me@example.org", AddressError::Character),
        ("me[1]@example.org", AddressError::Character),
        (".me@example.org", AddressError::Dot),
        ("me.@example.org", AddressError::Dot),
        ("m..e@example.org", AddressError::Dot),
        ("me@[192.0.2.1]", AddressError::Domain),
        ("me@192.0.2.1", AddressError::Domain),
        ("me@-example.org", AddressError::Domain),
        ("me@example-.org", AddressError::Domain),
        ("me@exa_mple.org", AddressError::Domain),
        ("me@example..org", AddressError::Domain),
        ("me@.example.org", AddressError::Domain),
        ("me@example.org..", AddressError::Domain),
        ("me@localhost", AddressError::IncompleteDomain),
        ("me＠example．org，you＠example．org", AddressError::Several),
    ] {
        assert_eq!(parsed(typed), Err(reason), "{typed:?}");
    }
}

#[test]
fn holds_the_lengths_of_rfc_5321() {
    let local = "l".repeat(64);
    let domain = format!("{}.{}.{}", "d".repeat(63), "d".repeat(63), "d".repeat(61));
    let longest = format!("{local}@{domain}");
    assert_eq!(longest.len(), 254);
    assert_eq!(parsed(&longest), Ok(longest.clone()));
    assert_eq!(parsed(&format!("{longest}d")), Err(AddressError::TooLong));
    assert_eq!(parsed(&format!("l{local}@example.org")), Err(AddressError::TooLong));
    assert_eq!(parsed(&format!("me@{}.org", "d".repeat(64))), Err(AddressError::Domain));
    assert_eq!(parsed(&"a".repeat(1_000_000)), Err(AddressError::TooLong));
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
    fn plain_addresses_are_taken(local in "[a-z0-9]{1,20}(\\.[a-z0-9+_-]{1,20}){0,2}", domain in "[a-z0-9]{1,20}(-[a-z0-9]{1,10})?\\.[a-z]{2,8}") {
        let typed = format!("{local}@{domain}");
        prop_assert_eq!(parsed(&typed), Ok(typed));
    }

    #[test]
    fn nothing_panics(typed in any::<String>()) {
        let _ = parsed(&typed);
    }
}
