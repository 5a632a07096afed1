use super::CanonicalAddress;
use app::domain::{AddressError, EmailAddress};
use proptest::prelude::*;

fn canonical(typed: &str) -> Result<CanonicalAddress, AddressError> {
    CanonicalAddress::new(EmailAddress::parse(typed)?)
}

#[test]
fn mailbox_and_identity_are_as_the_table_says() {
    for (typed, mailbox, identity) in [
        ("me@example.org", "me@example.org", "me@example.org"),
        ("First.Last+Tag@Example.ORG.", "First.Last+Tag@example.org", "first.last+tag@example.org"),
        ("me@bücher.example", "me@xn--bcher-kva.example", "me@xn--bcher-kva.example"),
        ("me@BÜCHER.example", "me@xn--bcher-kva.example", "me@xn--bcher-kva.example"),
        ("me@bu\u{308}cher.example", "me@xn--bcher-kva.example", "me@xn--bcher-kva.example"),
        ("me@XN--BCHER-KVA.example", "me@xn--bcher-kva.example", "me@xn--bcher-kva.example"),
        // Non-transitional, as browsers do it: ß stays ß.
        ("me@faß.example", "me@xn--fa-hia.example", "me@xn--fa-hia.example"),
        ("me@例子。广告", "me@xn--fsqu00a.xn--4rr70v", "me@xn--fsqu00a.xn--4rr70v"),
        ("ｍｅ＠ｅｘａｍｐｌｅ．ｏｒｇ", "me@example.org", "me@example.org"),
        ("me@r3---sn.example", "me@r3---sn.example", "me@r3---sn.example"),
        ("Jörg@example.org", "Jörg@example.org", "jörg@example.org"),
        ("用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v", "用户@xn--fsqu00a.xn--4rr70v"),
        // The Kelvin sign and the long s: the mail goes to whom the identity names.
        ("\u{212a}urt@example.org", "Kurt@example.org", "kurt@example.org"),
        ("\u{17f}am@example.org", "sam@example.org", "sam@example.org"),
        // The dotless and the dotted i of Turkish are letters of their own.
        ("mıke@example.org", "mıke@example.org", "mıke@example.org"),
        ("mİke@example.org", "mİke@example.org", "mi\u{307}ke@example.org"),
    ] {
        let address = canonical(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!((address.mailbox().as_str(), address.identity()), (mailbox, identity), "{typed}");
    }
}

#[test]
fn refuses_what_mail_or_dns_cannot_carry() {
    let long_label = format!("me@{}.example", "ü".repeat(60));
    let long_domain = format!("me@{}example", "bücher.".repeat(20));
    for (typed, error) in [
        ("me@xn--a.example", AddressError::Domain),
        ("me@xn--zzzzzz99999999.example", AddressError::Domain),
        ("me@a\u{2260}b\u{d7}.exa\u{2049}mple", AddressError::Domain),
        ("me@℀.example", AddressError::Domain),
        ("me@𝟙𝟡𝟚.𝟘.𝟚.𝟙", AddressError::Domain),
        ("me@\u{300}a.example", AddressError::Domain),
        (&long_label, AddressError::Domain),
        (&long_domain, AddressError::TooLong),
        ("⑴@example.org", AddressError::Character),
        ("½@example.org", AddressError::Character),
    ] {
        assert_eq!(canonical(typed).map(|address| address.mailbox()), Err(error), "{typed}");
    }
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
            let again = canonical(&address.mailbox()).expect("a mailbox is an address");
            prop_assert_eq!(again.mailbox(), address.mailbox());
            prop_assert_eq!(again.identity(), address.identity());
        }
    }

    #[test]
    fn the_mailbox_is_one_recipient_in_ascii_after_the_at(typed in "\\PC{1,12}@\\PC{1,12}\\.\\PC{1,5}") {
        if let Ok(address) = canonical(&typed) {
            let mailbox = address.mailbox();
            let (local, domain) = mailbox.split_once('@').expect("an @");
            prop_assert!(domain.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c)), "{}", mailbox);
            prop_assert!(!local.contains(|c: char| c.is_whitespace() || c.is_control() || "@,;:<>()\"\\".contains(c)), "{}", mailbox);
            prop_assert!(mailbox.len() <= EmailAddress::MAX_LENGTH);
        }
    }

    #[test]
    fn the_case_of_ascii_makes_no_other_identity(typed in "[a-zA-Z0-9.+]{1,10}@[a-zA-Z0-9]{1,10}\\.[a-zA-Z]{2,5}") {
        let identity = |typed: &str| canonical(typed).map(|address| address.identity().to_owned());
        prop_assert_eq!(identity(&typed.to_uppercase()), identity(&typed.to_lowercase()));
    }
}
