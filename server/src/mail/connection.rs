use super::message::Message;
use super::progress::Progress;
use super::reply_lines::ReplyFault;
use super::send_error::{SendError, Step};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Quit, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};
use std::fmt::Display;
use std::sync::Arc;
use tokio::time::Instant;

/// A connection to the relay inside TLS, after `EHLO`.
pub(super) struct Connection {
    pub(super) smtp: AsyncSmtpConnection,
    progress: Arc<Progress>,
    /// Whether the relay has taken a command of the mail.
    has_taken: bool,
    /// When the relay last answered.
    pub(super) heard_at: Instant,
    /// When it last took a mail, or was opened.
    pub(super) used_at: Instant,
}

impl Connection {
    pub(super) fn new(smtp: AsyncSmtpConnection, progress: Arc<Progress>) -> Self {
        let now = Instant::now();
        Self { smtp, progress, has_taken: false, heard_at: now, used_at: now }
    }

    /// How far the mail on this connection has got.
    pub(super) fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Whether this error of a [`Self::deliver`] says no more than that the relay had closed the connection before: it hung up,
    /// or said so (421, RFC 5321 §3.8), and took nothing of the mail.
    pub(super) const fn was_closed(&self, error: &SendError) -> bool {
        !self.has_taken && matches!(error, SendError::Unreachable(_) | SendError::Refused { step: Step::Mail, code: 421, .. })
    }

    /// Hands one mail over. Done by steps, since what a refusal means depends on what was refused.
    ///
    /// # Errors
    /// See [`SendError`]; after any of them, and after being dropped half-way, the connection is of no further use.
    pub(super) async fn deliver(&mut self, mail: &Message) -> Result<(), SendError> {
        self.progress.begin_mail();
        self.has_taken = false;
        let text = mail.formatted();
        let mut commands = vec![(Step::Mail, Mail::new(mail.envelope().from().cloned(), self.parameters(mail, text)?).to_string())];
        commands.extend(mail.envelope().to().iter().map(|to| (Step::Recipient, Rcpt::new(to.clone(), Vec::new()).to_string())));
        commands.push((Step::Data, Data.to_string()));
        if self.progress.offers_pipelining() {
            self.commands_at_once(&commands).await?;
        } else {
            for (step, command) in &commands {
                self.command(*step, command).await?;
                self.has_taken = true;
            }
        }
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

    /// Sends the commands in one go and reads the replies one by one (RFC 2920 §3.1). Should a relay go on to the text of a
    /// mail after it has refused a command before, the connection is closed before a text is sent.
    async fn commands_at_once(&mut self, commands: &[(Step, String)]) -> Result<(), SendError> {
        self.progress.expect_replies(commands.len());
        let all: String = commands.iter().map(|(_, command)| command.as_str()).collect();
        let mut reply = self.smtp.command(all).await;
        for (index, (step, _)) in commands.iter().enumerate() {
            if index > 0 {
                reply = self.smtp.read_response().await;
            }
            let reply = reply.as_ref().map_err(|error| SendError::from_smtp(*step, error))?;
            check(*step, reply)?;
            self.has_taken = true;
        }
        self.progress.expect_replies(1);
        Ok(())
    }

    pub(super) async fn command(&mut self, step: Step, command: impl Display) -> Result<(), SendError> {
        let reply = self.smtp.command(command).await.map_err(|error| SendError::from_smtp(step, &error))?;
        check(step, &reply)
    }
}

/// lettre takes 2yz and 3yz for the same; only `DATA` is answered by the latter (RFC 5321 §4.3.2).
pub(super) fn check(step: Step, reply: &Response) -> Result<(), SendError> {
    let due = if step == Step::Data { Severity::PositiveIntermediate } else { Severity::PositiveCompletion };
    if reply.code().severity == due { Ok(()) } else { Err(SendError::BadReply(ReplyFault::OutOfPlace)) }
}
