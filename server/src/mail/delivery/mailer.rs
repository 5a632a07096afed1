use super::relay_client::RelayClient;
use super::retry_budget::RetryBudget;
use crate::mail::message::{Message, MessageIds};
use crate::mail::smtp::RetryClass;
use crate::mail::{Deadlines, RelayConfigError, RelayProblem, Route, SendError, Sender};
use crate::sign_up::ports::{Mail, MailOutcome, OutgoingMail, QueueFull, QueueSlot, RelayRole};
use async_trait::async_trait;
use domain::Delivery;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Sends mail through the main relay, or through the fallback when the main one cannot take it. Cheap to share behind an `Arc`; must live
/// inside a tokio runtime.
pub struct Mailer {
    /// The clients of the relays, in the order in which they are tried.
    clients: Vec<Arc<RelayClient>>,
    sender: Sender,
    slots: Arc<Semaphore>,
    queue: usize,
    retries: AtomicU64,
    recovered: Arc<Notify>,
    shutdown: CancellationToken,
}

/// Status of a relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelayStatus {
    /// The role of the relay.
    pub role: RelayRole,
    /// Whether the relay can be used: its circuit breaker is closed, and it has not recently rejected a mail for a reason that applies to
    /// all.
    pub is_up: bool,
    /// Number of open connections.
    pub connections: usize,
}

/// A relay that cannot be used. Displays as the problem; the error itself is the source.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct RelayUnusable {
    /// The problem with the relay.
    pub problem: RelayProblem,
    #[source]
    pub(in crate::mail) error: SendError,
}

/// Why no relay accepted the mail in a round.
struct Refused {
    by: RelayRole,
    delivery: Delivery,
    class: RetryClass,
}

impl Mailer {
    /// Creates a mailer for this route. It connects when there is a mail to send, or at [`Self::check`]. After `shutdown` no mail is
    /// retried.
    ///
    /// # Errors
    /// See [`RelayConfigError`].
    pub fn new(route: Route, sender: Sender, shutdown: CancellationToken) -> Result<Self, RelayConfigError> {
        let deadlines = Deadlines::with_open(route.open_within);
        Self::with_deadlines(route, sender, deadlines, shutdown)
    }

    /// Like [`Self::new`], but with these deadlines instead of the defaults and [`Route::open_within`].
    ///
    /// # Errors
    /// See [`RelayConfigError`].
    pub fn with_deadlines(
        route: Route,
        sender: Sender,
        deadlines: Deadlines,
        shutdown: CancellationToken,
    ) -> Result<Self, RelayConfigError> {
        let recovered = Arc::new(Notify::new());
        let relays = [(RelayRole::Main, Some(route.main)), (RelayRole::Fallback, route.fallback)];
        let relays = relays.into_iter().filter_map(|(role, relay)| relay.map(|relay| (role, relay)));
        let clients =
            relays.map(|(role, relay)| RelayClient::new(role, relay, sender.clone(), deadlines, route.connections, Arc::clone(&recovered)));
        Ok(Self {
            clients: clients.collect::<Result<_, _>>()?,
            sender,
            slots: Arc::new(Semaphore::new(route.queue)),
            queue: route.queue,
            retries: AtomicU64::new(0),
            recovered,
            shutdown,
        })
    }

    /// Checks that each relay can be reached, can be trusted and accepts our credentials. Sends no mail.
    pub async fn check(&self) -> Vec<(RelayRole, Result<(), RelayUnusable>)> {
        let check = |client: Arc<RelayClient>| async move {
            let checked = client.check().await.map_err(|error| RelayUnusable { problem: client.problem(&error), error });
            (client.role, checked)
        };
        let checking: JoinSet<_> = self.clients.iter().cloned().map(check).collect();
        let mut checked = checking.join_all().await;
        checked.sort_by_key(|(role, _)| *role);
        checked
    }

    /// Last known status of each relay.
    #[must_use]
    pub fn status(&self) -> Vec<RelayStatus> {
        let status =
            |client: &Arc<RelayClient>| RelayStatus { role: client.role, is_up: client.is_up(), connections: client.open_connections() };
        self.clients.iter().map(status).collect()
    }

    /// Number of mails that wait or are being sent.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.queue.saturating_sub(self.slots.available_permits())
    }

    /// Number of retries so far, at once by another relay or later.
    #[must_use]
    pub fn retries(&self) -> u64 {
        self.retries.load(Ordering::Relaxed)
    }

    /// Closes the connections to the relays with `QUIT`. Call it when no more mails are sent.
    pub async fn close(&self) {
        let closing: JoinSet<()> = self.clients.iter().cloned().map(|client| async move { client.close().await }).collect();
        closing.join_all().await;
    }

    /// Tries the relays in order until one accepts the mail, an error is final, or no further attempt is allowed.
    async fn round(&self, message: &Message, to: &str, budget: &mut RetryBudget) -> Result<RelayRole, Refused> {
        let mut refused: Option<Refused> = None;
        for client in &self.clients {
            if refused.is_some() {
                if self.shutdown.is_cancelled() || !budget.spend() {
                    break;
                }
                self.retries.fetch_add(1, Ordering::Relaxed);
            }
            let Err(error) = client.deliver(message).await else {
                client.log.accepted(to);
                return Ok(client.role);
            };
            client.log.not_accepted(to, &error, client.problem(&error));
            let now = Refused { by: client.role, delivery: error.delivery(), class: error.retry_class() };
            if now.class == RetryClass::Final {
                return Err(now);
            }
            // Keeps the error that allows the earlier retry.
            refused = refused.filter(|before| before.class < now.class).or(Some(now));
        }
        Err(refused.expect("there is a relay"))
    }

    /// Tries to send a message, in rounds, until the outcome is final. Failures before that are sent to `progress`.
    async fn deliver(&self, message: &Message, to: &str, lifetime: Duration, progress: &watch::Sender<Delivery>) -> MailOutcome {
        let mut budget = RetryBudget::within(lifetime);
        loop {
            let refused = match self.round(message, to, &mut budget).await {
                Ok(relay) => return MailOutcome { delivery: Delivery::Accepted, relay: Some(relay) },
                Err(refused) => refused,
            };
            let outcome = MailOutcome { delivery: refused.delivery, relay: Some(refused.by) };
            let Delivery::Failed(failure) = refused.delivery else { return outcome };
            let Some(wait) = budget.next_wait(refused.class) else { return outcome };
            progress.send_replace(Delivery::Retrying(failure));
            if !self.wait(wait, refused.class).await {
                return outcome;
            }
            self.retries.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Waits before the next round; with [`RetryClass::Soon`] at most until a relay recovers. Returns `false` at shutdown.
    async fn wait(&self, wait: Duration, class: RetryClass) -> bool {
        tokio::select! {
            biased;
            () = self.shutdown.cancelled() => false,
            () = sleep(wait) => true,
            () = self.recovered.notified(), if class == RetryClass::Soon => true,
        }
    }
}

#[async_trait]
impl Mail for Mailer {
    fn reserve(&self) -> Result<QueueSlot, QueueFull> {
        Arc::clone(&self.slots).try_acquire_owned().map(QueueSlot::new).map_err(|_| QueueFull)
    }

    /// Each attempt ends within [`Deadlines::send`]. Dropping the future closes the connection in use.
    async fn send(&self, mail: OutgoingMail, _slot: QueueSlot, progress: &watch::Sender<Delivery>) -> MailOutcome {
        let to = mail.to().typed().masked();
        // The message is built once, so that two copies of it have the same Message-ID, should both be delivered.
        let message = match Message::write(&mail, &self.sender, &MessageIds::random()).map_err(SendError::from) {
            Ok(message) => message,
            Err(error) => {
                tracing::warn!(to, %error, "a mail could not be built and was not sent");
                return MailOutcome { delivery: error.delivery(), relay: None };
            }
        };
        let outcome = self.deliver(&message, &to, mail.lifetime(), progress).await;
        if matches!(outcome.delivery, Delivery::Failed(_)) {
            tracing::warn!(to, "a mail was not sent and is not tried again");
        }
        outcome
    }
}

#[cfg(test)]
#[path = "mailer_tests.rs"]
mod tests;
