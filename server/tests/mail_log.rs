//! Log entries about mails. This is the only test of its process, because a thread's subscriber misses entries of a call site that another
//! thread has used first.

use domain::{Delivery, DeliveryFailure, EmailAddress, OneTimeCode};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use secrecy::{ExposeSecret, SecretString};
use server::dev_mailbox::DevMailbox;
use server::mail::{Credentials, Mailer, Relay, Secret, Sender, TlsMode};
use server::sign_up::CanonicalAddress;
use server::sign_up::ports::{CodeMail, CodePurpose, Mail};
use server::system::FakeClock;
use smtp_relay::{Act, Authority, LineRelay, logged_in, one_mail, say};
use std::sync::Arc;
use std::time::Duration;
use test_support::MemoryLog;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

fn mailer(relay: Relay) -> Mailer {
    let from = "Mailcode <no-reply@localhost>".parse().expect("a mailbox");
    Mailer::new(
        relay.into(),
        Sender::new(from, "Mailcode", "localhost", "http://localhost/not-me".to_owned()).expect("a sender"),
        CancellationToken::new(),
    )
    .expect("a mailer")
}

async fn send(mailer: &Mailer) -> Delivery {
    mailer.send(mail().into(), mailer.reserve().expect("a slot"), &watch::Sender::new(Delivery::Sending)).await.delivery
}

fn mail() -> CodeMail {
    CodeMail {
        to: CanonicalAddress::new(EmailAddress::parse("somebody@example.org").expect("an address")).expect("a domain"),
        code: OneTimeCode::from_number(314_159).expect("a code"),
        lifetime: Duration::from_secs(600),
        issued_at: FakeClock::START,
        language: server::i18n::Language::default(),
        not_me: "K7QM-2XRD-9FHT".parse().expect("a token"),
        purpose: CodePurpose::SignUp,
    }
}

/// Sends two mails at once to a relay that accepts one connection.
async fn send_two_over_one_connection() {
    let authority = Authority::new();
    let script = [logged_in(), one_mail(), one_mail(), vec![Act::Hang]].concat();
    let relay = LineRelay::start(authority.issue("127.0.0.1").acceptor(), vec![script, vec![say("421 4.7.0 Too many connections")]]).await;
    let settings = Relay {
        host: relay.address().ip().to_string(),
        port: relay.address().port(),
        tls: TlsMode::StartTls,
        credentials: Some(Credentials {
            username: "relay-user".to_owned(),
            secret: Secret::Password(SecretString::from("relay-Passw0rd")),
        }),
        extra_roots: vec![CertificateDer::from_pem_slice(authority.pem().as_bytes()).expect("PEM made by rcgen")],
    };
    let mailer = mailer(settings);
    assert_eq!(tokio::join!(send(&mailer), send(&mailer)), (Delivery::Accepted, Delivery::Accepted));
}

#[tokio::test]
async fn the_log_names_nobody_and_no_secret() {
    let log = MemoryLog::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).with_ansi(false).with_max_level(tracing::Level::TRACE);
    tracing::subscriber::set_global_default(subscriber.finish()).expect("the first one");

    let mailbox = DevMailbox::start(CancellationToken::new(), Arc::new(FakeClock::default())).await.expect("started");
    let relay = mailbox.relay();
    let known = relay.credentials.clone().expect("credentials");
    assert_eq!(send(&mailer(relay.clone())).await, Delivery::Accepted);

    let wrong = Credentials { username: "relay-user".to_owned(), secret: Secret::Password(SecretString::from("relay-Passw0rd")) };
    let refused = mailer(Relay { credentials: Some(wrong), ..relay });
    for _ in 0..3 {
        assert_eq!(send(&refused).await, Delivery::Failed(DeliveryFailure::Credentials));
    }

    send_two_over_one_connection().await;

    let Secret::Password(password) = &known.secret else { panic!("the mailbox has a password") };
    let log = log.text();
    let secrets = ["somebody", "314159", "relay-user", "relay-Passw0rd", "AUTH PLAIN ", &known.username, password.expose_secret()];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
    assert_eq!(log.matches("the relay accepted a mail to=\"s…@example.org\" relay=\"127.0.0.1:").count(), 3, "{log}");
    assert_eq!(log.matches("the relay did not accept a mail to=\"s…@example.org\" relay=\"127.0.0.1:").count(), 3, "{log}");
    assert_eq!(log.matches("a mail was not sent and is not tried again to=\"s…@example.org\"").count(), 3, "{log}");
    let limited: Vec<_> = log.lines().filter(|line| line.contains("the relay accepts no more connections at once")).collect();
    assert!(matches!(limited[..], [line] if line.contains(" INFO ") && line.contains(" connections=1")), "{limited:?}");
    assert_eq!(log.matches(" ERROR ").count(), 1, "the alarm is raised once a minute: {log}");
}
