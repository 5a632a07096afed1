//! A relay that follows a script, to test the mailer against every kind of behaviour.

use super::{Credentials, Deadlines, Mailer, Relay, Secret, SendError, Sender, TlsMode};
use crate::dev_mailbox::certificate::Identity;
use crate::sign_up::ports::{CodeFor, CodeMail, Mail};
use crate::sign_up::{CanonicalAddress, Timestamp};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{Delivery, EmailAddress, OneTimeCode};
use secrecy::SecretString;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::{CancellationToken, DropGuard};

const USERNAME: &str = "relay-user";
const PASSWORD: &str = "relay-Passw0rd";
const CODE: u32 = 314_159;

/// One step of a script. Each connection runs through it from the start.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Sends exactly this.
    Say(String),
    /// Sends exactly these bytes.
    SayBytes(&'static [u8]),
    /// Waits for a line, which must start with this.
    Hear(&'static str),
    /// Waits for the content of a mail and its final dot.
    HearText,
    /// Accepts a TLS handshake.
    Tls,
    /// Sends nothing more, until the client closes the connection.
    Hang,
}

/// Sends these lines, adding CR LF to each.
pub(super) fn say(lines: &str) -> Act {
    Act::Say(lines.lines().fold(String::new(), |said, line| said + line + "\r\n"))
}

/// An ordinary relay up to its reply to `EHLO` inside TLS.
pub(super) fn opening(offer: &str) -> Vec<Act> {
    let mut script = clear_opening();
    script.extend([Act::Tls, Act::Hear("EHLO "), say(&format!("250-relay\n{offer}"))]);
    script
}

/// The part of [`opening`] before TLS.
pub(super) fn clear_opening() -> Vec<Act> {
    vec![say("220 relay"), Act::Hear("EHLO "), say("250-relay\n250 STARTTLS"), Act::Hear("STARTTLS"), say("220 Go ahead")]
}

/// An ordinary relay up to the login.
pub(super) fn logged_in() -> Vec<Act> {
    let mut script = opening("250 AUTH PLAIN");
    script.extend([Act::Hear("AUTH PLAIN "), say("235 Welcome")]);
    script
}

/// An ordinary relay that accepts one mail.
pub(super) fn one_mail() -> Vec<Act> {
    let mut script = up_to_text();
    script.extend([Act::HearText, say("250 Taken")]);
    script
}

/// The part of [`one_mail`] before the content.
pub(super) fn up_to_text() -> Vec<Act> {
    vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say("250 OK"), Act::Hear("DATA"), say("354 Go on")]
}

impl Mailer {
    /// Checks the main relay.
    pub(crate) async fn check_main(&self) -> Result<(), SendError> {
        self.check().await.swap_remove(0).1.map_err(|unusable| unusable.error)
    }

    /// The result of the first try to send a mail, whether or not it would be retried.
    pub(crate) async fn first_try(&self, mail: CodeMail) -> Delivery {
        let (news, mut heard) = watch::channel(Delivery::Sending);
        let sending = self.send(mail.into(), self.reserve().expect("a place"), &news);
        tokio::select! {
            biased;
            outcome = sending => outcome.delivery,
            _ = heard.changed() => match *heard.borrow() {
                Delivery::Retrying(failure) => Delivery::Failed(failure),
                other => other,
            }
        }
    }
}

/// A running relay.
pub(super) struct TestRelay {
    address: SocketAddr,
    identity: Arc<Identity>,
    /// Every byte received over TCP, of all connections.
    overheard: Arc<Mutex<Vec<u8>>>,
    /// The content of every mail received.
    texts: Arc<Mutex<Vec<String>>>,
    /// The acts that are over, in order, of all connections; `None` marks the start of a connection.
    acts: Arc<Mutex<Vec<Option<Act>>>>,
    _shutdown: DropGuard,
}

impl TestRelay {
    pub(super) async fn start(script: Vec<Act>) -> Self {
        let identity = Identity::ephemeral(Ipv4Addr::LOCALHOST.into()).expect("an identity");
        Self::start_as(identity, script).await
    }

    /// Starts a relay that runs the first script on its first connection, and so on; the last one on all that follow.
    pub(super) async fn start_in_turn(scripts: Vec<Vec<Act>>) -> Self {
        let identity = Identity::ephemeral(Ipv4Addr::LOCALHOST.into()).expect("an identity");
        Self::start_with(identity, scripts).await
    }

    pub(super) async fn start_as(identity: Identity, script: Vec<Act>) -> Self {
        Self::start_with(identity, vec![script]).await
    }

    async fn start_with(identity: Identity, scripts: Vec<Vec<Act>>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let shutdown = CancellationToken::new();
        let relay = Self {
            address,
            identity: Arc::new(identity),
            overheard: Arc::default(),
            texts: Arc::default(),
            acts: Arc::default(),
            _shutdown: shutdown.clone().drop_guard(),
        };
        let stage = Stage {
            tls: TlsAcceptor::from(Arc::clone(&relay.identity.config)),
            texts: Arc::clone(&relay.texts),
            acts: Arc::clone(&relay.acts),
        };
        let overheard = Arc::clone(&relay.overheard);
        tokio::spawn(shutdown.run_until_cancelled_owned(async move {
            let last = scripts.last().cloned().unwrap_or_default();
            let mut scripts = scripts.into_iter();
            while let Ok((stream, _)) = listener.accept().await {
                let stream = Overheard { stream, overheard: Arc::clone(&overheard) };
                let script = scripts.next().unwrap_or_else(|| last.clone());
                tokio::spawn(stage.clone().play(Box::new(stream), script));
            }
        }));
        relay
    }

    pub(super) fn settings(&self) -> Relay {
        Relay {
            host: self.address.ip().to_string(),
            port: self.address.port(),
            tls: TlsMode::StartTls,
            credentials: Some(Credentials { username: USERNAME.to_owned(), secret: Secret::Password(SecretString::from(PASSWORD)) }),
            extra_roots: vec![self.identity.root.clone()],
        }
    }

    pub(super) fn mailer(&self) -> Mailer {
        self.mailer_with(Deadlines::default())
    }

    pub(super) fn mailer_with(&self, deadlines: Deadlines) -> Mailer {
        mailer(self.settings(), deadlines)
    }

    /// The contents of the mails received so far.
    pub(super) fn texts(&self) -> Vec<String> {
        self.texts.lock().expect("no panic").clone()
    }

    /// Number of connections so far.
    pub(super) fn connections(&self) -> usize {
        self.acts.lock().expect("no panic").iter().filter(|act| act.is_none()).count()
    }

    /// Every byte received over TCP, as text.
    pub(super) fn overheard(&self) -> String {
        String::from_utf8_lossy(&self.overheard.lock().expect("no panic")).into_owned()
    }

    /// Waits until this many acts of this kind are over.
    pub(super) async fn wait_for(&self, count: usize, is_kind: fn(&Act) -> bool) {
        while self.count(is_kind) < count {
            tokio::task::yield_now().await;
        }
    }

    /// Number of acts of this kind that are over.
    pub(super) fn count(&self, is_kind: fn(&Act) -> bool) -> usize {
        self.acts.lock().expect("no panic").iter().flatten().filter(|act| is_kind(act)).count()
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
        purpose: CodeFor::SignUp,
    }
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

#[derive(Clone)]
struct Stage {
    tls: TlsAcceptor,
    texts: Arc<Mutex<Vec<String>>>,
    acts: Arc<Mutex<Vec<Option<Act>>>>,
}

impl Stage {
    async fn play(self, mut stream: Box<dyn Stream>, script: Vec<Act>) {
        self.note(None);
        for act in script {
            let done: io::Result<()> = async {
                match &act {
                    Act::Say(text) => stream.write_all(text.as_bytes()).await?,
                    Act::SayBytes(bytes) => stream.write_all(bytes).await?,
                    Act::Hear(start) => {
                        let line = read_until(&mut stream, b"\r\n").await?;
                        assert!(line.starts_with(start), "{line:?} instead of {start}");
                    }
                    Act::HearText => {
                        let text = read_until(&mut stream, b"\r\n.\r\n").await?;
                        self.texts.lock().expect("no panic").push(text);
                    }
                    Act::Tls => {
                        let clear = std::mem::replace(&mut stream, Box::new(tokio::io::empty()));
                        stream = Box::new(self.tls.accept(clear).await?);
                    }
                    Act::Hang => _ = stream.read_to_end(&mut Vec::new()).await?,
                }
                stream.flush().await
            }
            .await;
            self.note(Some(act));
            if done.is_err() {
                return;
            }
        }
    }

    fn note(&self, act: Option<Act>) {
        self.acts.lock().expect("no panic").push(act);
    }
}

async fn read_until(stream: &mut Box<dyn Stream>, end: &[u8]) -> io::Result<String> {
    let mut bytes = Vec::new();
    while !bytes.ends_with(end) {
        bytes.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A stream that records what is received on it.
struct Overheard {
    stream: TcpStream,
    overheard: Arc<Mutex<Vec<u8>>>,
}

impl AsyncRead for Overheard {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        self.overheard.lock().expect("no panic").extend_from_slice(&buffer.filled()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Overheard {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
