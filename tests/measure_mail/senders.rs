use domain::{Delivery, EmailAddress, OneTimeCode};
use lettre::message::MultiPart;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use secrecy::SecretString;
use server::i18n::Language;
use server::mail::{Mailer, Relay, Route, Secret, Sender, TlsMode};
use server::sign_up::ports::{CodeMail, CodePurpose, Mail};
use server::sign_up::{CanonicalAddress, Timestamp};
use smtp_relay::Sink;
use std::time::Duration;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

const USERNAME: &str = "mailcode";
const PASSWORD: &str = "a-secret-password";
const FROM: &str = "Mailcode <mailcode@example.org>";

/// A way to send mails to the sink.
pub(crate) trait MailSender: Send + Sync + 'static {
    /// Sends the mail with this number, and returns once the sink has accepted it.
    ///
    /// # Panics
    /// When the sink has not accepted it.
    fn send(&self, number: u32) -> impl Future<Output = ()> + Send;
}

/// The server's mailer with its pool of connections.
pub(crate) struct PooledMailer(Mailer);

/// Sends as a simple script does: for each mail, it connects, starts TLS, logs in, sends and quits.
pub(crate) struct ConnectionPerMail(AsyncSmtpTransport<Tokio1Executor>);

impl PooledMailer {
    pub(crate) fn new(sink: &Sink, connections: u32) -> Self {
        let secret = Secret::Password(SecretString::from(PASSWORD));
        let relay = Relay {
            host: "localhost".to_owned(),
            port: sink.port,
            tls: TlsMode::StartTls,
            credentials: Some(server::mail::Credentials { username: USERNAME.to_owned(), secret }),
            extra_roots: vec![CertificateDer::from_pem_slice(sink.root.as_bytes()).expect("PEM made by rcgen")],
        };
        let not_me = "https://sign-up.example.org/not-me".to_owned();
        let sender = Sender::new(FROM.parse().expect("a mailbox"), "Mailcode", "localhost", not_me).expect("a sender");
        let connections = usize::try_from(connections).expect("a small number");
        Self(Mailer::new(Route { connections, ..Route::from(relay) }, sender, CancellationToken::new()).expect("a mailer"))
    }
}

impl MailSender for PooledMailer {
    async fn send(&self, number: u32) {
        let to = EmailAddress::parse(&format!("visitor{number}@example.org")).expect("an address");
        let mail = CodeMail {
            to: CanonicalAddress::new(to).expect("a mail domain"),
            code: OneTimeCode::from_number(number % 1_000_000).expect("a code"),
            lifetime: Duration::from_secs(600),
            issued_at: Timestamp::from_millis(1_795_442_400_000),
            language: Language::default(),
            not_me: "K7QM-2XRD-9FHT".parse().expect("a token"),
            purpose: CodePurpose::SignUp,
        };
        let (slot, progress) = (self.0.reserve().expect("a slot"), watch::Sender::new(Delivery::Sending));
        assert_eq!(self.0.send(mail.into(), slot, &progress).await.delivery, Delivery::Accepted);
    }
}

impl ConnectionPerMail {
    pub(crate) fn new(sink: &Sink) -> Self {
        let root = Certificate::from_pem(sink.root.as_bytes()).expect("PEM made by rcgen");
        let tls = TlsParameters::builder("localhost".to_owned()).add_root_certificate(root).build_rustls().expect("TLS");
        let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("localhost")
            .port(sink.port)
            .tls(Tls::Required(tls))
            .authentication(vec![Mechanism::Plain])
            .credentials(Credentials::new(USERNAME.to_owned(), PASSWORD.to_owned()))
            .build();
        Self(transport)
    }
}

impl MailSender for ConnectionPerMail {
    async fn send(&self, number: u32) {
        let code = format!("{:06}", number % 1_000_000);
        let parts = MultiPart::alternative_plain_html(format!("Your code is\n\n{code}\n"), format!("<p>Your code is <b>{code}</b></p>"));
        let mail = Message::builder()
            .from(FROM.parse().expect("a mailbox"))
            .to(format!("visitor{number}@example.org").parse().expect("a mailbox"))
            .subject(format!("{code} is your code"))
            .multipart(parts)
            .expect("a mail");
        assert!(self.0.send(mail).await.expect("the sink takes it").is_positive());
    }
}
