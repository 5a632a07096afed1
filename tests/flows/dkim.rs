//! An independent verifier accepts the mails that Mailcode signs, and rejects all others.

use crate::support::relay::Relay;
use crate::support::relay::sent_mail;
use crate::support::steps::ADDRESS;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::{Postfix, Visitor};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const SELECTORS: &str = "rsa2026,ed2026";

/// The keys of a domain and its DNS records, made as described in `server/docs/mail.md`.
struct Keys {
    directory: TempDir,
    records: Value,
}

impl Keys {
    fn make() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let (rsa, ed25519) = (directory.path().join("rsa.pem"), directory.path().join("ed25519.pem"));
        openssl(&["genpkey", "-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out"], &rsa);
        openssl(&["genpkey", "-algorithm", "ED25519", "-out"], &ed25519);
        let public = |key: &Path| openssl(&["pkey", "-pubout", "-outform", "DER", "-in"], key);
        let (rsa, ed25519) = (public(&rsa), public(&ed25519));
        let records = json!({
            "rsa2026._domainkey.example.org": format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(rsa)),
            // RFC 8463 §4.2: the raw key, which is the end of OpenSSL's output.
            "ed2026._domainkey.example.org": format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(&ed25519[ed25519.len() - 32..])),
        });
        Self { directory, records }
    }

    /// The value of the setting that lists the key files.
    fn files(&self) -> String {
        ["rsa.pem", "ed25519.pem"].map(|name| self.directory.path().join(name).to_string_lossy().into_owned()).join(",")
    }

    /// The mail that a server with these keys and settings sends to this address.
    async fn sent_mail(&self, address: &str, settings: &[(&str, &str)]) -> String {
        let files = self.files();
        let dkim = [("DKIM_SELECTOR", SELECTORS), ("DKIM_KEY_FILE", &files)];
        sent_mail(address, &[&dkim, settings].concat()).await
    }

    /// dkimpy's verdicts on the signatures of each mail.
    fn verdicts(&self, mails: &[String]) -> Vec<Vec<String>> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/dkim/verify.py");
        let mut python = Command::new("/usr/bin/python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mails: Vec<String> = mails.iter().map(|mail| STANDARD.encode(mail)).collect();
        let asked = json!({ "records": self.records, "mails": mails }).to_string();
        python.stdin.take().unwrap().write_all(asked.as_bytes()).unwrap();
        let output = python.wait_with_output().unwrap();
        assert!(output.status.success(), "python3-dkim verifies; `tests/run` installs it");
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

/// The output of openssl.
fn openssl(arguments: &[&str], file: &Path) -> Vec<u8> {
    let output = Command::new("openssl").args(arguments).arg(file).output().expect("openssl; `tests/run` installs it");
    assert!(output.status.success(), "openssl {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[tokio::test]
async fn an_independent_verifier_accepts_the_signatures_of_both_kinds_of_key() {
    let keys = Keys::make();
    let international = [("SERVICE_NAME", "Übersetzungsbüro 東京"), ("MAIL_FROM", "Übersetzungsbüro <post@example.org>")];
    let of_parent = [("DKIM_DOMAIN", "example.org"), ("MAIL_FROM", "no-reply@mail.example.org"), ("CODE_IN_SUBJECT", "false")];
    let mails = [
        keys.sent_mail(ADDRESS, &[]).await,
        keys.sent_mail("visitor@bücher.example", &international).await,
        keys.sent_mail(ADDRESS, &of_parent).await,
    ];
    assert_eq!(keys.verdicts(&mails), [["good", "good"]; 3]);
    for mail in mails {
        assert!(mail.is_ascii(), "no relay needs to recode it, which would break the signatures: {mail}");
    }
}

#[tokio::test]
async fn a_changed_mail_is_rejected_and_a_refolded_one_accepted() {
    let keys = Keys::make();
    let mail = keys.sent_mail(ADDRESS, &[]).await;
    let (header, body) = mail.split_once("\r\n\r\n").unwrap();
    let unsigned = header.find("\r\nFrom: ").unwrap() + 2;
    let mut changed = Vec::new();
    for field in [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        "Content-Language",
        "Auto-Submitted",
        "X-Entity-Ref-ID",
    ] {
        let value = mail[unsigned..].find(&format!("{field}: ")).unwrap() + unsigned + field.len() + 2;
        changed.push((field, mail[..value].to_owned() + "x" + &mail[value + 1..]));
    }
    for added in ["From", "To", "Cc", "Reply-To", "Subject", "Content-Type"] {
        changed.push((added, format!("{added}: Somebody Else <else@example.org>\r\n{mail}")));
    }
    for (place, at) in [("the first byte", 0), ("one in the middle", body.len() / 2), ("the last byte", body.len() - 3)] {
        let at = header.len() + 4 + at;
        let other = if mail.as_bytes()[at] == b'x' { "y" } else { "x" };
        changed.push((place, mail[..at].to_owned() + other + &mail[at + 1..]));
    }
    changed.push(("more at the end", mail.clone() + "more\r\n"));
    let verdicts = keys.verdicts(&changed.iter().map(|(_, mail)| mail.clone()).collect::<Vec<_>>());
    for ((what, mail), verdicts) in changed.iter().zip(verdicts) {
        assert!(verdicts.len() == 2 && !verdicts.contains(&"good".to_owned()), "{what}: {verdicts:?} of {mail}");
    }

    let on_its_way = [
        format!("Received: from sign-up.example.org by mx.example.org; {}\r\n{mail}", "Sun, 23 Nov 2025 14:00:00 +0000"),
        mail.replace("\r\nSubject: ", "\r\nSubject:\r\n\t ").replace("Auto-Submitted:", "auto-submitted:  "),
        mail.replacen("\r\n\r\nYour", " \t\r\n\r\nYour", 1) + "\r\n \r\n\r\n",
    ];
    assert_eq!(keys.verdicts(&on_its_way), [["good", "good"]; 3]);
}

#[tokio::test]
async fn the_signatures_survive_a_real_mail_server() {
    let (keys, postfix) = (Keys::make(), Postfix::start().await);
    let files = keys.files();
    let mailcode = Relay::postfix(&postfix).mailcode_with(&[("DKIM_SELECTOR", SELECTORS), ("DKIM_KEY_FILE", &files)]).await;
    Visitor::new(&mailcode).submit("/api/request-code", &[("email", ADDRESS)]).await;
    let delivered = String::from_utf8(postfix.source().await).unwrap();
    assert!(delivered.contains("\nReceived: ") && !delivered.contains('\r'), "it went through Postfix: {delivered}");
    assert_eq!(keys.verdicts(&[delivered]), [["good", "good"]]);
}

#[tokio::test]
async fn without_a_key_nothing_is_signed() {
    let mail = sent_mail(ADDRESS, &[]).await;
    assert!(mail.starts_with("From: ") && !mail.to_lowercase().contains("dkim"), "{mail}");
}
