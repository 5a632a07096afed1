use crate::stream::{Bytes, Recorded, text};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;
use tokio_rustls::TlsAcceptor;

/// One step of a script. Each connection runs through it from the start.
#[derive(Clone, Debug)]
pub enum Act {
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
#[must_use]
pub fn say(lines: &str) -> Act {
    Act::Say(lines.lines().fold(String::new(), |said, line| said + line + "\r\n"))
}

/// An ordinary relay up to its reply to `EHLO` inside TLS.
#[must_use]
pub fn opening(offer: &str) -> Vec<Act> {
    let mut script = clear_opening();
    script.extend([Act::Tls, Act::Hear("EHLO "), say(&format!("250-relay\n{offer}"))]);
    script
}

/// The part of [`opening`] before TLS.
#[must_use]
pub fn clear_opening() -> Vec<Act> {
    vec![say("220 relay"), Act::Hear("EHLO "), say("250-relay\n250 STARTTLS"), Act::Hear("STARTTLS"), say("220 Go ahead")]
}

/// An ordinary relay up to the login.
#[must_use]
pub fn logged_in() -> Vec<Act> {
    let mut script = opening("250 AUTH PLAIN");
    script.extend([Act::Hear("AUTH PLAIN "), say("235 Welcome")]);
    script
}

/// An ordinary relay that accepts one mail.
#[must_use]
pub fn one_mail() -> Vec<Act> {
    let mut script = up_to_text();
    script.extend([Act::HearText, say("250 Taken")]);
    script
}

/// The part of [`one_mail`] before the content.
#[must_use]
pub fn up_to_text() -> Vec<Act> {
    vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say("250 OK"), Act::Hear("DATA"), say("354 Go on")]
}

/// A relay that sends and expects the lines of a script.
pub struct LineRelay {
    address: SocketAddr,
    /// Every byte received over TCP, of all connections.
    overheard: Bytes,
    /// The content of every mail received.
    texts: Arc<Mutex<Vec<String>>>,
    /// The completed acts, in order, of all connections; `None` marks the start of a connection.
    acts: Arc<Mutex<Vec<Option<Act>>>>,
    task: AbortHandle,
}

impl LineRelay {
    /// Starts a relay that runs the first script on its first connection, and so on; the last one on all that follow.
    pub async fn start(tls: TlsAcceptor, scripts: Vec<Vec<Act>>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (overheard, texts, acts) = (Bytes::default(), Arc::default(), Arc::default());
        let player = Player { tls, texts: Arc::clone(&texts), acts: Arc::clone(&acts) };
        let received = Arc::clone(&overheard);
        let task = tokio::spawn(async move {
            let last = scripts.last().cloned().unwrap_or_default();
            let mut scripts = scripts.into_iter();
            while let Ok((stream, _)) = listener.accept().await {
                let stream = Recorded::new(stream, Arc::clone(&received));
                let script = scripts.next().unwrap_or_else(|| last.clone());
                tokio::spawn(player.clone().play(Box::new(stream), script));
            }
        });
        Self { address, overheard, texts, acts, task: task.abort_handle() }
    }

    /// The relay's address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The contents of the mails received so far.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.texts.lock().expect("no panic").clone()
    }

    /// Number of connections so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.acts.lock().expect("no panic").iter().filter(|act| act.is_none()).count()
    }

    /// Every byte received over TCP, as text.
    #[must_use]
    pub fn overheard(&self) -> String {
        text(&self.overheard)
    }

    /// Waits until this many acts of this kind are completed.
    pub async fn wait_for(&self, count: usize, is_kind: fn(&Act) -> bool) {
        while self.count(is_kind) < count {
            tokio::task::yield_now().await;
        }
    }

    /// Number of completed acts of this kind.
    #[must_use]
    pub fn count(&self, is_kind: fn(&Act) -> bool) -> usize {
        self.acts.lock().expect("no panic").iter().flatten().filter(|act| is_kind(act)).count()
    }
}

/// The relay accepts no further connection; those that are open run to the end of their script.
impl Drop for LineRelay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

#[derive(Clone)]
struct Player {
    tls: TlsAcceptor,
    texts: Arc<Mutex<Vec<String>>>,
    acts: Arc<Mutex<Vec<Option<Act>>>>,
}

impl Player {
    async fn play(self, mut stream: Box<dyn Stream>, script: Vec<Act>) {
        self.record(None);
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
            self.record(Some(act));
            if done.is_err() {
                return;
            }
        }
    }

    fn record(&self, act: Option<Act>) {
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
