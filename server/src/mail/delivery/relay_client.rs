use super::breaker::{Breaker, RecentRejection};
use super::pool::{ConnectionPool, Lease};
use super::relay_log::RelayLog;
use crate::mail::message::Message;
use crate::mail::smtp::Connector;
use crate::mail::{Deadlines, Relay, RelayConfigError, RelayOutage, RelayProblem, SendError, Sender};
use crate::sign_up::ports::RelayRole;
use domain::DeliveryFailure;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, sleep, timeout, timeout_at};

/// Client of one relay, with its connection pool and what is known about its state. Must live inside a tokio runtime.
pub(super) struct RelayClient {
    pub(super) role: RelayRole,
    connections: ConnectionPool,
    breaker: Breaker,
    deadlines: Deadlines,
    rejection: RecentRejection,
    /// Whether a connection to the relay has ever been opened.
    was_up: AtomicBool,
    /// Held while the relay is being checked, so that one check runs at a time.
    checking: Arc<Mutex<()>>,
    pub(super) log: Arc<RelayLog>,
    /// Wakes the mails that wait for a retry when a relay can be used again.
    recovered: Arc<Notify>,
}

impl RelayClient {
    /// Creates a client with at most this many `connections`. It connects when there is a mail to send, or at [`Self::check`].
    ///
    /// # Errors
    /// See [`RelayConfigError`].
    pub(super) fn new(
        role: RelayRole,
        relay: Relay,
        sender: Sender,
        deadlines: Deadlines,
        connections: usize,
        recovered: Arc<Notify>,
    ) -> Result<Arc<Self>, RelayConfigError> {
        let log = Arc::new(RelayLog::new(&relay));
        let connections = ConnectionPool::new(Connector::new(relay, sender, deadlines)?, connections, Arc::clone(&log));
        Ok(Arc::new(Self {
            role,
            breaker: Breaker::default(),
            rejection: RecentRejection::default(),
            was_up: AtomicBool::new(false),
            checking: Arc::default(),
            log,
            connections,
            deadlines,
            recovered,
        }))
    }

    /// Sends one mail within [`Deadlines::send`], and records whether the relay rejects all mail.
    ///
    /// # Errors
    /// See [`SendError`].
    pub(super) async fn deliver(self: &Arc<Self>, message: &Message) -> Result<(), SendError> {
        let delivered = self.deliver_in_time(message).await;
        match &delivered {
            Ok(()) => self.rejection.clear(),
            Err(error) if error.is_about_every_mail() => {
                let failure = error.failure().unwrap_or(DeliveryFailure::Rejected);
                self.rejection.record(RelayOutage { failure, problem: self.problem(error) });
            }
            Err(_) => {}
        }
        delivered
    }

    async fn deliver_in_time(self: &Arc<Self>, message: &Message) -> Result<(), SendError> {
        let end = Instant::now() + self.deadlines.send;
        loop {
            let mut lease = self.lease(end).await?;
            let dialogue = lease.dialogue();
            return match timeout_at(end, lease.deliver(message)).await {
                Ok(Ok(())) => {
                    lease.finish();
                    Ok(())
                }
                // The relay has too many connections: waits for another one.
                Ok(Err(error)) if lease.is_refused(&error) => continue,
                // The error may concern only this pooled connection: tries the next idle one, or a new one.
                Ok(Err(error)) if lease.is_old() && lease.may_concern_connection_only(&error) => continue,
                Ok(Err(error)) => Err(error),
                Err(_) if dialogue.is_final_dot_sent() => Err(SendError::LostAfterFinalDot),
                Err(_) => Err(SendError::TimedOut),
            };
        }
    }

    /// Checks that the relay can be reached, can be trusted and accepts our credentials, and has not recently rejected all mail. Sends no
    /// mail. If this takes longer than [`Deadlines::availability`], returns the last known state, and the check continues in the
    /// background.
    ///
    /// # Errors
    /// See [`SendError`].
    pub(super) async fn check(self: &Arc<Self>) -> Result<(), SendError> {
        // A check would have to wait for one that is running, or for a connection while all are leased.
        let guard = Arc::clone(&self.checking).try_lock_owned().ok().filter(|_| !self.connections.is_exhausted());
        let Some(guard) = guard else { return self.last_known_state() };
        let client = Arc::clone(self);
        let checking = tokio::spawn(async move {
            let _guard = guard;
            client.check_now().await
        });
        match timeout(self.deadlines.availability, checking).await {
            Ok(Ok(checked)) => checked,
            Ok(Err(_)) | Err(_) => self.last_known_state(),
        }
    }

    /// The last known state of the relay.
    fn last_known_state(&self) -> Result<(), SendError> {
        if let Some(outage) = self.breaker.outage().or_else(|| self.rejection.outage()) {
            return Err(SendError::Down(outage));
        }
        if self.was_up.load(Ordering::Relaxed) { Ok(()) } else { Err(SendError::TimedOut) }
    }

    async fn check_now(self: &Arc<Self>) -> Result<(), SendError> {
        // An old connection does not show whether certificate and password are valid today.
        self.connections.retire(self.deadlines.proven).await;
        let end = Instant::now() + self.deadlines.send;
        loop {
            let mut lease = self.lease(end).await?;
            // The relay may have closed an idle connection unnoticed; a new one has just answered.
            if !lease.is_old() || lease.is_alive(self.deadlines).await {
                lease.finish();
                return self.rejection.outage().map_or(Ok(()), |outage| Err(SendError::Down(outage)));
            }
        }
    }

    /// Interval at which an unusable relay is probed while no mail comes. Longer for rejected credentials, since a relay may count failed
    /// logins.
    const fn probe_interval(failure: DeliveryFailure) -> Duration {
        Duration::from_secs(if matches!(failure, DeliveryFailure::Credentials) { 60 } else { 2 })
    }

    /// Names the problem behind an error of this relay.
    pub(super) fn problem(&self, error: &SendError) -> RelayProblem {
        RelayProblem::of_error(self.connections.relay(), error, None)
    }

    /// Whether the breaker is closed and no recent rejection applies to every mail.
    pub(super) fn is_up(&self) -> bool {
        self.breaker.outage().is_none() && self.rejection.outage().is_none()
    }

    /// Number of open connections, leased or idle.
    pub(super) fn open_connections(&self) -> usize {
        self.connections.open()
    }

    /// Closes the connections with `QUIT` and leases no more.
    pub(super) async fn close(&self) {
        self.connections.close().await;
    }

    /// Leases a connection, unless the breaker rejects this. A failure may open the breaker and so start a probe.
    async fn lease(self: &Arc<Self>, end: Instant) -> Result<Lease, SendError> {
        self.breaker.try_pass().map_err(SendError::Down)?;
        // A trial is short, since the mail may go to the other relay. The probe finds out whether this one is only slow.
        let lease = if self.breaker.outage().is_some() {
            timeout(self.deadlines.availability, self.lease_from_pool(end)).await.unwrap_or(Err(SendError::TimedOut))
        } else {
            self.lease_from_pool(end).await
        };
        if let Err(error) = &lease
            && self.record_failure(error)
        {
            self.log.down(error);
            tokio::spawn(probe(Arc::downgrade(self)));
        }
        lease
    }

    async fn lease_from_pool(&self, end: Instant) -> Result<Lease, SendError> {
        let lease = timeout_at(end, self.connections.lease()).await.unwrap_or(Err(SendError::Busy))?;
        self.was_up.store(true, Ordering::Relaxed);
        if self.breaker.succeed() {
            self.log.recovered();
            self.recovered.notify_waiters();
        }
        Ok(lease)
    }

    /// Records a connection failure. Returns whether it opened the breaker.
    fn record_failure(&self, error: &SendError) -> bool {
        // Waiting for one of our own connections is not a failure of the relay.
        let failure = error.failure().filter(|_| !matches!(error, SendError::Busy));
        failure.is_some_and(|failure| self.breaker.fail(RelayOutage { failure, problem: self.problem(error) }))
    }
}

/// Tries to connect to a relay until its breaker closes, or the client is closed or dropped.
async fn probe(client: Weak<RelayClient>) {
    while let Some(outage) = client.upgrade().and_then(|client| client.breaker.outage()) {
        sleep(RelayClient::probe_interval(outage.failure)).await;
        let Some(client) = client.upgrade().filter(|client| !client.connections.is_closed()) else { return };
        match client.lease_from_pool(Instant::now() + client.deadlines.send).await {
            Ok(lease) => lease.finish(),
            Err(error) => {
                client.log.still_down(&error);
                client.record_failure(&error);
            }
        }
    }
}

#[cfg(test)]
#[path = "relay_client_tests.rs"]
mod tests;
