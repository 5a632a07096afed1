use super::deadlines::Deadlines;
use super::hop::Hop;
use super::marks::Marks;
use super::message::Message;
use super::outage::Unusable;
use super::route::Route;
use super::send_error::Fate;
use super::sender::Sender;
use super::tls::RelayError;
use super::tries::Tries;
use crate::sign_up::ports::{Mail, Outcome, OutgoingMail, Place, QueueFull, RelayRole};
use async_trait::async_trait;
use domain::Delivery;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Sends the mails by one relay, or by another when the first cannot take them. Cheap to share behind an `Arc`; must live
/// inside a tokio runtime.
pub struct Mailer {
    /// In the order in which they are tried.
    hops: Vec<Arc<Hop>>,
    sender: Sender,
    places: Arc<Semaphore>,
    queue: usize,
    retries: AtomicU64,
    recovered: Arc<Notify>,
    shutdown: CancellationToken,
}

/// How a relay stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelayStatus {
    /// Which one.
    pub role: RelayRole,
    /// Whether a connection could be opened when one was last tried.
    pub is_up: bool,
    /// How many are open.
    pub connections: usize,
}

/// Why a round of the relays took no mail.
struct Refused {
    by: RelayRole,
    delivery: Delivery,
    fate: Fate,
}

impl Mailer {
    /// A mailer for this route. Connects when there is a mail to send, or at [`Self::check`]. After `shutdown` no mail is tried
    /// again.
    ///
    /// # Errors
    /// See [`RelayError`].
    pub fn new(route: Route, sender: Sender, shutdown: CancellationToken) -> Result<Self, RelayError> {
        Self::with_deadlines(route, sender, Deadlines::default(), shutdown)
    }

    /// The same with other deadlines than the default ones.
    ///
    /// # Errors
    /// See [`RelayError`].
    pub fn with_deadlines(route: Route, sender: Sender, deadlines: Deadlines, shutdown: CancellationToken) -> Result<Self, RelayError> {
        let recovered = Arc::new(Notify::new());
        let relays = [(RelayRole::Main, Some(route.main)), (RelayRole::Fallback, route.fallback)];
        let relays = relays.into_iter().filter_map(|(role, relay)| relay.map(|relay| (role, relay)));
        let hops = relays.map(|(role, relay)| Hop::new(role, relay, sender.clone(), deadlines, route.connections, Arc::clone(&recovered)));
        Ok(Self {
            hops: hops.collect::<Result<_, _>>()?,
            sender,
            places: Arc::new(Semaphore::new(route.queue)),
            queue: route.queue,
            retries: AtomicU64::new(0),
            recovered,
            shutdown,
        })
    }

    /// Of each relay, whether it is there, can be trusted and takes our credentials. Sends no mail.
    pub async fn check(&self) -> Vec<(RelayRole, Result<(), Unusable>)> {
        let check = |hop: Arc<Hop>| async move {
            let checked = hop.check().await.map_err(|error| Unusable { problem: hop.problem(&error), error });
            (hop.role, checked)
        };
        let checking: JoinSet<_> = self.hops.iter().cloned().map(check).collect();
        let mut checked = checking.join_all().await;
        checked.sort_by_key(|(role, _)| *role);
        checked
    }

    /// How each relay stood when it was last tried.
    #[must_use]
    pub fn status(&self) -> Vec<RelayStatus> {
        let status = |hop: &Arc<Hop>| RelayStatus { role: hop.role, is_up: hop.is_up(), connections: hop.open_connections() };
        self.hops.iter().map(status).collect()
    }

    /// How many mails wait or are under way.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.queue.saturating_sub(self.places.available_permits())
    }

    /// How often mails have been tried again, at once elsewhere or later.
    #[must_use]
    pub fn retries(&self) -> u64 {
        self.retries.load(Ordering::Relaxed)
    }

    /// Takes leave of the relays. Call it when no more mails are sent.
    pub async fn close(&self) {
        let closing: JoinSet<()> = self.hops.iter().cloned().map(|hop| async move { hop.close().await }).collect();
        closing.join_all().await;
    }

    /// Tries the relays in turn until one takes the mail or it is of no use to ask another.
    async fn round(&self, message: &Message, to: &str, tries: &mut Tries) -> Result<RelayRole, Refused> {
        let mut refused: Option<Refused> = None;
        for hop in &self.hops {
            if refused.is_some() {
                if self.shutdown.is_cancelled() || !tries.elsewhere() {
                    break;
                }
                self.retries.fetch_add(1, Ordering::Relaxed);
            }
            let Err(error) = hop.deliver(message).await else {
                hop.log_success(to);
                return Ok(hop.role);
            };
            hop.log_failure(to, &error);
            let now = Refused { by: hop.role, delivery: error.delivery(), fate: error.fate() };
            if now.fate == Fate::Final {
                return Err(now);
            }
            // Where it may go sooner is what counts.
            refused = refused.filter(|before| before.fate < now.fate).or(Some(now));
        }
        Err(refused.expect("there is a relay"))
    }

    /// Waits for the next round. Tells whether there is to be one.
    async fn wait(&self, wait: Duration, fate: Fate) -> bool {
        tokio::select! {
            biased;
            () = self.shutdown.cancelled() => false,
            () = sleep(wait) => true,
            () = self.recovered.notified(), if fate == Fate::Soon => true,
        }
    }
}

#[async_trait]
impl Mail for Mailer {
    fn reserve(&self) -> Result<Place, QueueFull> {
        Arc::clone(&self.places).try_acquire_owned().map(Place::new).map_err(|_| QueueFull)
    }

    /// Each try ends within [`Deadlines::send`]. Dropping the future closes the connection it was using.
    async fn send(&self, mail: OutgoingMail, _place: Place, news: &watch::Sender<Delivery>) -> Outcome {
        let to = mail.to().typed().masked();
        // Made once: should it come twice after all, it has one Message-ID.
        let message = match Message::write(&mail, &self.sender, &Marks::random()) {
            Ok(message) => message,
            Err(error) => {
                tracing::warn!(to, %error, "a mail was not sent");
                return Outcome { delivery: error.delivery(), relay: None };
            }
        };
        let mut tries = Tries::within(mail.lifetime());
        loop {
            let refused = match self.round(&message, &to, &mut tries).await {
                Ok(relay) => return Outcome { delivery: Delivery::Accepted, relay: Some(relay) },
                Err(refused) => refused,
            };
            let outcome = Outcome { delivery: refused.delivery, relay: Some(refused.by) };
            let Delivery::Failed(failure) = refused.delivery else { return outcome };
            let Some(wait) = tries.wait(refused.fate) else { return outcome };
            news.send_replace(Delivery::Retrying(failure));
            if !self.wait(wait, refused.fate).await {
                return outcome;
            }
            self.retries.fetch_add(1, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
#[path = "mailer_tests.rs"]
mod tests;
