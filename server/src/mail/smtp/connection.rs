use super::dialogue::{DialogueState, SmtpStep};
use super::extensions::Extension;
use super::reply_parser::ReplyFault;
use super::send_error::SendError;
use crate::mail::message::Message;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Quit, Rcpt};
use lettre::transport::smtp::extension::{MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};
use std::fmt::Display;
use std::sync::Arc;
use tokio::time::Instant;
use zeroize::Zeroizing;

/// A connection to the relay inside TLS, after `EHLO`.
pub(in crate::mail) struct SmtpConnection {
    smtp: AsyncSmtpConnection,
    dialogue: Arc<DialogueState>,
    /// Whether the relay has accepted a command of the current mail.
    has_accepted_command: bool,
    /// When the connection was opened.
    pub(in crate::mail) opened_at: Instant,
    /// When the relay last answered.
    pub(in crate::mail) last_reply_at: Instant,
    /// When the last lease of the connection ended, or it was opened. Keep-alive checks do not count.
    pub(in crate::mail) last_used_at: Instant,
}

impl SmtpConnection {
    pub(in crate::mail) fn new(smtp: AsyncSmtpConnection, dialogue: Arc<DialogueState>) -> Self {
        let now = Instant::now();
        Self { smtp, dialogue, has_accepted_command: false, opened_at: now, last_reply_at: now, last_used_at: now }
    }

    /// Whether the relay offers this extension.
    pub(super) fn offers(&self, extension: Extension) -> bool {
        self.dialogue.extensions().has(extension)
    }

    /// The state of the dialogue, shared with the stream.
    pub(in crate::mail) fn dialogue(&self) -> Arc<DialogueState> {
        Arc::clone(&self.dialogue)
    }

    /// Whether this error of [`Self::deliver`] may concern only this connection, so that the mail may be sent on another: the relay had
    /// closed it, or rejected `MAIL FROM` with 4yz (421, RFC 5321 §3.8, but also 450 to 452 where a relay counts the mails of a
    /// connection).
    pub(in crate::mail) const fn may_concern_connection_only(&self, error: &SendError) -> bool {
        !self.has_accepted_command
            && matches!(error, SendError::Unreachable(_) | SendError::Refused { step: SmtpStep::Mail, code: 400..=499, .. })
    }

    /// Sends one mail. Handles each command separately, since the meaning of an error reply depends on the rejected command.
    ///
    /// # Errors
    /// See [`SendError`]. After an error, or when dropped half-way, the connection must not be used again.
    pub(in crate::mail) async fn deliver(&mut self, mail: &Message) -> Result<(), SendError> {
        self.dialogue.begin_mail();
        self.has_accepted_command = false;
        let text = mail.formatted();
        let mut commands = vec![(SmtpStep::Mail, Mail::new(mail.envelope().from().cloned(), self.parameters(mail, text)?).to_string())];
        commands.extend(mail.envelope().to().iter().map(|to| (SmtpStep::Recipient, Rcpt::new(to.clone(), Vec::new()).to_string())));
        commands.push((SmtpStep::Data, Data.to_string()));
        if self.offers(Extension::Pipelining) {
            self.pipeline(&commands).await?;
        } else {
            for (step, command) in &commands {
                self.command(*step, command).await?;
                self.has_accepted_command = true;
            }
        }
        self.dialogue.begin_content();
        let reply = self.smtp.message(text).await.map_err(|error| SendError::from_smtp(SmtpStep::Text, &error));
        match reply.and_then(|reply| check(SmtpStep::Text, &reply)) {
            Err(error @ SendError::Refused { .. }) => Err(error),
            Err(_) if self.dialogue.is_final_dot_sent() => Err(SendError::LostAfterFinalDot),
            result => result,
        }
    }

    /// Sends `NOOP` to find out whether the connection still works.
    pub(in crate::mail) async fn check(&mut self) -> Result<(), SendError> {
        self.command(SmtpStep::Check, Noop).await
    }

    /// Sends `QUIT` (RFC 5321 §4.1.1.10) and closes the connection. Its errors no longer matter.
    pub(in crate::mail) async fn quit(mut self) {
        if let Err(error) = self.command(SmtpStep::Check, Quit).await {
            tracing::debug!(%error, "the relay did not confirm QUIT");
        }
    }

    /// Parameters of `MAIL FROM` for a mail with non-ASCII addresses or content (RFC 6531 §3.4, RFC 6152 §2).
    fn parameters(&self, mail: &Message, text: &[u8]) -> Result<Vec<MailParameter>, SendError> {
        let mut parameters = Vec::new();
        let mut addresses = mail.envelope().from().into_iter().chain(mail.envelope().to());
        if addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
            if !self.offers(Extension::SmtpUtf8) {
                return Err(SendError::NoInternationalMail);
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !text.is_ascii() {
            if !self.offers(Extension::EightBitMime) {
                return Err(SendError::NoInternationalMail);
            }
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(parameters)
    }

    /// Pipelines the commands and reads the replies one by one (RFC 2920 §3.1). After an error reply no content is sent and the connection
    /// is closed, even if the relay accepts `DATA`.
    async fn pipeline(&mut self, commands: &[(SmtpStep, String)]) -> Result<(), SendError> {
        self.dialogue.expect_replies(commands.len());
        let all: String = commands.iter().map(|(_, command)| command.as_str()).collect();
        let mut reply = self.smtp.command(all).await;
        for (index, (step, _)) in commands.iter().enumerate() {
            if index > 0 {
                reply = self.smtp.read_response().await;
            }
            let reply = reply.as_ref().map_err(|error| SendError::from_smtp(*step, error))?;
            check(*step, reply)?;
            self.has_accepted_command = true;
        }
        self.dialogue.expect_replies(1);
        Ok(())
    }

    /// Sends a line, adding CR LF, and returns the reply. A 4yz or 5yz reply is an error.
    pub(super) async fn exchange(&mut self, step: SmtpStep, line: &str) -> Result<Response, SendError> {
        let line = Zeroizing::new(format!("{line}\r\n"));
        self.smtp.command(line.as_str()).await.map_err(|error| SendError::from_smtp(step, &error))
    }

    async fn command(&mut self, step: SmtpStep, command: impl Display) -> Result<(), SendError> {
        let reply = self.smtp.command(command).await.map_err(|error| SendError::from_smtp(step, &error))?;
        check(step, &reply)
    }
}

/// Checks that a positive reply is 3yz to `DATA` and 2yz to all other commands (RFC 5321 §4.3.2); lettre accepts either.
pub(super) fn check(step: SmtpStep, reply: &Response) -> Result<(), SendError> {
    let due = if step == SmtpStep::Data { Severity::PositiveIntermediate } else { Severity::PositiveCompletion };
    if reply.code().severity == due { Ok(()) } else { Err(SendError::BadReply(ReplyFault::OutOfPlace)) }
}
