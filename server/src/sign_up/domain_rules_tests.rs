use super::{DomainList, DomainListError, DomainRules};
use crate::sign_up::CanonicalAddress;
use domain::EmailAddress;
use proptest::prelude::*;

fn list(text: &str) -> DomainList {
    text.parse().expect("a list")
}

fn allows(rules: &DomainRules, typed: &str) -> bool {
    rules.allow(&CanonicalAddress::new(EmailAddress::parse(typed).expect("an address")).expect("a domain"))
}

#[test]
fn without_lists_every_domain_is_allowed() {
    assert!(allows(&DomainRules::default(), "me@example.org"));
}

#[test]
fn a_domain_is_blocked_however_it_is_spelled() {
    let blocked = list("# disposable\n\nThrowaway.example\nbücher.example # a comment\r\n*.mail.example\n*.test\n");
    let rules = DomainRules { allowed: None, blocked };
    for typed in [
        "me@throwaway.example",
        "me@THROWAWAY.example.",
        "me@ｔｈｒｏｗａｗａｙ．ｅｘａｍｐｌｅ",
        "me@xn--bcher-kva.example",
        "me@bu\u{308}cher.example",
        "me@a.mail.example",
        "me@b.a.mail.example",
        "me@anything.test",
    ] {
        assert!(!allows(&rules, typed), "{typed}");
    }
    for typed in ["me@example.org", "me@sub.throwaway.example", "me@mail.example", "me@xmail.example", "me@example"] {
        let Ok(address) = EmailAddress::parse(typed) else { continue };
        assert!(allows(&rules, address.as_str()), "{typed}");
    }
}

#[test]
fn a_list_of_allowed_domains_excludes_all_others() {
    let rules = DomainRules { allowed: Some(list("example.org\n*.example.org")), blocked: list("guest.example.org") };
    for (typed, is_allowed) in [
        ("me@example.org", true),
        ("me@staff.example.org", true),
        ("me@guest.example.org", false),
        ("me@example.com", false),
        ("me@notexample.org", false),
        ("me@example.org.example.com", false),
    ] {
        assert_eq!(allows(&rules, typed), is_allowed, "{typed}");
    }
    assert!(!allows(&DomainRules { allowed: Some(list("")), ..rules }, "me@example.org"), "an empty list allows no address");
}

#[test]
fn the_number_of_a_line_that_is_no_domain_is_reported() {
    for (text, line) in
        [("example.org\nme@example.org", 2), ("http://example.org", 1), ("\n\n*", 3), ("a b", 1), ("*.*.example", 1), ("192.0.2.1", 1)]
    {
        assert_eq!(text.parse::<DomainList>(), Err(DomainListError { line }), "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_list_contains_every_domain_it_was_made_of(domains in prop::collection::vec("[a-zA-Z0-9]{1,10}(\\.[a-zA-Z]{2,6}){1,2}", 1..8), text in "\\PC{0,40}\n?\\PC{0,40}") {
        let blocked = list(&domains.join("\n"));
        for domain in &domains {
            let rules = DomainRules { allowed: Some(blocked.clone()), blocked: DomainList::default() };
            let typed = format!("me@{domain}");
            prop_assert!(allows(&rules, &typed), "{}", typed);
        }
        let _ = text.parse::<DomainList>();
    }
}
