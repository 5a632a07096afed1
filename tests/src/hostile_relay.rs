use crate::relay_stream::{Heard, RelayStream};
use crate::{Authority, Moment, Script};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

/// A mail relay that does what its script says and writes down every byte it is sent.
pub struct HostileRelay {
    port: u16,
    trusted: Authority,
    record: Arc<Record>,
    task: AbortHandle,
}

/// What a relay got until now.
#[derive(Debug)]
pub struct Received {
    /// How many connections were made.
    pub connections: usize,
    /// Everything that came outside TLS, as text, but for TLS records.
    pub clear: String,
    /// Everything that came inside TLS.
    pub inside: String,
}

#[derive(Default)]
struct Record {
    connections: Mutex<usize>,
    clear: Heard,
    inside: Heard,
}

/// What a connection goes by.
struct Terms {
    script: Script,
    acceptor: TlsAcceptor,
    record: Arc<Record>,
}

impl HostileRelay {
    /// Starts one on a loopback port. Its name is `localhost`.
    pub async fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a bound port").port();
        let trusted = Authority::new();
        let certificate = match script {
            Script::WrongName => trusted.issue("mail.example.org"),
            Script::UnknownAuthority => Authority::new().issue("localhost"),
            _ => trusted.issue("localhost"),
        };
        let record = Arc::new(Record::default());
        let terms = Arc::new(Terms { script, acceptor: certificate.acceptor(), record: Arc::clone(&record) });
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                *terms.record.connections.lock().expect("no panic while it was held") += 1;
                let terms = Arc::clone(&terms);
                connections.spawn(async move { terms.receive(stream).await });
            }
        });
        Self { port, trusted, record, task: task.abort_handle() }
    }

    /// Its port on `localhost`.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The authority that a client of this relay is told to trust.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.trusted
    }

    /// What it got until now.
    #[must_use]
    pub fn received(&self) -> Received {
        let text = |heard: &Heard| String::from_utf8_lossy(&heard.lock().expect("no panic while it was held")).into_owned();
        let connections = *self.record.connections.lock().expect("no panic while it was held");
        Received { connections, clear: text(&self.record.clear), inside: text(&self.record.inside) }
    }
}

impl Drop for HostileRelay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Terms {
    /// One connection, from the greeting to its end.
    async fn receive(&self, stream: TcpStream) -> Option<()> {
        let mut stream = RelayStream::new(stream, Arc::clone(&self.record.clear));
        self.silent_at(Moment::Greeting, &mut stream).await?;
        stream.say("220 localhost ESMTP\r\n").await?;
        loop {
            let line = stream.line().await?.to_ascii_uppercase();
            match line.split(' ').next().unwrap_or_default() {
                "EHLO" => {
                    self.silent_at(Moment::Ehlo, &mut stream).await?;
                    let offer = if self.script == Script::StripStartTls { "AUTH PLAIN LOGIN" } else { "STARTTLS" };
                    stream.say(&format!("250-localhost\r\n250-8BITMIME\r\n250 {offer}\r\n")).await?;
                }
                "STARTTLS" if self.script != Script::StripStartTls => break,
                // Whoever goes on in clear is let on, so that what it gives away is heard.
                _ => self.answer(&line, &mut stream).await?,
            }
        }
        self.silent_at(Moment::StartTls, &mut stream).await?;
        let glued = "250-localhost\r\n250 AUTH PLAIN LOGIN\r\n";
        let glued = if self.script == Script::GlueForgedReply { glued } else { "" };
        stream.say(&format!("220 ready\r\n{glued}")).await?;
        self.silent_at(Moment::Handshake, &mut stream).await?;
        let secure = self.acceptor.accept(stream.into_inner()).await.ok()?;
        let mut stream = RelayStream::new(secure, Arc::clone(&self.record.inside));
        loop {
            let line = stream.line().await?.to_ascii_uppercase();
            if line.starts_with("EHLO") {
                stream.say("250-localhost\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n").await?;
            } else {
                self.answer(&line, &mut stream).await?;
            }
        }
    }

    /// Answers any command that is the same inside and outside TLS.
    async fn answer<S: AsyncRead + AsyncWrite + Unpin>(&self, line: &str, stream: &mut RelayStream<S>) -> Option<()> {
        let mut words = line.split([' ', ':']);
        match (words.next().unwrap_or_default(), words.next().unwrap_or_default()) {
            ("AUTH", mechanism) => self.authenticate(mechanism, words.next().is_some(), stream).await,
            ("RCPT", _) if self.script == Script::RefuseRecipient => stream.say("550 5.1.1 No such mailbox\r\n").await,
            ("DATA", _) => {
                stream.say("354 Go on\r\n").await?;
                let mut repeated = String::new();
                loop {
                    let line = stream.line().await?;
                    if line == "." {
                        break;
                    }
                    if line.starts_with("Subject: ") || line.starts_with("To: ") {
                        repeated += &line;
                    }
                }
                self.silent_at(Moment::Data, stream).await?;
                if self.script == Script::RefuseMail {
                    return stream.say(&format!("554 5.6.0 Not this: {repeated}\r\n")).await;
                }
                stream.say("250 2.0.0 Taken\r\n").await
            }
            ("QUIT", _) => {
                stream.say("221 2.0.0 Bye\r\n").await?;
                None
            }
            ("MAIL" | "RCPT" | "RSET" | "NOOP", _) => stream.say("250 2.0.0 Fine\r\n").await,
            _ => stream.say("500 5.5.1 Not understood\r\n").await,
        }
    }

    async fn authenticate<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        mechanism: &str,
        has_response: bool,
        stream: &mut RelayStream<S>,
    ) -> Option<()> {
        if mechanism == "LOGIN" {
            // `User Name` and `Password` in base 64.
            for prompt in ["VXNlciBOYW1l", "UGFzc3dvcmQ="].iter().skip(usize::from(has_response)) {
                stream.say(&format!("334 {prompt}\r\n")).await?;
                stream.line().await?;
            }
        } else if !has_response {
            stream.say("334 \r\n").await?;
            stream.line().await?;
        }
        let refused = self.script == Script::RefuseCredentials;
        stream.say(if refused { "535 5.7.8 Not accepted\r\n" } else { "235 2.7.0 Welcome\r\n" }).await
    }

    async fn silent_at<S: AsyncRead + AsyncWrite + Unpin>(&self, moment: Moment, stream: &mut RelayStream<S>) -> Option<()> {
        if self.script == Script::SilentAt(moment) { stream.stay_silent().await } else { Some(()) }
    }
}
