use crate::Authority;
use socket2::Socket;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{self, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;

/// A relay that accepts every mail, counts them and stores none. Its name is `localhost`; it has STARTTLS and AUTH PLAIN.
pub struct Sink {
    /// The sink's port on `localhost`.
    pub port: u16,
    /// How it behaves.
    pub options: SinkOptions,
    /// The root certificate of the relay's authority, in PEM.
    pub root: String,
    mails: Arc<AtomicU64>,
    task: AbortHandle,
}

/// How a sink behaves.
#[derive(Clone, Copy)]
pub struct SinkOptions {
    /// Whether it offers PIPELINING.
    pub pipelining: bool,
    /// The delay of the reply to everything that was received at once: a network's round trip.
    pub delay: Duration,
    /// Whether it acknowledges every packet at once. By default, Linux waits up to 40 ms for data to send with the acknowledgement, and a
    /// client that leaves Nagle's algorithm on (RFC 896) waits for that before each small packet that follows another.
    pub acknowledges_at_once: bool,
}

/// PIPELINING, no delay, and TCP's defaults.
impl Default for SinkOptions {
    fn default() -> Self {
        Self { pipelining: true, delay: Duration::ZERO, acknowledges_at_once: false }
    }
}

#[derive(Clone)]
struct SinkConnection {
    options: SinkOptions,
    acceptor: TlsAcceptor,
    mails: Arc<AtomicU64>,
    on_mail: Arc<OnMail>,
}

/// What is done with each accepted mail: the recipient of the envelope and the mail's source.
type OnMail = dyn Fn(&str, &[u8]) + Send + Sync;

impl Sink {
    /// Starts a sink on a loopback port.
    pub async fn start(options: SinkOptions) -> Self {
        Self::start_with(options, |_, _| ()).await
    }

    /// Starts a sink on a loopback port that calls `on_mail` with the last recipient and the source of each mail that it accepts.
    pub async fn start_with(options: SinkOptions, on_mail: impl Fn(&str, &[u8]) + Send + Sync + 'static) -> Self {
        let authority = Authority::new();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a bound port").port();
        let (acceptor, mails) = (authority.issue("localhost").acceptor(), Arc::<AtomicU64>::default());
        let connection = SinkConnection { options, acceptor, mails: Arc::clone(&mails), on_mail: Arc::new(on_mail) };
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(connection.clone().run(stream));
            }
        });
        Self { port, options, root: authority.pem().to_owned(), mails, task: task.abort_handle() }
    }

    /// The number of accepted mails.
    #[must_use]
    pub fn mails(&self) -> u64 {
        self.mails.load(Ordering::Relaxed)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl SinkConnection {
    async fn run(self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let socket = Socket::from(stream.as_fd().try_clone_to_owned()?);
        sleep_if_any(self.options.delay).await;
        stream.write_all(b"220 localhost ESMTP\r\n").await?;
        if self.reply_to_commands(&mut stream, &socket, "250-localhost\r\n250 STARTTLS\r\n").await? {
            let mut stream = self.acceptor.accept(stream).await?;
            let pipelining = if self.options.pipelining { "250-PIPELINING\r\n" } else { "" };
            self.reply_to_commands(&mut stream, &socket, &format!("250-localhost\r\n{pipelining}250-8BITMIME\r\n250 AUTH PLAIN\r\n"))
                .await?;
        }
        Ok(())
    }

    /// Replies until the client has disconnected or TLS begins; returns whether TLS begins.
    async fn reply_to_commands<S: AsyncRead + AsyncWrite + Unpin>(&self, stream: &mut S, socket: &Socket, hello: &str) -> io::Result<bool> {
        let (mut received, mut replies, mut in_text, mut recipient) = (Vec::new(), String::new(), false, String::new());
        loop {
            if self.options.acknowledges_at_once {
                // Linux resets this option by itself (tcp(7)).
                socket.set_tcp_quickack(true)?;
            }
            if stream.read_buf(&mut received).await? == 0 {
                return Ok(false);
            }
            let (mut starts_tls, mut quits) = (false, false);
            while let Some(end) = end(&received, in_text) {
                let line: Vec<u8> = received.drain(..end).collect();
                if in_text {
                    in_text = false;
                    self.mails.fetch_add(1, Ordering::Relaxed);
                    (self.on_mail)(&recipient, &line);
                    replies += "250 2.0.0 Taken\r\n";
                    continue;
                }
                // Verbs are case-insensitive (RFC 5321 §2.4).
                let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
                if verb == b"RCPT" {
                    recipient = path_in(&line);
                }
                replies += match &*verb {
                    b"EHLO" => hello,
                    b"AUTH" => "235 2.7.0 Welcome\r\n",
                    b"DATA" => "354 Go on\r\n",
                    b"STAR" => "220 2.0.0 Ready\r\n",
                    b"QUIT" => "221 2.0.0 Bye\r\n",
                    _ => "250 2.0.0 Fine\r\n",
                };
                (in_text, starts_tls, quits) = (verb == b"DATA", verb == b"STAR", verb == b"QUIT");
            }
            if !replies.is_empty() {
                sleep_if_any(self.options.delay).await;
                stream.write_all(replies.as_bytes()).await?;
                stream.flush().await?;
                replies.clear();
            }
            if starts_tls || quits {
                return Ok(starts_tls);
            }
        }
    }
}

/// The address between the angle brackets of a command (RFC 5321 §4.1.2).
fn path_in(command: &[u8]) -> String {
    let command = String::from_utf8_lossy(command);
    command.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}

/// The end of the command, or of the text of a mail.
fn end(received: &[u8], in_text: bool) -> Option<usize> {
    let mark: &[u8] = if in_text { b"\r\n.\r\n" } else { b"\r\n" };
    received.windows(mark.len()).position(|window| window == mark).map(|start| start + mark.len())
}

async fn sleep_if_any(delay: Duration) {
    if !delay.is_zero() {
        sleep(delay).await;
    }
}
