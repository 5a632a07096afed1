use super::{Marks, lifetime_in_words, message};
use crate::mail::Sender;
use crate::mail::test_relay::code_mail;
use crate::sign_up::email_address_table::{Row, Verdict, rows};
use lettre::Message;
use mail_parser::MessageParser;
use std::time::Duration;

fn sender(from: &str, service: &str) -> Sender {
    let page = "https://sign-up.example.org/not-me".to_owned();
    Sender::new(from.parse().expect("a mailbox"), service, "sign-up.example.org", page).expect("a sender")
}

fn built(to: &str, sender: &Sender) -> Message {
    let marks = Marks { id: "id-1".to_owned(), boundary: "boundary-1".to_owned() };
    message(&code_mail(to), sender, &marks).unwrap_or_else(|error| panic!("{to}: {error}"))
}

fn written(to: &str, sender: &Sender) -> String {
    String::from_utf8(built(to, sender).formatted()).expect("text")
}

#[test]
fn the_whole_mail_is_as_it_was() {
    let mail = written("somebody@example.org", &sender("Mailcode <no-reply@example.org>", "Mailcode"));
    assert_eq!(mail.matches('\n').count(), mail.matches("\r\n").count(), "every line ends with CR LF");
    let golden = include_str!("message_golden.eml");
    assert_eq!(mail.replace("\r\n", "\n"), golden);
}

#[test]
fn every_mail_has_marks_of_its_own() {
    let [one, two] = [Marks::random(), Marks::random()];
    assert_ne!(one.id, two.id);
    assert_ne!(one.boundary, two.boundary);
}

#[test]
fn the_code_stands_alone_and_both_parts_say_the_same() {
    let mail = written("somebody@example.org", &sender("Mailcode <no-reply@example.org>", "Mailcode"));
    let mail = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
    assert_eq!(mail.subject(), Some("314159 is your Mailcode code"));
    let (text, html) = (mail.body_text(0).expect("text"), mail.body_html(0).expect("HTML"));
    assert!(text.lines().any(|line| line == "314159"), "{text}");
    assert!(text.contains("10 minutes") && html.contains("10 minutes"));
    assert!(html.contains(r#"<html lang="en" dir="ltr">"#) && html.contains("prefers-color-scheme: dark"));
    for forbidden in ["http", "<a", "<img", "url(", "src=", "<script"] {
        assert!(!html.contains(forbidden), "{forbidden} in {html}");
    }
}

#[test]
fn names_of_every_script_and_html_stay_names() {
    let service = "Grüße & <b>Söhne</b>, 東京";
    let mail = written("somebody@example.org", &sender("\"Grüße, Inc. <x@y.example>\" <post@bücher.example>", service));
    assert!(mail.is_ascii(), "{mail}");
    let mail = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
    assert_eq!(mail.subject(), Some("314159 is your Grüße & <b>Söhne</b>, 東京 code"));
    assert_eq!(mail.from().and_then(|from| from.first()).and_then(|from| from.address()), Some("post@xn--bcher-kva.example"));
    assert_eq!(mail.message_id(), Some("id-1@xn--bcher-kva.example"));
    assert!(mail.body_text(0).expect("text").contains(service));
    assert!(!mail.body_html(0).expect("HTML").contains("<b>"));
}

#[test]
fn the_domain_of_the_recipient_is_ascii() {
    let mail = written("me@bücher.example", &sender("no-reply@example.org", "Mailcode"));
    assert!(mail.contains("\r\nTo: me@xn--bcher-kva.example\r\n"), "{mail}");
    let strange = written("a!#$%&'*+-/=?^_`{|}~b@example.org", &sender("no-reply@example.org", "Mailcode"));
    assert!(strange.contains("\r\nTo: a!#$%&'*+-/=?^_`{|}~b@example.org\r\n"), "{strange}");
}

/// Every address that is taken has a place in a mail, and is the only recipient there.
#[test]
fn every_address_of_the_table_can_be_written_to() {
    let sender = sender("no-reply@example.org", "Mailcode");
    let usual = written("somebody@example.org", &sender);
    for Row { typed, verdict, .. } in rows() {
        let Verdict::Taken([_, mailbox, _]) = verdict else { continue };
        let mail = written(&typed, &sender);
        let names = |mail: &str| mail.lines().filter_map(|line| line.split_once(": ")).map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&mail), names(&usual), "no header more: {mail}");
        let parsed = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
        let to: Vec<_> = parsed.to().into_iter().flat_map(|to| to.iter()).filter_map(|to| to.address()).collect();
        assert_eq!(to, [mailbox.as_str()], "{mail}");
        let envelope: Vec<_> = built(&typed, &sender).envelope().to().iter().map(ToString::to_string).collect();
        assert_eq!(envelope, [mailbox]);
    }
}

#[test]
fn the_lifetime_is_never_promised_longer_than_it_is() {
    for (seconds, words) in
        [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (119, "1 minute"), (600, "10 minutes"), (86400, "1440 minutes")]
    {
        assert_eq!(lifetime_in_words(Duration::from_secs(seconds)), words);
    }
}
