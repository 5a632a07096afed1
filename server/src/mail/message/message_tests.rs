use super::{Message, MessageIds};
use crate::i18n::Language;
use crate::mail::scripted_relay::code_mail;
use crate::mail::{Dkim, Mailbox, Sender, SigningKey};
use crate::sign_up::ports::{AccountId, CodeMail, CodePurpose, Notice, NoticeMail};
use email_addresses::{Row, Verdict, rows};
use mail_parser::MessageParser;
use proptest::prelude::*;
use std::collections::HashSet;
use std::time::Duration;

/// Characters of a mail that a lock screen or a list of mails may show after the subject. Phones and web mail have been seen to show fewer.
const GLANCE: usize = 250;

/// The page that takes the token.
const PAGE: &str = "https://sign-up.example.org/not-me";

fn sender(from: &str, service: &str) -> Sender {
    Sender::new(from.parse().expect("a mailbox"), service, "sign-up.example.org", PAGE.to_owned()).expect("a sender")
}

fn usual() -> Sender {
    sender("Mailcode <no-reply@example.org>", "Mailcode")
}

fn marks() -> MessageIds {
    MessageIds { id: "id-1".to_owned(), boundary: "boundary-1".to_owned(), reference: "reference-1".to_owned() }
}

fn built(to: &str, sender: &Sender) -> Message {
    Message::write(&code_mail(to).into(), sender, &marks()).unwrap_or_else(|error| panic!("{to}: {error}"))
}

fn written(to: &str, sender: &Sender) -> String {
    String::from_utf8(built(to, sender).formatted().to_vec()).expect("text")
}

/// Subject, text part and HTML part of a mail by this sender.
fn parts(sender: &Sender) -> [String; 3] {
    let mail = written("somebody@example.org", sender);
    let mail = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
    [mail.subject().expect("a subject"), &mail.body_text(0).expect("text"), &mail.body_html(0).expect("HTML")].map(str::to_owned)
}

fn header(mail: &str) -> &str {
    mail.split_once("\r\n\r\n").expect("a header and a body").0
}

/// The names of the header's fields.
fn names(mail: &str) -> Vec<&str> {
    header(mail)
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default())
        .collect()
}

#[test]
fn the_code_mail_equals_its_golden_file() {
    for (code_in_subject, golden) in [(true, include_str!("message_golden.eml")), (false, include_str!("message_golden_code_below.eml"))] {
        let mail = written("somebody@example.org", &usual().with_code_in_subject(code_in_subject));
        assert_eq!(mail.matches('\n').count(), mail.matches("\r\n").count(), "every line ends with CR LF");
        assert_eq!(mail.replace("\r\n", "\n"), golden);
    }
}

#[test]
fn the_mail_is_in_the_readers_language() {
    for language in Language::ALL {
        let mail = CodeMail { language, ..code_mail("somebody@example.org") };
        let message = Message::write(&mail.into(), &usual(), &marks()).expect("a mail");
        let mail = MessageParser::default().parse(message.formatted()).expect("a mail");
        assert_eq!(mail.header("Content-Language").and_then(|value| value.as_text()), Some(language.tag()));
        let (text, html) = (mail.body_text(0).expect("a text"), mail.body_html(0).expect("HTML"));
        assert!(mail.subject().is_some_and(|subject| subject.starts_with("314159")), "{:?}", mail.subject());
        assert!(text.lines().any(|line| line == "314159") && text.lines().last() == Some("@sign-up.example.org #314159"), "{text}");
        let document = format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.direction());
        assert!(html.contains(&document), "{html}");
    }
}

#[test]
fn the_header_says_what_programs_need() {
    let mail = written("somebody@example.org", &usual());
    for field in [
        "Date: Sun, 23 Nov 2025 14:00:00 +0000",
        "Message-ID: <id-1@example.org>",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply",
        "X-Entity-Ref-ID: reference-1",
        "Content-Language: en",
    ] {
        assert_eq!(header(&mail).split("\r\n").filter(|line| *line == field).count(), 1, "{field} in {mail}");
    }
}

#[test]
fn the_code_is_alone_on_one_line_and_last_bound_to_its_host() {
    for code_in_subject in [true, false] {
        let [_, text, html] = parts(&usual().with_code_in_subject(code_in_subject));
        assert_eq!(text.lines().filter(|line| line.trim() == "314159").count(), 1, "{text}");
        assert_eq!(text.trim_end_matches("\r\n").lines().last(), Some("@sign-up.example.org #314159"), "{text}");
        assert!(text.len() - text.trim_end().len() <= 2, "a line end at most comes after it");
        assert_eq!(html.matches(">314159<").count(), 1, "{html}");
    }
}

#[test]
fn the_page_for_the_token_is_whole_in_the_text_and_no_link_in_the_html() {
    let from = "a@example.org".parse().expect("a mailbox");
    let sender = Sender::new(from, "Mailcode", "localhost", "http://localhost:3000/not-me".to_owned()).expect("a sender");
    let [_, text, html] = parts(&sender);
    assert!(text.lines().any(|line| line.trim_end() == "http://localhost:3000/not-me"), "{text}");
    assert!(html.contains(">localhost:3000/not-me<"), "{html}");
    assert!(text.trim_end().ends_with("\n@localhost #314159"), "{text}");
}

#[test]
fn both_parts_say_when_it_was_asked_for_how_long_it_works_and_what_to_do_if_it_was_not_you() {
    for code_in_subject in [true, false] {
        let [_, text, html] = parts(&usual().with_code_in_subject(code_in_subject));
        let asked_for = if code_in_subject { "It" } else { "A Mailcode code" };
        for part in [text, html.replace("<bdi>", "").replace("</bdi>", "")] {
            let words = part.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#39;", "'");
            for said in [
                &*format!("{asked_for} was requested at 14:00 UTC on 23 November 2025."),
                "It works for 10 minutes.",
                "sign-up.example.org/not-me",
                "K7QM-2XRD-9FHT",
                "The codes we sent you will stop working, and we won't send you any more for 24 hours.",
            ] {
                assert!(words.contains(said), "{said} in {words}");
            }
        }
    }
}

#[test]
fn the_html_is_one_column_for_light_and_dark_and_loads_and_links_to_nothing() {
    for code_in_subject in [true, false] {
        let [_, _, html] = parts(&usual().with_code_in_subject(code_in_subject));
        for wanted in [r#"<html lang="en" dir="ltr">"#, "prefers-color-scheme: dark", "[data-ogsb]", "display:none", "width=device-width"] {
            assert!(html.contains(wanted), "{wanted} in {html}");
        }
        assert_eq!((html.matches("<td").count(), html.matches("<tr").count()), (3, 3), "one column");
        for forbidden in ["<a ", "href", "<img", "url(", "src=", "<script", "<link", "@import", "background=\"", "<form", "://"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}

#[test]
fn the_code_comes_first_or_below_what_previews_show() {
    let [subject, text, html] = parts(&usual());
    assert_eq!(subject, "314159 is your Mailcode code");
    assert!(seen(&text).find("314159").is_some_and(|at| at < 40) && seen(shown(&html)).find("314159").is_some_and(|at| at < 40));

    let [subject, text, html] = parts(&usual().with_code_in_subject(false));
    assert_eq!(subject, "Your Mailcode code");
    for part in [text, html] {
        assert!(seen(&part).find("314159").is_some_and(|at| at >= GLANCE), "{:?}", seen(&part));
    }
}

/// The HTML part without the hidden text at its start, which only lists of mails show.
fn shown(html: &str) -> &str {
    html.split_once("</div>").expect("a text that is hidden").1
}

/// The preview of a part in a list of mails: its text, hidden or not, on one line.
fn seen(part: &str) -> String {
    let body = part.split_once("<body").map_or(part, |(_, body)| body.split_once('>').expect("the tag ends").1);
    let text = body
        .split('<')
        .enumerate()
        .map(|(index, piece)| if index == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) });
    text.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_lifetime_is_that_of_the_code() {
    let mail = CodeMail { lifetime: Duration::from_secs(7 * 60), ..code_mail("somebody@example.org") };
    let message = Message::write(&mail.into(), &usual(), &MessageIds::random()).expect("written");
    let text = String::from_utf8_lossy(message.formatted());
    assert!(text.contains("7 minutes") && !text.contains("10 minutes"), "{text}");
}

#[test]
fn a_signed_mail_is_the_same_behind_its_signature() {
    let key = SigningKey::from_pem(include_bytes!("../dkim/test_keys/ed25519.pem")).expect("a key");
    let dkim = Dkim::new("example.org".parse().expect("a name"), vec![("2026".parse().expect("a name"), key)]);
    let signed = written("somebody@example.org", &usual().with_dkim(Some(dkim)));
    let signature = signed.strip_suffix(&written("somebody@example.org", &usual())).expect("the same mail");
    assert!(
        signature.starts_with("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; t=1763906400;\r\n d=example.org;\r\n s=2026;\r\n")
    );
    assert_eq!(names(&signed)[..2], ["DKIM-Signature", "From"], "{signed}");
}

#[test]
fn names_with_any_script_or_html_stay_plain_text() {
    let service = "Grüße & <b>Söhne</b>, 東京";
    for code_in_subject in [true, false] {
        let sender = sender("\"Grüße, Inc. <x@y.example>\" <post@bücher.example>", service).with_code_in_subject(code_in_subject);
        let mail = written("somebody@example.org", &sender);
        assert!(mail.is_ascii(), "{mail}");
        let mail = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
        let subject = if code_in_subject { format!("314159 is your {service} code") } else { format!("Your {service} code") };
        assert_eq!(mail.subject(), Some(&*subject));
        let from = mail.from().and_then(|from| from.first()).expect("a sender");
        assert_eq!((from.name(), from.address()), (Some("Grüße, Inc. <x@y.example>"), Some("post@xn--bcher-kva.example")));
        assert_eq!(mail.message_id(), Some("id-1@xn--bcher-kva.example"));
        assert!(mail.body_text(0).expect("text").contains(service));
        assert!(!mail.body_html(0).expect("HTML").contains("<b>Söhne"));
    }
}

#[test]
fn the_domain_of_the_recipient_is_ascii() {
    let mail = written("me@bücher.example", &sender("no-reply@example.org", "Mailcode"));
    assert!(mail.contains("\r\nTo: me@xn--bcher-kva.example\r\n"), "{mail}");
    let strange = written("a!#$%&'*+-/=?^_`{|}~b@example.org", &sender("no-reply@example.org", "Mailcode"));
    assert!(strange.contains("\r\nTo: a!#$%&'*+-/=?^_`{|}~b@example.org\r\n"), "{strange}");
}

/// A mail can be written to every accepted address, as its only recipient.
#[test]
fn every_address_of_the_table_can_be_written_to() {
    let sender = sender("no-reply@example.org", "Mailcode");
    let usual = written("somebody@example.org", &sender);
    for Row { typed, verdict, .. } in rows() {
        let Verdict::Taken([_, mailbox, _]) = verdict else { continue };
        let message = built(&typed, &sender);
        let mail = String::from_utf8(message.formatted().to_vec()).expect("text");
        assert_eq!(names(&mail), names(&usual), "no header more: {mail}");
        assert_eq!(mail.is_ascii(), mailbox.is_ascii(), "seven bits, unless the address takes eight: {mail}");
        let parsed = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
        let to: Vec<_> = parsed.to().into_iter().flat_map(|to| to.iter()).filter_map(|to| to.address()).collect();
        assert_eq!(to, [mailbox.as_str()], "{mail}");
        let envelope: Vec<_> = message.envelope().to().iter().map(ToString::to_string).collect();
        assert_eq!(envelope, [mailbox]);
    }
}

/// Senders with any name, some with characters that mean something in a header.
fn mailboxes() -> impl Strategy<Value = Mailbox> {
    let name = prop_oneof![any::<String>(), "[a-zé\"\\\\,;<>@ ]{0,12}(\\r?\\n(Bcc: b@example\\.org)?)?", "[äßж東🂡\u{5d0}]{1,60}"];
    let local = prop_oneof!["[a-z]{1,3}", "\"[a-z \\\\\\r\\n<>@]{0,6}\"", "[a-zé.+'=?_]{1,9}"];
    let address = local.prop_filter_map("an address", |local| format!("{local}@example.org").parse().ok());
    (name, address).prop_map(|(name, address)| Mailbox::new(Some(name), address))
}

proptest! {
    /// Every valid sender yields the usual header fields and no others, in lines that every server accepts.
    #[test]
    fn no_sender_adds_a_header(mailbox in mailboxes(), service in prop_oneof![any::<String>(), ".{1,64}", "[äßж東🂡]{60,64}", "[a-z]{64}"]) {
        let Ok(sender) = Sender::new(mailbox, &service, "sign-up.example.org", PAGE.to_owned()) else { return Ok(()) };
        let mail = written("somebody@example.org", &sender);
        let usual = written("somebody@example.org", &usual());
        prop_assert_eq!(names(&mail), names(&usual));
        prop_assert_eq!(mail.is_ascii(), sender.from().email.user().is_ascii());
        prop_assert_eq!(mail.matches('\r').count(), mail.matches("\r\n").count());
        prop_assert_eq!(mail.matches('\n').count(), mail.matches("\r\n").count());
        // RFC 5321 §4.5.3.1.6, RFC 2047 §2.
        prop_assert!(mail.split("\r\n").all(|line| line.len() <= 998), "{}", mail);
        let words = header(&mail).split_whitespace().filter(|word| word.starts_with("=?"));
        prop_assert!(words.clone().all(|word| word.len() <= 75), "{}", mail);
        let parsed = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
        let subject = format!("314159 is your {} code", sender.service_name());
        prop_assert_eq!(parsed.subject(), Some(&*subject));
        prop_assert!(parsed.body_text(0).expect("text").trim_end().ends_with("\n@sign-up.example.org #314159"));
    }
}

/// Every notice as a mail, with the end of its subject.
fn notices(sender: &Sender) -> Vec<(&'static str, String)> {
    let of = |notice, subject| {
        let code = code_mail("somebody@example.org");
        let mail = NoticeMail { to: code.to, notice, at: code.issued_at, language: Language::English };
        let message = Message::write(&mail.into(), sender, &marks()).expect("written");
        (subject, String::from_utf8(message.formatted().to_vec()).expect("text"))
    };
    vec![of(Notice::AccountDeleted, "account was deleted"), of(Notice::AddressChanged, "email address was changed")]
}

#[test]
fn the_notices_equal_their_golden_files() {
    let golden = [include_str!("message_golden_deleted.eml"), include_str!("message_golden_changed.eml")];
    let written = notices(&usual());
    assert_eq!(written.len(), golden.len());
    for ((_, mail), golden) in written.into_iter().zip(golden) {
        assert_eq!(mail.replace("\r\n", "\n"), golden);
    }
}

#[test]
fn a_notice_says_what_happened_when_and_what_to_do_without_links_or_codes() {
    for (done, mail) in notices(&usual()) {
        assert_eq!(names(&mail), names(&written("somebody@example.org", &usual())), "{mail}");
        let mail = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
        assert_eq!(mail.subject(), Some(&*format!("Your Mailcode {done}")));
        let (text, html) = (mail.body_text(0).expect("text").into_owned(), mail.body_html(0).expect("HTML").into_owned());
        for part in [text, html] {
            let words = part.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#39;", "'");
            for said in ["at 14:00 UTC on 23 November 2025", "If this was you, there's nothing else to do.", "If it wasn't you,"] {
                assert!(words.contains(said), "{said} in {words}");
            }
            for forbidden in ["<a ", "href", "<img", "url(", "src=", "<script", "<link", "://", "/not-me", "314159", "somebody@"] {
                assert!(!part.contains(forbidden), "{forbidden} in {part}");
            }
        }
    }
}

#[test]
fn a_name_with_html_stays_plain_text_in_a_notice() {
    let service = "Grüße & <b>Söhne</b>, 東京";
    for (done, mail) in notices(&sender("Mailcode <no-reply@example.org>", service)) {
        assert!(mail.is_ascii(), "{mail}");
        let mail = MessageParser::default().parse(mail.as_bytes()).expect("a mail");
        assert_eq!(mail.subject(), Some(&*format!("Your {service} {done}")));
        assert!(mail.body_text(0).expect("text").contains(service));
        assert!(!mail.body_html(0).expect("HTML").contains("<b>Söhne"));
    }
}

#[test]
fn the_code_mail_for_a_new_address_says_what_the_code_does() {
    for code_in_subject in [true, false] {
        let mail = CodeMail { purpose: CodePurpose::EmailChange(AccountId([1; 16])), ..code_mail("somebody@example.org") };
        let message = Message::write(&mail.into(), &usual().with_code_in_subject(code_in_subject), &MessageIds::random()).expect("written");
        let mail = MessageParser::default().parse(message.formatted()).expect("a mail");
        for part in [mail.body_text(0).expect("text"), mail.body_html(0).expect("HTML")] {
            let words = part.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#39;", "'");
            assert!(
                words.contains("The code makes this the email address of someone's account. If that isn't you, don't enter it"),
                "{words}"
            );
            assert!(!words.contains("nobody can use your address"), "{words}");
        }
    }
}

#[test]
fn every_mail_has_identifiers_of_its_own() {
    let ids = [MessageIds::random(), MessageIds::random()];
    let all: HashSet<&str> = ids.iter().flat_map(|one| [&*one.id, &*one.boundary, &*one.reference]).collect();
    assert_eq!(all.len(), 6);
}
