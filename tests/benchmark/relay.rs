use smtp_relay::Authority;
use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

/// A relay on loopback with STARTTLS and AUTH that accepts every mail at once and hands its code to the visitor who waits for it.
pub(crate) struct Relay {
    /// The relay's port on `localhost`.
    pub(crate) port: u16,
    /// The root certificate of the relay's authority, in PEM.
    pub(crate) root: String,
    inbox: Inbox,
}

/// The visitors who wait for a mail, by address.
#[derive(Clone, Default)]
struct Inbox(Arc<Mutex<HashMap<String, oneshot::Sender<String>>>>);

impl Relay {
    /// Starts the relay. It waits for `delay` before each reply, once for all commands that it has received at once.
    pub(crate) async fn start(delay: Duration) -> io::Result<Self> {
        let authority = Authority::new();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let (acceptor, inbox) = (authority.issue("localhost").acceptor(), Inbox::default());
        let conversation = Conversation { acceptor, delay, inbox: inbox.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(conversation.clone().run(stream));
            }
        });
        Ok(Self { port, root: authority.pem().to_owned(), inbox })
    }

    /// The code of the next mail to this address, once the relay has accepted it.
    pub(crate) fn code_for(&self, address: &str) -> oneshot::Receiver<String> {
        let (sender, receiver) = oneshot::channel();
        self.inbox.0.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), sender);
        receiver
    }
}

impl Inbox {
    /// Hands the code of an accepted mail to the visitor who waits for it.
    fn deliver(&self, recipient: &str, mail: &str) {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(recipient);
        if let (Some(waiting), Some(code)) = (waiting, code_in(mail)) {
            // A visitor who has given up does not receive it.
            let _ = waiting.send(code);
        }
    }
}

/// The first six digits in a row of the mail's text. The subject is left out, since it need not contain the code.
fn code_in(mail: &str) -> Option<String> {
    let (_, body) = mail.split_once("\r\n\r\n")?;
    let words = body.split(|character: char| !character.is_ascii_alphanumeric());
    let mut codes = words.filter(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()));
    codes.next().map(ToOwned::to_owned)
}

#[derive(Clone)]
struct Conversation {
    acceptor: TlsAcceptor,
    delay: Duration,
    inbox: Inbox,
}

impl Conversation {
    /// Talks with one client until it closes the connection. An error ends the connection, as it would at any relay.
    async fn run(self, mut stream: TcpStream) {
        let _ = self.before_tls(&mut stream).await;
    }

    async fn before_tls(&self, stream: &mut TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut dialogue = Dialogue::new(&mut *stream, self);
        dialogue.reply("220 localhost ESMTP\r\n").await?;
        if !dialogue.run(false).await? {
            return Ok(());
        }
        let secured = self.acceptor.accept(stream).await?;
        Dialogue::new(secured, self).run(true).await.map(drop)
    }
}

/// One side of an SMTP connection (RFC 5321), before or after STARTTLS.
struct Dialogue<'a, S> {
    stream: S,
    conversation: &'a Conversation,
    received: Vec<u8>,
    recipient: String,
}

impl<'a, S: AsyncRead + AsyncWrite + Unpin> Dialogue<'a, S> {
    fn new(stream: S, conversation: &'a Conversation) -> Self {
        Self { stream, conversation, received: Vec::new(), recipient: String::new() }
    }

    async fn reply(&mut self, text: &str) -> io::Result<()> {
        if !self.conversation.delay.is_zero() {
            tokio::time::sleep(self.conversation.delay).await;
        }
        self.stream.write_all(text.as_bytes()).await?;
        self.stream.flush().await
    }

    /// Receives more bytes; `false` at the end of the connection.
    async fn receive(&mut self) -> io::Result<bool> {
        self.received.reserve(16 * 1024);
        Ok(self.stream.read_buf(&mut self.received).await? > 0)
    }

    /// Replies to commands until the client starts TLS, which returns `true`, or ends the connection.
    async fn run(&mut self, is_secure: bool) -> io::Result<bool> {
        let (mut replies, mut has_quit) = (String::new(), false);
        while !has_quit {
            while let Some(line) = self.take_until(b"\r\n") {
                let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
                match verb.to_ascii_uppercase().as_str() {
                    "EHLO" if is_secure => replies.push_str("250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n"),
                    "EHLO" => replies.push_str("250-localhost\r\n250-PIPELINING\r\n250 STARTTLS\r\n"),
                    "STARTTLS" => {
                        self.reply("220 ready\r\n").await?;
                        return Ok(true);
                    }
                    "AUTH" => self.log_in(rest).await?,
                    "RCPT" => {
                        rest.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut self.recipient);
                        replies.push_str("250 recipient\r\n");
                    }
                    "DATA" => {
                        replies.push_str("354 go on\r\n");
                        self.reply(&std::mem::take(&mut replies)).await?;
                        let mail = self.receive_until(b"\r\n.\r\n").await?;
                        self.conversation.inbox.deliver(&self.recipient, &mail);
                        replies.push_str("250 accepted\r\n");
                    }
                    "QUIT" => {
                        replies.push_str("221 bye\r\n");
                        has_quit = true;
                    }
                    _ => replies.push_str("250 ok\r\n"),
                }
            }
            if !replies.is_empty() {
                self.reply(&std::mem::take(&mut replies)).await?;
            }
            if !has_quit && !self.receive().await? {
                break;
            }
        }
        Ok(false)
    }

    /// Accepts any credentials: PLAIN with an initial response (RFC 4954 §4), or what else the client sends after the prompts of LOGIN.
    async fn log_in(&mut self, rest: &str) -> io::Result<()> {
        let (mechanism, initial) = rest.split_once(' ').unwrap_or((rest, ""));
        let prompts: &[&str] = match (mechanism.eq_ignore_ascii_case("LOGIN"), initial.is_empty()) {
            (true, true) => &["334 VXNlcm5hbWU6\r\n", "334 UGFzc3dvcmQ6\r\n"],
            (true, false) => &["334 UGFzc3dvcmQ6\r\n"],
            (false, true) => &["334 \r\n"],
            (false, false) => &[],
        };
        for prompt in prompts {
            self.reply(prompt).await?;
            self.receive_until(b"\r\n").await?;
        }
        self.reply("235 welcome\r\n").await
    }

    async fn receive_until(&mut self, end: &[u8]) -> io::Result<String> {
        loop {
            if let Some(text) = self.take_until(end) {
                return Ok(text);
            }
            if !self.receive().await? {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    /// Takes the received bytes up to this end, without it.
    fn take_until(&mut self, end: &[u8]) -> Option<String> {
        let at = self.received.windows(end.len()).position(|window| window == end)?;
        let text = String::from_utf8_lossy(&self.received[..at]).into_owned();
        self.received.drain(..at + end.len());
        Some(text)
    }
}
