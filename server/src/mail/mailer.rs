use super::connect::Connector;
use super::deadlines::Deadlines;
use super::marks::Marks;
use super::message::Message;
use super::pool::Connections;
use super::relay::Relay;
use super::send_error::SendError;
use super::sender::Sender;
use super::tls::RelayError;
use crate::sign_up::ports::{CodeMail, Mail};
use app::domain::Delivery;
use async_trait::async_trait;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Sends the codes through a relay. Cheap to share behind an `Arc`; must live inside a tokio runtime.
pub struct Mailer {
    connections: Connections,
    sender: Sender,
    /// Name and port, for the log.
    relay: String,
    deadlines: Deadlines,
    last_alarm: Mutex<Option<Instant>>,
}

impl Mailer {
    /// How often the log says, as an error, that the relay refuses our credentials.
    const ALARM_EVERY: Duration = Duration::from_secs(60);

    /// A mailer for this relay. Connects when there is a mail to send, or at [`Self::check`].
    ///
    /// # Errors
    /// See [`RelayError`].
    pub fn new(relay: Relay, sender: Sender) -> Result<Self, RelayError> {
        Self::with_deadlines(relay, sender, Deadlines::default())
    }

    /// The same with other deadlines than the default ones.
    ///
    /// # Errors
    /// See [`RelayError`].
    pub fn with_deadlines(relay: Relay, sender: Sender, deadlines: Deadlines) -> Result<Self, RelayError> {
        let name = relay.to_string();
        let connector = Connector::new(relay, sender.clone(), deadlines)?;
        let connections = Connections::new(connector);
        Ok(Self { connections, sender, relay: name, deadlines, last_alarm: Mutex::default() })
    }

    /// Whether the relay is there, can be trusted and takes our credentials. Sends no mail.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn check(&self) -> Result<(), SendError> {
        let end = Instant::now() + self.deadlines.send;
        let lease = timeout_at(end, self.connections.lend()).await.unwrap_or(Err(SendError::TimedOut))?;
        lease.finish();
        Ok(())
    }

    /// Takes leave of the relay. Call it when no more mails are sent.
    pub async fn close(&self) {
        self.connections.close().await;
    }

    async fn try_send(&self, mail: &CodeMail) -> Result<(), SendError> {
        let end = Instant::now() + self.deadlines.send;
        let message = Message::write(mail, &self.sender, &Marks::random())?;
        loop {
            let mut lease = timeout_at(end, self.connections.lend()).await.unwrap_or(Err(SendError::TimedOut))?;
            let progress = lease.progress();
            return match timeout_at(end, lease.deliver(&message)).await {
                Ok(Ok(())) => {
                    lease.finish();
                    Ok(())
                }
                // It was closed while it was idle. The next is another idle one, or new.
                Ok(Err(error)) if lease.is_old() && lease.was_closed(&error) => continue,
                Ok(Err(error)) => Err(error),
                Err(_) if progress.is_dotted() => Err(SendError::LostAfterFinalDot),
                Err(_) => Err(SendError::TimedOut),
            };
        }
    }

    fn log_failure(&self, to: &str, error: &SendError) {
        let relay = &self.relay;
        if error.is_credentials() && self.is_alarm_due() {
            tracing::error!(relay, %error, "the relay does not take our credentials: no mail can be sent until they are put right");
        }
        tracing::warn!(to, relay, %error, "a code was not sent");
    }

    fn is_alarm_due(&self) -> bool {
        let mut last = self.last_alarm.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = last.is_none_or(|last| last.elapsed() >= Self::ALARM_EVERY);
        if is_due {
            *last = Some(Instant::now());
        }
        is_due
    }

    /// How many connections to the relay are open.
    #[cfg(test)]
    pub(super) fn open_connections(&self) -> usize {
        self.connections.open()
    }
}

#[async_trait]
impl Mail for Mailer {
    /// Ends within [`Deadlines::send`]. Dropping the future closes the connection it was using.
    async fn send(&self, mail: CodeMail) -> Delivery {
        let to = mail.to.typed().masked();
        match self.try_send(&mail).await {
            Ok(()) => {
                tracing::info!(to, relay = self.relay, "the relay accepted a code");
                Delivery::Accepted
            }
            Err(error) => {
                self.log_failure(&to, &error);
                error.delivery()
            }
        }
    }
}

#[cfg(test)]
#[path = "mailer_tests.rs"]
mod tests;
