use crate::certificates::Certificates;
use crate::record::Record;
use crate::stream::Lines;
use crate::{Mail, Moment, RelayOptions, Script, SentMail, Verdict};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

const GREETING: &str = "220 localhost ESMTP\r\n";

/// One connection of a relay, which follows the current script. A method that returns `None` has ended the connection.
#[derive(Clone)]
pub(crate) struct Dialogue {
    pub(crate) options: RelayOptions,
    pub(crate) script: watch::Receiver<Script>,
    /// Changes when all connections are to be closed; the value is the text to send before.
    pub(crate) closing: watch::Receiver<&'static str>,
    pub(crate) certificates: Arc<Certificates>,
    pub(crate) record: Arc<Record>,
    /// The recipient of the current mail.
    pub(crate) recipient: Option<String>,
}

impl Dialogue {
    /// Runs the connection from the greeting to its end.
    pub(crate) async fn run(mut self, stream: TcpStream) -> Option<()> {
        // Replies are short, and the client waits for each.
        stream.set_nodelay(true).ok()?;
        self.closing.mark_unchanged();
        let _open = self.record.open();
        let mut clear = Lines::new(stream, Arc::clone(&self.record.clear));
        if !self.options.is_implicit {
            self.reply(Moment::Greeting, GREETING, &mut clear).await?;
            self.run_before_starttls(&mut clear).await?;
        }
        self.reply(Moment::Handshake, "", &mut clear).await?;
        let acceptor = self.certificates.acceptor(self.script());
        let tls = acceptor.accept(clear.into_inner()?).await.ok()?;
        let mut secure = Lines::new(tls, Arc::clone(&self.record.inside));
        if self.options.is_implicit {
            self.reply(Moment::Greeting, GREETING, &mut secure).await?;
        }
        loop {
            let line = self.line(&mut secure).await?;
            if verb(&line) == "EHLO" {
                self.reply(Moment::SecureEhlo, &self.options.hello(), &mut secure).await?;
            } else {
                self.answer(&line, &mut secure).await?;
            }
        }
    }

    /// Runs the dialogue up to the 220 reply to STARTTLS. A client that sends other commands without TLS is answered, so that the record
    /// shows what it gives away.
    async fn run_before_starttls(&mut self, stream: &mut Lines<TcpStream>) -> Option<()> {
        loop {
            let line = self.line(stream).await?;
            let is_stripped = self.script() == Script::StripStartTls;
            match verb(&line).as_str() {
                "EHLO" => {
                    let offer = if is_stripped { "AUTH PLAIN LOGIN" } else { "STARTTLS" };
                    self.reply(Moment::Ehlo, &format!("250-localhost\r\n250-8BITMIME\r\n250 {offer}\r\n"), stream).await?;
                }
                "STARTTLS" if !is_stripped => {
                    if self.reply(Moment::StartTls, "220 ready\r\n", stream).await? {
                        return Some(());
                    }
                }
                _ => self.answer(&line, stream).await?,
            }
        }
    }

    /// Answers a command that is the same inside and outside TLS.
    async fn answer<S: AsyncRead + AsyncWrite + Unpin>(&mut self, line: &str, stream: &mut Lines<S>) -> Option<()> {
        const FINE: &str = "250 2.0.0 Fine\r\n";
        match verb(line).as_str() {
            "AUTH" => self.authenticate(line, stream).await?,
            "MAIL" => {
                self.record.update(|received| received.mail_commands += 1);
                self.recipient = None;
                self.reply(Moment::Mail, FINE, stream).await?;
            }
            "RCPT" => {
                let recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let earlier = self.record.update(|received| {
                    received.rcpt_commands.push((recipient.clone(), Instant::now()));
                    received.rcpt_commands_for(&recipient) - 1
                });
                match self.script() {
                    Script::Greylists(code) if earlier == 0 => stream.send(&format!("{code} 4.7.1 Come again\r\n")).await?,
                    _ if self.reply(Moment::Recipient, FINE, stream).await? => self.recipient = Some(recipient),
                    _ => {}
                }
            }
            "DATA" if self.recipient.is_none() => stream.send("503 5.5.1 For nobody\r\n").await?,
            "DATA" => {
                if self.reply(Moment::Data, "354 Go on\r\n", stream).await? {
                    self.take(stream).await?;
                }
            }
            "RSET" | "NOOP" => {
                if self.script() == Script::Unanswered {
                    stream.stay_silent().await?;
                }
                stream.send(FINE).await?;
            }
            "QUIT" => {
                stream.send("221 2.0.0 Bye\r\n").await?;
                return None;
            }
            _ => stream.send("500 5.5.1 Not understood\r\n").await?,
        }
        Some(())
    }

    /// Reads a mail and replies to its final dot.
    async fn take<S: AsyncRead + AsyncWrite + Unpin>(&mut self, stream: &mut Lines<S>) -> Option<()> {
        let (mut mail, mut repeated) = (String::new(), String::new());
        loop {
            let line = stream.line().await?;
            if mail.is_empty() {
                self.reply(Moment::Text, "", stream).await?;
            }
            if line == "." {
                break;
            }
            if line.starts_with("Subject: ") || line.starts_with("To: ") {
                repeated += &line;
            }
            mail += line.strip_prefix('.').unwrap_or(&line);
            mail += "\r\n";
        }
        let recipient = self.recipient.take()?;
        let sent = SentMail { recipient, mail: Mail::parse(mail.as_bytes()), verdict: Verdict::Unanswered };
        let number = self.record.update(|received| {
            received.sent.push(sent);
            received.sent.len() - 1
        });
        let is_taken = if self.script() == Script::RefuseMail {
            stream.send(&format!("554 5.6.0 Not this: {repeated}\r\n")).await?;
            false
        } else {
            self.reply(Moment::Dot, "250 2.0.0 Taken\r\n", stream).await?
        };
        let verdict = if is_taken { Verdict::Accepted } else { Verdict::Refused };
        self.record.update(|received| received.sent[number].verdict = verdict);
        Some(())
    }

    async fn authenticate<S: AsyncRead + AsyncWrite + Unpin>(&mut self, line: &str, stream: &mut Lines<S>) -> Option<()> {
        let mut words = line.split(' ').skip(1);
        let (mechanism, has_response) = (words.next().unwrap_or_default().to_ascii_uppercase(), words.next().is_some());
        if mechanism == "LOGIN" {
            // `User Name` and `Password` in base 64.
            for prompt in ["VXNlciBOYW1l", "UGFzc3dvcmQ="].iter().skip(usize::from(has_response)) {
                stream.send(&format!("334 {prompt}\r\n")).await?;
                stream.line().await?;
            }
        } else if !has_response {
            stream.send("334 \r\n").await?;
            stream.line().await?;
        }
        self.reply(Moment::Auth, "235 2.7.0 Welcome\r\n", stream).await?;
        Some(())
    }

    /// Sends the reply that the script demands, and returns whether it means the same to the client as the usual one.
    async fn reply<S: AsyncRead + AsyncWrite + Unpin>(&mut self, moment: Moment, usual: &str, stream: &mut Lines<S>) -> Option<bool> {
        if self.script() == Script::WaitsAt(moment) {
            let changed = async { self.script.wait_for(|script| *script != Script::WaitsAt(moment)).await.map(drop).ok() };
            tokio::select! {
                gone = stream.stay_silent() => gone?,
                changed = changed => changed?,
            }
        }
        match self.script() {
            Script::Says(at, text) if at == moment => {
                stream.send(text).await?;
                return (!text.starts_with("421")).then(|| text.get(..3) == usual.get(..3));
            }
            Script::Endless(at) if at == moment => loop {
                stream.send("250-and more\r\n").await?;
            },
            Script::Trickles(at) if at == moment => loop {
                stream.send(&format!("{}-and more\r\n", usual.get(..3)?)).await?;
                stream.wait(Duration::from_secs(1)).await?;
            },
            Script::SilentAt(at) if at == moment => stream.stay_silent().await?,
            Script::TarpitAt(Moment::Handshake) if moment == Moment::Handshake => {
                stream.wait(Script::TARPIT).await?;
                // What the client has sent was read meanwhile, so the handshake cannot continue.
                return None;
            }
            Script::TarpitAt(at) if at == moment => stream.wait(Script::TARPIT).await?,
            Script::Unanswered => stream.stay_silent().await?,
            Script::HangsUpAt(at) if at == moment => return None,
            Script::Lags(milliseconds) if !usual.is_empty() => sleep(Duration::from_millis(milliseconds)).await,
            _ => {}
        }
        stream.send(usual).await?;
        Some(true)
    }

    /// Reads the next command; ends the connection if all connections are to be closed.
    async fn line<S: AsyncRead + AsyncWrite + Unpin>(&mut self, stream: &mut Lines<S>) -> Option<String> {
        tokio::select! {
            line = stream.line() => line,
            changed = self.closing.changed() => {
                changed.ok()?;
                let words = *self.closing.borrow();
                stream.send(words).await?;
                None
            }
        }
    }

    fn script(&self) -> Script {
        *self.script.borrow()
    }
}

/// The first word of a command in upper case; commands are case-insensitive (RFC 5321 §2.4).
fn verb(line: &str) -> String {
    line.split(' ').next().unwrap_or_default().to_ascii_uppercase()
}
