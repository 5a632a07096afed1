//! The spam filter's scores of the mails.

use crate::support::relay::sent_mail;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// The mails must score less than this; the filter calls 5.0 spam.
const LIMIT: f64 = 1.0;

/// The filter's verdict on a mail.
#[derive(Debug)]
struct Verdict {
    score: f64,
    /// The rules that matched, with their scores.
    rules: String,
}

/// The mail as the last relay passes it to the filter, after two hops. The addresses of the hops belong to ICANN, because the filter
/// penalizes addresses that are reserved for examples; no server is queried about them.
fn received(mail: &str) -> String {
    let value = |name: &str| mail.split("\r\n").find_map(|line| line.strip_prefix(name)).unwrap();
    let (date, (_, sender)) = (value("Date: "), value("From: ").rsplit_once(' ').unwrap());
    let by = |from: &str, address: &str, by: &str, with: &str, id: &str| {
        format!(
            "Received: from {from} ({from} [{address}])\r\n\tby {by} (Postfix) with {with} id {id}\r\n\tfor <visitor@example.net>; {date}\r\n"
        )
    };
    let last = by("mail.example.org", "192.0.43.8", "mx.example.net", "ESMTPS", "4Zt1Xk0b6Fz9sT2");
    let first = by("sign-up.example.org", "192.0.43.7", "mail.example.org", "ESMTPSA", "4Zt1Xj5L1Gz3Rk7");
    format!("Return-Path: {sender}\r\n{last}{first}{mail}")
}

/// The verdicts of `spamassassin` on these mails by Debian's rules, without network queries.
fn verdicts(mails: &[String]) -> Vec<Verdict> {
    let home = tempfile::tempdir().unwrap();
    let settings = home.path().join("settings");
    let rules = "use_bayes 0\nreport_safe 0\nclear_headers\nadd_header all Score _SCORE_\nadd_header all Rules _TESTSSCORES(,)_\n";
    fs::write(&settings, rules).unwrap();
    let mut spamassassin = Command::new("spamassassin")
        .args(["--local", "--mbox", "--prefspath"])
        .arg(&settings)
        .env("HOME", home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("spamassassin; `tests/run` installs it");
    // The filter may change the order, so each mail has a number.
    let mbox = mails.iter().enumerate().fold(String::new(), |mbox, (number, mail)| {
        let mail = mail.replace("\r\n", "\n");
        format!("{mbox}From mailcode@example.org Sun Nov 23 14:00:00 2025\nX-Number: {number}\n{mail}\n")
    });
    spamassassin.stdin.take().unwrap().write_all(mbox.as_bytes()).unwrap();
    let output = spamassassin.wait_with_output().unwrap();
    let output = String::from_utf8_lossy(&output.stdout).replace("\n\t", "");
    let judged: Vec<&str> = output.split("From mailcode@example.org ").skip(1).collect();
    let value = |mail: &str, name: &str| mail.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
    let of_number = |number: usize| {
        let mail = judged.iter().find(|mail| value(mail, "X-Number: ") == number.to_string()).unwrap();
        Verdict { score: value(mail, "X-Spam-Score: ").parse().unwrap(), rules: value(mail, "X-Spam-Rules: ") }
    };
    (0..mails.len()).map(of_number).collect()
}

#[tokio::test]
async fn mails_score_low_in_both_formats_and_in_every_script() {
    let international = [("SERVICE_NAME", "Übersetzungsbüro 東京"), ("MAIL_FROM", "Übersetzungsbüro <post@bücher.example>")];
    let mut mails = Vec::new();
    for names in [&[][..], &international] {
        for code_in_subject in ["true", "false"] {
            let mail = sent_mail("visitor@example.net", &[names, &[("CODE_IN_SUBJECT", code_in_subject)]].concat()).await;
            mails.push(received(&mail));
        }
    }
    // The filter works: this string marks a mail as spam by convention (GTUBE).
    let spam = mails[0].replacen("\r\n\r\nYour", "\r\n\r\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\nYour", 1);
    // It also recognizes a bad mail, without a date and an id and with a shouting subject.
    let bad = mails[0]
        .replace("\r\nDate: ", "\r\nX-Date: ")
        .replace("\r\nMessage-ID: ", "\r\nX-ID: ")
        .replace("Subject: ", "Subject: FREE CA$H ");
    mails.extend([spam, bad]);
    let verdicts = verdicts(&mails);
    let (ours, wrong) = verdicts.split_at(4);
    assert!(wrong.iter().all(|verdict| verdict.score >= LIMIT), "{wrong:?}");
    for (verdict, mail) in ours.iter().zip(mails) {
        assert!(verdict.score < LIMIT && !verdict.rules.is_empty(), "{verdict:?} of\n{mail}");
    }
}
