//! What the tests of the mailer share: a relay that follows a script, a mailer for it, and a mail.

use super::{Credentials, Deadlines, Mailer, Relay, Secret, SendError, Sender, TlsMode};
use crate::dev_mailbox::server_tls::ServerTls;
use crate::sign_up::ports::{CodeMail, CodePurpose, Mail};
use crate::sign_up::{CanonicalAddress, Timestamp};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{Delivery, EmailAddress, OneTimeCode};
use rustls_pki_types::CertificateDer;
use secrecy::SecretString;
use smtp_relay::LineRelay;
pub(super) use smtp_relay::{Act, clear_opening, logged_in, one_mail, opening, say, up_to_text};
use std::net::Ipv4Addr;
use std::ops::Deref;
use std::time::Duration;
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

const USERNAME: &str = "relay-user";
const PASSWORD: &str = "relay-Passw0rd";
const CODE: u32 = 314_159;

impl Mailer {
    /// Checks the main relay.
    pub(crate) async fn check_main(&self) -> Result<(), SendError> {
        self.check().await.swap_remove(0).1.map_err(|unusable| unusable.error)
    }

    /// The result of the first attempt to send a mail, whether or not it would be retried.
    pub(crate) async fn first_attempt(&self, mail: CodeMail) -> Delivery {
        let (progress, mut changes) = watch::channel(Delivery::Sending);
        let sending = self.send(mail.into(), self.reserve().expect("a slot"), &progress);
        tokio::select! {
            biased;
            outcome = sending => outcome.delivery,
            _ = changes.changed() => match *changes.borrow() {
                Delivery::Retrying(failure) => Delivery::Failed(failure),
                other => other,
            }
        }
    }
}

/// A relay that follows a script, and the certificate that its clients must trust.
pub(super) struct ScriptedRelay {
    relay: LineRelay,
    root: CertificateDer<'static>,
}

impl Deref for ScriptedRelay {
    type Target = LineRelay;

    fn deref(&self) -> &LineRelay {
        &self.relay
    }
}

impl ScriptedRelay {
    pub(super) async fn start(script: Vec<Act>) -> Self {
        Self::start_in_turn(vec![script]).await
    }

    /// Starts a relay that runs the first script on its first connection, and so on; the last one on all that follow.
    pub(super) async fn start_in_turn(scripts: Vec<Vec<Act>>) -> Self {
        let tls = ServerTls::for_address(Ipv4Addr::LOCALHOST.into()).expect("a certificate");
        Self::start_with(tls, scripts).await
    }

    pub(super) async fn start_as(tls: ServerTls, script: Vec<Act>) -> Self {
        Self::start_with(tls, vec![script]).await
    }

    async fn start_with(tls: ServerTls, scripts: Vec<Vec<Act>>) -> Self {
        Self { relay: LineRelay::start(TlsAcceptor::from(tls.config), scripts).await, root: tls.root }
    }

    pub(super) fn settings(&self) -> Relay {
        Relay {
            host: self.address().ip().to_string(),
            port: self.address().port(),
            tls: TlsMode::StartTls,
            credentials: Some(Credentials { username: USERNAME.to_owned(), secret: Secret::Password(SecretString::from(PASSWORD)) }),
            extra_roots: vec![self.root.clone()],
        }
    }

    pub(super) fn mailer(&self) -> Mailer {
        self.mailer_with(Deadlines::default())
    }

    pub(super) fn mailer_with(&self, deadlines: Deadlines) -> Mailer {
        mailer(self.settings(), deadlines)
    }

    /// Asserts that neither a credential nor a code was sent in clear text, in any encoding that SMTP has for it.
    pub(super) fn assert_nothing_leaked(&self) {
        let overheard = self.overheard();
        let plain = STANDARD.encode(format!("\0{USERNAME}\0{PASSWORD}"));
        let secrets = [USERNAME, PASSWORD, &STANDARD.encode(USERNAME), &STANDARD.encode(PASSWORD), &plain, &CODE.to_string()];
        for secret in secrets {
            assert!(!overheard.contains(secret), "{secret} was sent in clear");
        }
    }
}

/// A mailer as the tests use it.
pub(super) fn mailer(relay: Relay, deadlines: Deadlines) -> Mailer {
    Mailer::with_deadlines(relay.into(), sender(), deadlines, CancellationToken::new()).expect("a mailer")
}

/// The sender of the mails in tests.
pub(super) fn sender() -> Sender {
    let from = "Mailcode <no-reply@example.org>".parse().expect("a mailbox");
    Sender::new(from, "Mailcode", "localhost", "http://localhost/not-me".to_owned()).expect("a sender")
}

/// The mail that the tests send.
pub(super) fn code_mail(to: &str) -> CodeMail {
    let to = EmailAddress::parse(to).expect("an address");
    CodeMail {
        to: CanonicalAddress::new(to).expect("a mail domain"),
        code: OneTimeCode::from_number(CODE).expect("a code"),
        lifetime: Duration::from_secs(10 * 60),
        issued_at: Timestamp::from_millis(1_763_906_400_000),
        language: crate::i18n::Language::default(),
        not_me: "K7QM-2XRD-9FHT".parse().expect("a token"),
        purpose: CodePurpose::SignUp,
    }
}
