use super::relay_log::RelayLog;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, watch};
use tokio::time::Instant;

/// Limits the connections to a relay: to the configured number, and for a while to the number that the relay accepts.
///
/// A connection has a [`Slot`] from before it is opened until it is closed. When the relay refuses one while others work, its slot and the
/// free ones are withheld, so that as many remain as there are connections that work. After [`Self::HOLDS`] they are released again, one
/// by one, as long as the relay accepts each further connection.
pub(super) struct ConnectionLimit {
    /// The configured number.
    max: usize,
    free: Semaphore,
    counts: Mutex<Counts>,
    /// Changes when an attempt to open a connection has failed, and no connection is open or being opened any more.
    none_left: watch::Sender<()>,
    log: Arc<RelayLog>,
}

/// The slots that are not free.
#[derive(Default)]
struct Counts {
    open: usize,
    opening: usize,
    withheld: usize,
    /// When the relay may be tried with one connection more than its limit; `None` if it has none.
    try_more_at: Option<Instant>,
    /// Whether the limit has not been logged yet.
    is_new: bool,
}

/// The right to one connection, which is being opened or open. Dropping it gives the right back.
pub(super) struct Slot {
    limit: Arc<ConnectionLimit>,
    is_open: bool,
    is_withheld: bool,
}

impl ConnectionLimit {
    /// How long a limit of the relay's holds. Six refused attempts an hour do not annoy a relay, and a limit that was met only because others
    /// use the same account, or because the relay was busy, does not slow the mails down for long.
    pub(super) const HOLDS: Duration = Duration::from_secs(10 * 60);

    pub(super) fn new(max: usize, log: Arc<RelayLog>) -> Arc<Self> {
        Arc::new(Self { max, free: Semaphore::new(max), counts: Mutex::default(), none_left: watch::Sender::new(()), log })
    }

    /// Waits for a free slot, to open a connection in it. `None` once the limit is closed.
    pub(super) async fn slot(self: &Arc<Self>) -> Option<Slot> {
        self.free.acquire().await.ok()?.forget();
        self.counts().opening += 1;
        Some(Slot { limit: Arc::clone(self), is_open: false, is_withheld: false })
    }

    /// Releases a withheld slot if it is time to try one connection more.
    pub(super) fn release_when_due(&self) {
        self.release_if_due(&mut self.counts());
    }

    /// A receiver that changes when an attempt has failed and no connection is left. Then the relay has refused all, which says nothing about
    /// their number.
    pub(super) fn none_left(&self) -> watch::Receiver<()> {
        self.none_left.subscribe()
    }

    /// Number of open connections.
    pub(super) fn open(&self) -> usize {
        self.counts().open
    }

    /// Whether no further connection may be opened now.
    pub(super) fn is_reached(&self) -> bool {
        self.free.available_permits() == 0
    }

    /// Ends all waits for a slot; there are no more.
    pub(super) fn close(&self) {
        self.free.close();
    }

    /// Withholds the slot of a refused connection and the free ones, if other connections are open or being opened.
    fn withhold(&self, is_open: bool) -> bool {
        let mut counts = self.counts();
        if counts.open + counts.opening == 1 {
            return false;
        }
        counts.end_one(is_open);
        counts.withheld += 1 + self.free.forget_permits(self.max);
        counts.try_more_at = Some(Instant::now() + Self::HOLDS);
        counts.is_new = true;
        self.log_if_settled(&mut counts);
        true
    }

    fn release(&self, is_open: bool) {
        let mut counts = self.counts();
        counts.end_one(is_open);
        if !is_open && counts.open + counts.opening == 0 {
            // Before slots are free: those who were refused must see this first.
            self.none_left.send_replace(());
            self.free.add_permits(counts.withheld);
            *counts = Counts::default();
        }
        self.free.add_permits(1);
        self.log_if_settled(&mut counts);
    }

    fn release_if_due(&self, counts: &mut Counts) {
        let is_due = counts.try_more_at.is_some_and(|at| at <= Instant::now());
        // One at a time: all others are open.
        if is_due && counts.withheld > 0 && counts.open + counts.withheld == self.max {
            counts.withheld -= 1;
            self.free.add_permits(1);
        }
    }

    /// Logs a new limit once no attempt is left that may change it.
    fn log_if_settled(&self, counts: &mut Counts) {
        if counts.is_new && counts.opening == 0 {
            counts.is_new = false;
            self.log.limited(self.max - counts.withheld);
        }
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn end_one(&mut self, is_open: bool) {
        if is_open {
            self.open -= 1;
        } else {
            self.opening -= 1;
        }
    }
}

impl Slot {
    /// Records that the connection is open.
    pub(super) fn opened(&mut self) {
        self.is_open = true;
        let mut counts = self.limit.counts();
        counts.opening -= 1;
        counts.open += 1;
        self.limit.log_if_settled(&mut counts);
        self.limit.release_if_due(&mut counts);
    }

    /// Records that the relay refuses this connection, perhaps because of the others. Returns whether there are others, so that a mail may wait
    /// for one of them; then this slot is withheld.
    pub(super) fn refused(&mut self) -> bool {
        self.is_withheld = self.is_withheld || self.limit.withhold(self.is_open);
        self.is_withheld
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        if !self.is_withheld {
            self.limit.release(self.is_open);
        }
    }
}

#[cfg(test)]
#[path = "connection_limit_tests.rs"]
mod tests;
