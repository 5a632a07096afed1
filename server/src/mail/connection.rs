use super::message::Message;
use super::progress::Progress;
use super::reply_lines::ReplyFault;
use super::send_error::{SendError, Step};
use lettre::transport::smtp::authentication::{self, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Quit, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};
use secrecy::ExposeSecret;
use std::fmt::Display;
use std::sync::Arc;
use tokio::time::Instant;

/// A connection to the relay inside TLS, after `EHLO`.
pub(super) struct Connection {
    smtp: AsyncSmtpConnection,
    progress: Arc<Progress>,
    /// Since when nothing was asked of it.
    pub(super) idle_since: Instant,
}

impl Connection {
    pub(super) fn new(smtp: AsyncSmtpConnection, progress: Arc<Progress>) -> Self {
        Self { smtp, progress, idle_since: Instant::now() }
    }

    /// How far the mail on this connection has got.
    pub(super) fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Proves who we are, by `PLAIN` (RFC 4616) or else `LOGIN`, which some relays know alone.
    pub(super) async fn log_in(&mut self, credentials: &super::Credentials) -> Result<(), SendError> {
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        if self.smtp.server_info().get_auth_mechanism(&mechanisms).is_none() {
            return Err(SendError::NoLogin);
        }
        let secret = credentials.password.expose_secret().to_owned();
        let login = authentication::Credentials::new(credentials.username.clone(), secret);
        let reply = self.smtp.auth(&mechanisms, &login).await.map_err(|error| SendError::from_smtp(Step::Auth, &error))?;
        check(Step::Auth, &reply)
    }

    /// Hands one mail over. Done by steps, since what a refusal means depends on what was refused.
    ///
    /// # Errors
    /// See [`SendError`]; after any of them, and after being dropped half-way, the connection is of no further use.
    pub(super) async fn deliver(&mut self, mail: &Message) -> Result<(), SendError> {
        self.progress.begin_mail();
        let text = mail.formatted();
        let parameters = self.parameters(mail, text)?;
        self.command(Step::Mail, Mail::new(mail.envelope().from().cloned(), parameters)).await?;
        for recipient in mail.envelope().to() {
            self.command(Step::Recipient, Rcpt::new(recipient.clone(), Vec::new())).await?;
        }
        self.command(Step::Data, Data).await?;
        self.progress.begin_text();
        let reply = self.smtp.message(text).await.map_err(|error| SendError::from_smtp(Step::Text, &error));
        match reply.and_then(|reply| check(Step::Text, &reply)) {
            Err(error @ SendError::Refused { .. }) => Err(error),
            Err(_) if self.progress.is_dotted() => Err(SendError::LostAfterFinalDot),
            result => result,
        }
    }

    /// Asks for a sign of life.
    pub(super) async fn check(&mut self) -> Result<(), SendError> {
        self.command(Step::Check, Noop).await
    }

    /// Takes leave (RFC 5321 §4.1.1.10) and closes. What the relay says to it does not matter any more.
    pub(super) async fn quit(mut self) {
        if let Err(error) = self.command(Step::Check, Quit).await {
            tracing::debug!(%error, "the relay did not take leave");
        }
    }

    /// What the mail needs beyond plain SMTP (RFC 6531 §3.4, RFC 6152 §2).
    fn parameters(&self, mail: &Message, text: &[u8]) -> Result<Vec<MailParameter>, SendError> {
        let relay = self.smtp.server_info();
        let mut parameters = Vec::new();
        let mut addresses = mail.envelope().from().into_iter().chain(mail.envelope().to());
        if addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
            if !relay.supports_feature(Extension::SmtpUtfEight) {
                return Err(SendError::NoInternationalMail);
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !text.is_ascii() {
            if !relay.supports_feature(Extension::EightBitMime) {
                return Err(SendError::NoInternationalMail);
            }
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(parameters)
    }

    async fn command(&mut self, step: Step, command: impl Display) -> Result<(), SendError> {
        let reply = self.smtp.command(command).await.map_err(|error| SendError::from_smtp(step, &error))?;
        check(step, &reply)
    }
}

/// lettre takes 2yz and 3yz for the same; only `DATA` is answered by the latter (RFC 5321 §4.3.2).
fn check(step: Step, reply: &Response) -> Result<(), SendError> {
    let due = if step == Step::Data { Severity::PositiveIntermediate } else { Severity::PositiveCompletion };
    if reply.code().severity == due { Ok(()) } else { Err(SendError::BadReply(ReplyFault::OutOfPlace)) }
}
