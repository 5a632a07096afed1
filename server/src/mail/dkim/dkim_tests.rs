use super::test_keys::{ED25519, RSA_2048};
use super::{Dkim, SigningKey};
use crate::sign_up::Timestamp;

fn dkim(domain: &str, keys: &[(&str, &str)]) -> Dkim {
    let key = |pem: &str| SigningKey::from_pem(pem.as_bytes()).expect("a key");
    Dkim::new(domain.parse().expect("a name"), keys.iter().map(|(selector, pem)| (selector.parse().expect("a name"), key(pem))).collect())
}

#[test]
fn each_key_signs_the_mail_as_it_was() {
    let (message, at) = (b"From: a@example.org\r\n\r\nbody\r\n", Timestamp::from_millis(0));
    let signatures =
        |keys: &[(&str, &str)]| String::from_utf8(dkim("example.org", keys).signatures(message, at).expect("signed")).expect("ASCII");
    let (rsa, ed25519) = (signatures(&[("r", RSA_2048)]), signatures(&[("e", ED25519)]));
    assert_eq!(signatures(&[("r", RSA_2048), ("e", ED25519)]), rsa + &ed25519);
}

#[test]
fn a_sender_of_the_domain_or_next_to_it_is_aligned() {
    let dkim = dkim("mail.example.org", &[]);
    for sender in ["mail.example.org", "MAIL.example.org", "example.org", "a.mail.example.org"] {
        assert!(dkim.is_aligned_with(sender), "{sender}");
    }
    for sender in ["example.com", "email.example.org", "xexample.org", "mail.example.org.example", ""] {
        assert!(!dkim.is_aligned_with(sender), "{sender}");
    }
}

#[test]
fn no_part_of_a_key_is_printed() {
    let printed = format!("{:?}", dkim("example.org", &[("2026", RSA_2048)]));
    assert_eq!(printed, r#"Dkim { domain: "example.org", keys: [("2026", SigningKey(rsa-sha256))] }"#);
}
