use super::DevMailbox;
use super::accepted_login::AcceptedLogin;
use super::lines::Lines;
use super::received_mail::Mails;
use crate::sign_up::ports::Clock;
use smtp_proto::{AUTH_LOGIN, AUTH_PLAIN, Request};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

/// Connections served at once; further ones wait.
const MAX_CONNECTIONS: usize = 16;
/// Time-out of the TLS handshake.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
/// Time-out of a whole connection.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(10 * 60);
/// Recipients of one mail; RFC 5321 §4.5.3.1.8 requires 100.
const MAX_RECIPIENTS: usize = 100;
/// Failed commands and logins after which the connection is closed.
const MAX_ERRORS: u32 = 10;

/// An SMTP server that keeps every mail it receives.
#[derive(Clone)]
pub(super) struct SmtpServer {
    pub(super) tls: TlsAcceptor,
    pub(super) login: AcceptedLogin,
    pub(super) mails: Arc<Mails>,
    pub(super) clock: Arc<dyn Clock>,
}

impl SmtpServer {
    /// Serves until `shutdown`, which also ends open connections.
    pub(super) async fn run(self, listener: TcpListener, shutdown: CancellationToken) {
        shutdown.run_until_cancelled(self.accept(listener, &shutdown)).await;
    }

    async fn accept(&self, listener: TcpListener, shutdown: &CancellationToken) {
        let permits = Arc::new(Semaphore::new(MAX_CONNECTIONS));
        while let Ok(permit) = Arc::clone(&permits).acquire_owned().await {
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // File descriptors may be used up: a pause lets others close theirs.
                    tracing::warn!(%error, "the development mailbox cannot accept a connection");
                    sleep(Duration::from_millis(100)).await;
                    continue;
                }
            };
            let (this, shutdown) = (self.clone(), shutdown.clone());
            tokio::spawn(async move {
                let served = timeout(CONNECTION_TIMEOUT, this.serve(stream));
                if let Some(Ok(Err(error))) = shutdown.run_until_cancelled(served).await {
                    tracing::debug!(%error, "the development mailbox lost a connection");
                }
                drop(permit);
            });
        }
    }

    async fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut lines = Lines::new(stream);
        lines.reply("220 mailbox ESMTP").await?;
        match Dialogue::new(self, false).run(&mut lines).await? {
            DialogueEnd::Closed => Ok(()),
            DialogueEnd::StartTls => {
                let stream = timeout(HANDSHAKE_TIMEOUT, self.tls.accept(lines.into_inner()?)).await??;
                Dialogue::new(self, true).run(&mut Lines::new(stream)).await.map(|_| ())
            }
        }
    }
}

/// The server's side of an SMTP dialogue (RFC 5321), in clear text before `STARTTLS` and inside TLS after it.
pub(super) struct Dialogue<'a> {
    server: &'a SmtpServer,
    is_secure: bool,
    is_logged_in: bool,
    sender: Option<String>,
    recipients: Vec<String>,
    errors: u32,
}

/// How a dialogue ended.
pub(super) enum DialogueEnd {
    /// The connection ends, by the client or by the server.
    Closed,
    /// The client starts TLS next.
    StartTls,
}

impl<'a> Dialogue<'a> {
    pub(super) const fn new(server: &'a SmtpServer, is_secure: bool) -> Self {
        Self { server, is_secure, is_logged_in: false, sender: None, recipients: Vec::new(), errors: 0 }
    }

    /// Replies to commands until the dialogue ends.
    pub(super) async fn run<S>(mut self, lines: &mut Lines<S>) -> io::Result<DialogueEnd>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        while self.errors < MAX_ERRORS {
            let Some(line) = lines.next().await? else { return Ok(DialogueEnd::Closed) };
            let Ok(request) = Request::parse(&mut line.iter()) else {
                self.refuse(lines, "500 5.5.2 Syntax error").await?;
                continue;
            };
            match request {
                Request::Ehlo { .. } => lines.reply(&self.offer()).await?,
                Request::Helo { .. } => lines.reply("250 mailbox").await?,
                Request::Noop { .. } => lines.reply("250 2.0.0 OK").await?,
                Request::Rset => {
                    self.forget_mail();
                    lines.reply("250 2.0.0 OK").await?;
                }
                Request::Quit => {
                    lines.reply("221 2.0.0 Bye").await?;
                    return Ok(DialogueEnd::Closed);
                }
                Request::StartTls if !self.is_secure => {
                    lines.reply("220 2.0.0 Go ahead").await?;
                    return Ok(DialogueEnd::StartTls);
                }
                _ if !self.is_secure => self.refuse(lines, "530 5.7.0 Must issue a STARTTLS command first").await?,
                Request::Auth { mechanism, initial_response } => self.log_in(lines, mechanism, &initial_response).await?,
                _ if !self.is_logged_in => self.refuse(lines, "530 5.7.0 Authentication required").await?,
                Request::Mail { from } if self.sender.is_none() => {
                    self.sender = Some(from.address.into_owned());
                    lines.reply("250 2.1.0 OK").await?;
                }
                Request::Rcpt { to } if self.sender.is_some() && self.recipients.len() < MAX_RECIPIENTS => {
                    self.recipients.push(to.address.into_owned());
                    lines.reply("250 2.1.5 OK").await?;
                }
                Request::Data if !self.recipients.is_empty() => {
                    if !self.take_mail(lines).await? {
                        return Ok(DialogueEnd::Closed);
                    }
                }
                _ => self.refuse(lines, "503 5.5.1 Bad sequence of commands").await?,
            }
        }
        lines.reply("421 4.7.0 Too many errors").await?;
        Ok(DialogueEnd::Closed)
    }

    fn offer(&self) -> String {
        if self.is_secure {
            format!("250-mailbox\r\n250-SIZE {}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN", DevMailbox::MAX_MAIL_SIZE)
        } else {
            "250-mailbox\r\n250 STARTTLS".to_owned()
        }
    }

    async fn log_in<S>(&mut self, lines: &mut Lines<S>, mechanism: u64, initial: &str) -> io::Result<()>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let is_known = match mechanism {
            AUTH_PLAIN if initial.is_empty() => self.server.login.is_plain(&challenge(lines, "334 ").await?),
            AUTH_PLAIN => self.server.login.is_plain(initial),
            AUTH_LOGIN => {
                // `Username:` and `Password:` in Base64.
                let username = if initial.is_empty() { challenge(lines, "334 VXNlcm5hbWU6").await? } else { initial.to_owned() };
                let password = challenge(lines, "334 UGFzc3dvcmQ6").await?;
                self.server.login.is_login(&username, &password)
            }
            _ => return self.refuse(lines, "504 5.5.4 Unknown mechanism").await,
        };
        if !is_known {
            return self.refuse(lines, "535 5.7.8 Wrong user name or password").await;
        }
        self.is_logged_in = true;
        lines.reply("235 2.7.0 Welcome").await
    }

    /// Receives a mail. Returns whether the dialogue continues: it ends after a mail that is too large, whose rest is not read.
    async fn take_mail<S>(&mut self, lines: &mut Lines<S>) -> io::Result<bool>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        lines.reply("354 Go ahead").await?;
        let Some(text) = lines.mail().await? else {
            lines.reply("552 5.3.4 Message too large").await?;
            return Ok(false);
        };
        let recipients = std::mem::take(&mut self.recipients);
        self.server.mails.keep(self.server.clock.now(), recipients, text);
        self.forget_mail();
        lines.reply("250 2.0.0 Stored").await?;
        Ok(true)
    }

    async fn refuse<S>(&mut self, lines: &mut Lines<S>, reply: &str) -> io::Result<()>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.errors += 1;
        lines.reply(reply).await
    }

    fn forget_mail(&mut self) {
        self.sender = None;
        self.recipients.clear();
    }
}

/// Sends a challenge of `AUTH` and reads the response (RFC 4954 §4); empty if the client sends none.
async fn challenge<S>(lines: &mut Lines<S>, challenge: &str) -> io::Result<String>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    lines.reply(challenge).await?;
    let response = lines.next().await?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&response).trim_end().to_owned())
}
