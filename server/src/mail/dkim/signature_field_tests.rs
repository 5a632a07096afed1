use super::{LINE, SIGNED, SignatureField, signed_fields, signed_names};
use crate::mail::dkim::canonicalization::{body_hash, relaxed_field, split_message};
use crate::mail::dkim::test_keys::ED25519;
use crate::mail::dkim::{DnsName, SigningKey};
use crate::sign_up::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

fn written(algorithm: &str, selector: &str, signature: &[u8]) -> String {
    let (domain, selector): (DnsName, DnsName) = ("example.org".parse().expect("a name"), selector.parse().expect("a name"));
    let (header, body) = split_message(b"From: a@example.org\r\nTo: b@example.org\r\n\r\nbody\r\n");
    let at = Timestamp::from_millis(1_763_906_400_999);
    SignatureField::new(algorithm, &domain, &selector, at, &header, &body_hash(body)).with_signature(signature)
}

/// The message, the field and the signature of RFC 8463, appendix A.3.
#[test]
fn an_rfc_s_message_gets_the_rfc_s_signature() {
    let message = b"From: Joe SixPack <joe@football.example.com>\r\nTo: Suzie Q <suzie@shopping.example.net>\r\n\
        Subject: Is dinner ready?\r\nDate: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n\
        Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\r\n\
        Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    let text = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n \
        q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n \
        bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=";
    let (header, body) = split_message(message);
    assert_eq!(STANDARD.encode(body_hash(body)), "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    let mut signed = signed_fields(&header, &["from", "to", "subject", "date", "message-id", "from", "subject", "date"]);
    signed.extend(relaxed_field(text.as_bytes()));
    let signature = SigningKey::from_pem(ED25519.as_bytes()).expect("a key").sign(&signed).expect("signed");
    let expected = "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";
    assert_eq!(STANDARD.encode(signature), expected);
}

#[test]
fn every_signed_name_is_listed_once_more_than_it_is_there() {
    let (header, _) = split_message(b"Subject: a\r\nX-Other: b\r\nFROM : c\r\nsubject: d\r\n\r\n");
    let names = signed_names(&header);
    let count = |wanted: &str| names.iter().filter(|name| **name == wanted).count();
    assert_eq!((count("from"), count("subject"), count("to"), count("x-other")), (2, 3, 1, 0));
    assert_eq!(names.len(), SIGNED.len() + 3);
    assert_eq!(signed_fields(&header, &names), b"from:c\r\nsubject:d\r\nsubject:a\r\n", "the lowest first");
}

#[test]
fn is_folded_into_short_lines_of_ascii() {
    for (algorithm, selector, length) in [("rsa-sha256", "2026", 512), ("ed25519-sha256", "a.b", 64), ("rsa-sha256", "s", 54)] {
        let field = written(algorithm, selector, &vec![0xa5; length]);
        assert!(field.is_ascii() && field.ends_with("\r\n"), "{field}");
        let lines: Vec<&str> = field.trim_end_matches("\r\n").split("\r\n").collect();
        assert!(lines[0].starts_with("DKIM-Signature: v=1; a="), "{field}");
        assert!(lines[1..].iter().all(|line| line.starts_with(' ') && line.trim().len() + 1 == line.len()), "{field}");
        assert!(lines.iter().all(|line| line.len() <= LINE), "{field}");
    }
}

#[test]
fn the_field_names_domain_selector_time_and_algorithm() {
    let field = written("ed25519-sha256", "2026", &[0; 64]).replace("\r\n", "");
    for tag in ["v=1;", "a=ed25519-sha256;", "c=relaxed/relaxed;", "t=1763906400;", "d=example.org;", "s=2026;", "h=from:from:to:to:cc:"] {
        assert!(field.contains(tag), "{tag} in {field}");
    }
    assert!(!field.contains("l="), "the whole body is signed: {field}");
}
