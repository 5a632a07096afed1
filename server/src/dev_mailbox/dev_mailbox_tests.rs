use super::DevMailbox;
use crate::mail::{Mailer, Relay, Secret, Sender};
use crate::sign_up::ports::{CodeMail, CodePurpose};
use crate::sign_up::{CanonicalAddress, Timestamp};
use crate::system::FakeClock;
use domain::{Delivery, DeliveryFailure, EmailAddress, OneTimeCode};
use secrecy::SecretString;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio_util::sync::{CancellationToken, DropGuard};

/// 14:00 UTC on 23 November 2026.
const NOW: Timestamp = Timestamp::from_millis(1_795_442_400_000);

/// A mailbox that runs until the guard is dropped.
pub(super) async fn started() -> (DevMailbox, DropGuard) {
    let shutdown = CancellationToken::new();
    let mailbox = DevMailbox::start(shutdown.clone(), Arc::new(FakeClock::at(NOW))).await.expect("started");
    (mailbox, shutdown.drop_guard())
}

fn mailer(relay: Relay) -> Mailer {
    let from = "Mailcode <no-reply@localhost>".parse().expect("a mailbox");
    let sender = Sender::new(from, "Mailcode", "localhost", "http://localhost/not-me".to_owned()).expect("a sender");
    Mailer::new(relay.into(), sender, CancellationToken::new()).expect("a mailer")
}

fn mail(code: u32) -> CodeMail {
    CodeMail {
        to: CanonicalAddress::new(EmailAddress::parse("somebody@bücher.example").expect("an address")).expect("a domain"),
        code: OneTimeCode::from_number(code).expect("a code"),
        lifetime: Duration::from_secs(600),
        issued_at: NOW,
        language: crate::i18n::Language::default(),
        not_me: "K7QM-2XRD-9FHT".parse().expect("a token"),
        purpose: CodePurpose::SignUp,
    }
}

/// Sends these lines in clear text, waits for the reply to each, and returns the last line of every reply. An empty line is not sent, but
/// its reply is awaited.
async fn replies(mailbox: &DevMailbox, lines: &[&str]) -> Vec<String> {
    let mut stream = BufReader::new(TcpStream::connect(mailbox.0.address).await.expect("connected"));
    let mut replies = Vec::new();
    for line in std::iter::once(&"").chain(lines) {
        if !line.is_empty() {
            stream.write_all(format!("{line}\r\n").as_bytes()).await.expect("written");
        }
        let mut reply = String::new();
        while reply.as_bytes().get(3) != Some(&b' ') {
            reply.clear();
            if stream.read_line(&mut reply).await.expect("read") == 0 {
                return replies;
            }
        }
        replies.push(reply.trim_end().to_owned());
    }
    replies
}

#[tokio::test]
async fn keeps_what_the_mailer_sends() {
    let (mailbox, _guard) = started().await;
    let mailer = mailer(mailbox.relay());
    for code in [123_456, 7] {
        assert_eq!(mailer.first_attempt(mail(code)).await, Delivery::Accepted);
    }
    let mails = mailbox.mails();
    assert_eq!(mails.iter().map(|mail| mail.id()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(mails[0].recipients(), ["somebody@xn--bcher-kva.example"]);
    assert_eq!(mails[0].subject(), "000007 is your Mailcode code");
    assert_eq!(mails[0].received_at(), "2026-11-23T14:00:00Z");
    assert!(mails[0].text().expect("text").lines().any(|line| line == "000007"));
    assert!(mails[0].html().expect("HTML").contains("000007"));
    let headers = mails[0].headers();
    assert!(headers.starts_with("From: Mailcode <no-reply@localhost>") && headers.contains("Auto-Submitted"), "{headers}");
    assert!(!headers.contains("It works for"), "{headers}");
}

#[tokio::test]
async fn keeps_the_last_hundred() {
    let (mailbox, _guard) = started().await;
    let mailer = mailer(mailbox.relay());
    for code in 0..101 {
        assert_eq!(mailer.first_attempt(mail(code)).await, Delivery::Accepted);
    }
    let mails = mailbox.mails();
    assert_eq!(mails.len(), 100);
    assert_eq!((mails[0].id(), mails[99].id()), (101, 2));
    assert!(mailbox.mail(1).is_none() && mailbox.mail(2).is_some());
    assert!(mails[0].subject().starts_with("000100"));
}

#[tokio::test]
async fn a_wrong_or_missing_password_is_refused() {
    let (mailbox, _guard) = started().await;
    let mut relay = mailbox.relay();
    if let Some(credentials) = &mut relay.credentials {
        credentials.secret = Secret::Password(SecretString::from("wrong"));
    }
    assert_eq!(mailer(relay).first_attempt(mail(1)).await, Delivery::Failed(DeliveryFailure::Credentials));
    let anonymous = Relay { credentials: None, ..mailbox.relay() };
    assert_eq!(mailer(anonymous).first_attempt(mail(1)).await, Delivery::Failed(DeliveryFailure::Credentials));
    assert!(mailbox.mails().is_empty());
}

#[tokio::test]
async fn without_tls_only_starttls_is_accepted() {
    let (mailbox, _guard) = started().await;
    let replies = replies(
        &mailbox,
        &[
            "EHLO [127.0.0.1]",
            "AUTH PLAIN AHgAeA==",
            "AUTH LOGIN",
            "MAIL FROM:<a@example.org>",
            "RCPT TO:<b@example.org>",
            "DATA",
            "NOOP",
            "?",
            "QUIT",
        ],
    )
    .await;
    let codes: Vec<_> = replies.iter().map(|reply| &reply[..3]).collect();
    assert_eq!(codes, ["220", "250", "530", "530", "530", "530", "530", "250", "500", "221"]);
    assert_eq!(replies[1], "250 STARTTLS");
}

#[tokio::test]
async fn bytes_behind_starttls_are_refused() {
    let (mailbox, _guard) = started().await;
    let replies = replies(&mailbox, &["STARTTLS\r\nEHLO me", "NOOP"]).await;
    assert_eq!(replies.len(), 2, "{replies:?}");
}

#[tokio::test]
async fn a_client_is_disconnected_after_ten_errors() {
    let (mailbox, _guard) = started().await;
    let lines: Vec<_> = std::iter::repeat_n("?", 10).chain(["", ""]).collect();
    let replies = replies(&mailbox, &lines).await;
    assert_eq!(replies.len(), 12, "a greeting, ten errors, a farewell, and no more: {replies:?}");
    assert!(replies[10].starts_with("500 ") && replies[11].starts_with("421 "), "{replies:?}");
}

#[tokio::test]
async fn an_overlong_line_is_refused() {
    let (mut client, server) = tokio::io::duplex(8192);
    client.write_all(&b"a".repeat(4096)).await.expect("written");
    let error = super::lines::Lines::new(server).next().await.expect_err("too long");
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidData);
}

#[tokio::test]
async fn a_mail_that_is_too_large_is_refused() {
    let mails = super::received_mail::Mails::default();
    mails.keep(NOW, Vec::new(), b"no header at all".to_vec());
    let kept = mails.find(1).expect("kept");
    assert_eq!((kept.subject().as_str(), kept.html()), ("", None));

    let (client, server) = tokio::io::duplex(1024);
    let mut lines = super::lines::Lines::new(server);
    let written = tokio::spawn(async move {
        let mut client = client;
        let mail = [&b"a\r\n".repeat(DevMailbox::MAX_MAIL_SIZE / 3 + 1)[..], b".\r\n"].concat();
        let _ = client.write_all(&mail).await;
    });
    assert!(lines.mail().await.expect("read").is_none());
    drop(lines);
    written.await.expect("no panic");
}

#[tokio::test]
async fn dots_are_unstuffed_and_an_empty_mail_is_complete() {
    for (sent, kept) in [(&b".\r\n"[..], &b""[..]), (b"..a\r\n.\r\n", b".a\r\n"), (b"a\r\n..\r\nb\r\n.\r\n", b"a\r\n.\r\nb\r\n")] {
        let (mut client, server) = tokio::io::duplex(1024);
        client.write_all(sent).await.expect("written");
        let mail = super::lines::Lines::new(server).mail().await.expect("read");
        assert_eq!(mail.as_deref(), Some(kept));
    }
}

#[tokio::test]
async fn the_mailbox_closes_its_port_and_connections_with_the_program() {
    let (mailbox, guard) = started().await;
    let mut open = BufReader::new(TcpStream::connect(mailbox.0.address).await.expect("connected"));
    let mut greeting = String::new();
    open.read_line(&mut greeting).await.expect("greeted");
    drop(guard);
    assert_eq!(open.read_line(&mut greeting).await.unwrap_or(0), 0, "closed");
    while TcpStream::connect(mailbox.0.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
}
