use super::breaker::Breaker;
use super::connect::Connector;
use super::deadlines::Deadlines;
use super::message::Message;
use super::pool::{Connections, Lease};
use super::relay::Relay;
use super::send_error::SendError;
use super::sender::Sender;
use super::tls::RelayError;
use super::{Outage, RelayProblem};
use crate::sign_up::ports::RelayRole;
use domain::DeliveryFailure;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout_at};

/// One relay, with the connections to it and what is known of it. Must live inside a tokio runtime.
pub(super) struct Hop {
    pub(super) role: RelayRole,
    connections: Connections,
    breaker: Breaker,
    deadlines: Deadlines,
    last_alarm: Mutex<Option<Instant>>,
    /// Tells whoever waits that a relay can be used again.
    recovered: Arc<Notify>,
}

impl Hop {
    /// How often the log says, as an error, that the relay refuses our credentials.
    const ALARM_EVERY: Duration = Duration::from_secs(60);

    /// At most `connections` at once to this relay. Connects when there is a mail to send, or at [`Self::check`].
    ///
    /// # Errors
    /// See [`RelayError`].
    pub(super) fn new(
        role: RelayRole,
        relay: Relay,
        sender: Sender,
        deadlines: Deadlines,
        connections: usize,
        recovered: Arc<Notify>,
    ) -> Result<Arc<Self>, RelayError> {
        let connections = Connections::new(Connector::new(relay, sender, deadlines)?, connections);
        let (breaker, last_alarm) = (Breaker::default(), Mutex::default());
        Ok(Arc::new(Self { role, connections, breaker, deadlines, last_alarm, recovered }))
    }

    /// Hands one mail over, within [`Deadlines::send`].
    ///
    /// # Errors
    /// See [`SendError`].
    pub(super) async fn deliver(self: &Arc<Self>, message: &Message) -> Result<(), SendError> {
        let end = Instant::now() + self.deadlines.send;
        loop {
            let mut lease = self.lend(end).await?;
            let progress = lease.progress();
            return match timeout_at(end, lease.deliver(message)).await {
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

    /// Whether the relay is there, can be trusted and takes our credentials. Sends no mail.
    ///
    /// # Errors
    /// See [`SendError`].
    pub(super) async fn check(self: &Arc<Self>) -> Result<(), SendError> {
        if self.connections.are_all_lent() {
            // Mails are handed over; one more question would have to wait for them.
            return self.breaker.why().map_or(Ok(()), |why| Err(SendError::Down(why)));
        }
        let end = Instant::now() + self.deadlines.send;
        loop {
            let mut lease = self.lend(end).await?;
            // One that was idle may be dead without our knowing; a new one has just answered.
            if !lease.is_old() || lease.is_alive(self.deadlines).await {
                lease.finish();
                return Ok(());
            }
        }
    }

    /// How often a relay that cannot be used is tried while no mail comes. One that refuses our credentials may count the
    /// refusals.
    const fn probe_every(why: DeliveryFailure) -> Duration {
        Duration::from_secs(if matches!(why, DeliveryFailure::Credentials) { 60 } else { 2 })
    }

    /// What is wrong with the relay, by this error of it.
    pub(super) fn problem(&self, error: &SendError) -> RelayProblem {
        RelayProblem::of_error(self.connections.relay(), error, None)
    }

    /// Whether it could be used when it was last tried.
    pub(super) fn is_up(&self) -> bool {
        self.breaker.why().is_none()
    }

    /// How many connections are open, lent out or idle.
    pub(super) fn open_connections(&self) -> usize {
        self.connections.open()
    }

    /// Takes leave of the relay.
    pub(super) async fn close(&self) {
        self.connections.close().await;
    }

    /// Says in the log why this mail did not go this way.
    pub(super) fn log_failure(&self, to: &str, error: &SendError) {
        let relay = self.name();
        if error.is_credentials() && self.is_alarm_due() {
            tracing::error!(relay, %error, "the relay does not take our credentials: no mail can be sent by it until they are put right");
        }
        tracing::warn!(to, relay, %error, "a mail was not sent");
    }

    /// And that it did.
    pub(super) fn log_success(&self, to: &str) {
        tracing::info!(to, relay = self.name(), "the relay accepted a mail");
    }

    /// The relay's name and port, for the log.
    fn name(&self) -> String {
        self.connections.relay().to_string()
    }

    async fn lend(self: &Arc<Self>, end: Instant) -> Result<Lease, SendError> {
        self.breaker.pass().map_err(SendError::Down)?;
        let lease = self.ask(end).await;
        if let Err(error) = &lease
            && self.note(error)
        {
            tracing::warn!(relay = self.name(), %error, "the relay cannot be used for now");
            tokio::spawn(probe(Arc::downgrade(self)));
        }
        lease
    }

    async fn ask(&self, end: Instant) -> Result<Lease, SendError> {
        let lease = timeout_at(end, self.connections.lend()).await.unwrap_or(Err(SendError::Busy))?;
        if self.breaker.succeed() {
            tracing::info!(relay = self.name(), "the relay can be used again");
            self.recovered.notify_waiters();
        }
        Ok(lease)
    }

    /// Notes that no connection was to be had. Tells whether the relay is left alone from now on.
    fn note(&self, error: &SendError) -> bool {
        // Waiting for our own connections says nothing of the relay.
        let failure = error.failure().filter(|_| !matches!(error, SendError::Busy));
        failure.is_some_and(|failure| self.breaker.fail(Outage { failure, problem: self.problem(error) }))
    }

    fn is_alarm_due(&self) -> bool {
        let mut last = self.last_alarm.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = last.is_none_or(|last| last.elapsed() >= Self::ALARM_EVERY);
        if is_due {
            *last = Some(Instant::now());
        }
        is_due
    }
}

/// Tries a relay until it can be used again, or nobody needs it any more.
async fn probe(hop: Weak<Hop>) {
    while let Some(why) = hop.upgrade().and_then(|hop| hop.breaker.why()) {
        sleep(Hop::probe_every(why.failure)).await;
        let Some(hop) = hop.upgrade().filter(|hop| !hop.connections.is_closed()) else { return };
        match hop.ask(Instant::now() + hop.deadlines.send).await {
            Ok(lease) => lease.finish(),
            Err(error) => {
                tracing::debug!(relay = hop.name(), %error, "the relay still cannot be used");
                hop.note(&error);
            }
        }
    }
}

#[cfg(test)]
#[path = "hop_tests.rs"]
mod tests;
