use super::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, EventKind, KeptEntry, Query, Rationed};
use crate::log_throttle::LogThrottle;
use crate::sign_up::ports::{AuditRow, Clock, MailRecording, StoreError};
use crate::sign_up::{CanonicalAddress, MacKey};
use domain::{Delivery, Refusal};
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

/// Records events in the audit trail, and in the log unless other code logs them. Cheap to clone.
///
/// A client can cause refusals without end at no cost. So these events are rationed: at most [`Self::MAX_OF_NETWORK`] an hour are stored for
/// one network and [`Self::MAX_IN_TOTAL`] for all (concurrent ones may be a few more), and the next entry holds how many were left out. Every
/// other event is bounded by a limit of the sign-up, and always stored.
#[derive(Clone)]
pub struct Recorder(Arc<Parts>);

struct Parts {
    trail: Arc<dyn AuditTrail>,
    clock: Arc<dyn Clock>,
    key: MacKey,
    keep: Duration,
    left_out: AtomicU64,
    log_throttle: LogThrottle,
    permits: Semaphore,
}

/// What was done with an event.
enum Recorded {
    InTrail,
    /// It was left out, since the limit of rationed events is reached.
    LeftOut,
    /// It was not stored, since the audit trail is off.
    NotStored,
}

impl Recorder {
    /// Rationed events that are recorded concurrently: a few for each database connection.
    pub const MAX_CONCURRENT: usize = 16;
    /// Rationed events an hour that are stored for one network: one a minute.
    pub const MAX_OF_NETWORK: u64 = 60;
    /// Rationed events an hour that are stored for all networks: as many as the default of `MAILCODE_MAILS_TOTAL`. At some 200 octets an
    /// entry, 90 days of nothing else are about 500 MB.
    pub const MAX_IN_TOTAL: u64 = 1000;
    /// Entries that [`Self::entries_about`] returns at most: more than the limits of a sign-up allow for one address in 90 days.
    pub const MAX_ENTRIES_ABOUT: u32 = 10_000;
    /// The window in which rationed events are counted: an hour.
    pub const RATION_WINDOW: Duration = Duration::from_secs(60 * 60);

    /// Creates a recorder for this trail and clock. `key` is the key of the addresses' hashes. Entries are kept for `keep`; if that is
    /// zero, events are only logged.
    #[must_use]
    pub fn new(trail: Arc<dyn AuditTrail>, clock: Arc<dyn Clock>, key: MacKey, keep: Duration) -> Self {
        Self(Arc::new(Parts {
            trail,
            clock,
            key,
            keep,
            left_out: AtomicU64::new(0),
            log_throttle: LogThrottle::new(Self::MAX_IN_TOTAL, Self::RATION_WINDOW),
            permits: Semaphore::new(Self::MAX_CONCURRENT),
        }))
    }

    /// The row that reports that the operator has ended the sessions of this account, or of all accounts; none if the trail is off.
    #[must_use]
    pub fn sessions_ended_rows(&self, address: Option<&CanonicalAddress>) -> Vec<AuditRow> {
        let subject = address.map(|address| self.subject(address));
        self.row(Event::SessionsEnded, subject, None, self.take_left_out()).into_iter().collect()
    }

    /// Records an event. A failure is logged, and the next entry counts the event as left out.
    pub(super) async fn record(&self, event: Event, subject: Option<AuditedAddress>, network: Option<ClientNetwork>) {
        // Nothing else limits how many rationed events are being recorded at once.
        let permit = event.is_rationed().then(|| self.0.permits.try_acquire());
        if matches!(permit, Some(Err(_))) {
            self.0.left_out.fetch_add(1, Ordering::Relaxed);
            return;
        }
        // Without a trail that can be written, nothing else would limit the log lines of a flood.
        let may_log = || !event.is_rationed() || self.0.log_throttle.is_due();
        match self.store(event, subject.clone(), network).await {
            Ok(Recorded::InTrail) => log(event, subject.as_ref(), network),
            Ok(Recorded::NotStored) if may_log() => log(event, subject.as_ref(), network),
            Ok(Recorded::NotStored) => {}
            Ok(Recorded::LeftOut) => self.leave_out(network),
            Err(error) => {
                self.0.left_out.fetch_add(1, Ordering::Relaxed);
                if may_log() {
                    tracing::error!(error = &error as &dyn Error, "an event could not be written to the audit trail");
                    log(event, subject.as_ref(), network);
                }
            }
        }
    }

    /// The newest entries about this address in any spelling, oldest first: at most [`Self::MAX_ENTRIES_ABOUT`].
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn entries_about(&self, address: &CanonicalAddress) -> Result<Vec<KeptEntry>, StoreError> {
        let query =
            Query { since: None, address_hash: Some(self.subject(address).hash), kinds: Vec::new(), limit: Self::MAX_ENTRIES_ABOUT };
        self.0.trail.read(&query).await
    }

    /// Deletes the expired entries, and returns how many there were.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn delete_expired(&self) -> Result<u64, StoreError> {
        self.0.trail.delete_expired(self.0.clock.now()).await
    }

    pub(super) fn subject(&self, address: &CanonicalAddress) -> AuditedAddress {
        AuditedAddress::new(&self.0.key, address)
    }

    async fn store(&self, event: Event, subject: Option<AuditedAddress>, network: Option<ClientNetwork>) -> Result<Recorded, StoreError> {
        let parts = &*self.0;
        if parts.keep.is_zero() {
            return Ok(Recorded::NotStored);
        }
        if let (true, Some(network)) = (event.is_rationed(), network)
            && self.is_ration_used(network).await?
        {
            return Ok(Recorded::LeftOut);
        }
        let left_out = self.take_left_out();
        let Some(row) = self.row(event, subject, network, left_out) else { return Ok(Recorded::NotStored) };
        let appended = parts.trail.append(&row).await;
        if appended.is_err() {
            parts.left_out.fetch_add(left_out, Ordering::Relaxed);
        }
        appended.map(|()| Recorded::InTrail)
    }

    /// Whether as many rationed events are stored as may be in an hour, for this network or for all.
    pub(super) async fn is_ration_used(&self, network: ClientNetwork) -> Result<bool, StoreError> {
        let since = self.0.clock.now() - Self::RATION_WINDOW;
        let Rationed { of_network, in_total } = self.0.trail.rationed(network, since).await?;
        Ok(of_network >= Self::MAX_OF_NETWORK || in_total >= Self::MAX_IN_TOTAL)
    }

    /// Counts events as left out; the next row holds the count.
    pub(super) fn count_left_out(&self, count: u64) {
        self.0.left_out.fetch_add(count, Ordering::Relaxed);
    }

    /// Logs an event that a step has stored. If the trail is off, nothing else limits the log lines of a flood.
    pub(super) fn log_stored(&self, event: Event, subject: Option<&AuditedAddress>, network: ClientNetwork) {
        if !self.0.keep.is_zero() || !event.is_rationed() || self.0.log_throttle.is_due() {
            log(event, subject, Some(network));
        }
    }

    /// Counts an event as left out. Only the first of a series is logged, so that a flood of events does not flood the log.
    pub(super) fn leave_out(&self, network: Option<ClientNetwork>) {
        if self.0.left_out.fetch_add(1, Ordering::Relaxed) == 0 {
            let network = network.map(tracing::field::display);
            tracing::warn!(network, "there are too many refusals for the audit trail; some are not recorded");
        }
    }

    /// The number of events left out since the last row, which the next row holds.
    pub(super) fn take_left_out(&self) -> u64 {
        self.0.left_out.swap(0, Ordering::Relaxed)
    }

    /// The row of an event that happens now; `None` if the trail is off.
    pub(super) fn row(
        &self,
        event: Event,
        subject: Option<AuditedAddress>,
        network: Option<ClientNetwork>,
        left_out: u64,
    ) -> Option<AuditRow> {
        let (at, keep) = (self.0.clock.now(), self.0.keep);
        (!keep.is_zero()).then(|| Entry { at, keep_until: at + keep, event, subject, network, left_out }.to_row())
    }
}

impl MailRecording for Recorder {
    fn mailed(&self, to: &CanonicalAddress, delivery: Delivery) -> Vec<AuditRow> {
        self.row(Event::Mailed(delivery), Some(self.subject(to)), None, self.take_left_out()).into_iter().collect()
    }

    fn lost(&self, rows: Vec<AuditRow>, error: &StoreError) {
        let lost: u64 = rows.iter().map(|row| row.left_out + 1).sum();
        if lost > 0 {
            self.0.left_out.fetch_add(lost, Ordering::Relaxed);
            tracing::error!(error = error as &dyn Error, "an event could not be written to the audit trail");
        }
    }
}

/// Logs an event (ASVS 5.0 V16.3.1, V16.3.3): successes and the mistakes of visitors as information, what an attacker would cause as a
/// warning. Mails and internal errors are logged elsewhere.
fn log(event: Event, subject: Option<&AuditedAddress>, network: Option<ClientNetwork>) {
    let (kind, detail) = (event.kind(), event.detail());
    let (name, address, network) = (kind.name(), subject.map(|subject| subject.masked.as_str()), network.map(tracing::field::display));
    let is_suspicious = kind == EventKind::LimitHit
        || matches!(event, Event::Refused(Refusal::WrongCode { .. } | Refusal::Token | Refusal::CrossSite | Refusal::Malformed));
    match kind {
        EventKind::Sent | EventKind::NotSent => {}
        _ if event == Event::Refused(Refusal::Internal) => {}
        _ if is_suspicious => tracing::warn!(event = name, detail, address, network, "audit"),
        _ => tracing::info!(event = name, detail, address, network, "audit"),
    }
}
