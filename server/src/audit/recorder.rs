use super::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, EventKind, KeptEntry, Query, Rationed};
use crate::log_throttle::LogThrottle;
use crate::sign_up::ports::{Clock, StoreError};
use crate::sign_up::{CanonicalAddress, MacKey};
use domain::Refusal;
use std::error::Error;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
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

    /// A recorder for one request of the client at this address.
    #[must_use]
    pub fn for_request(&self, client: IpAddr) -> RequestRecorder {
        RequestRecorder { recorder: self.clone(), network: ClientNetwork::from(client), subject: Arc::default() }
    }

    /// Records the outcome of a mail.
    pub(super) async fn record_mail(&self, event: Event, to: &CanonicalAddress) {
        self.record(event, Some(AuditedAddress::new(&self.0.key, to)), None).await;
    }

    /// Records that the operator has ended the sessions of this account, or of all accounts.
    pub async fn record_sessions_ended(&self, address: Option<&CanonicalAddress>) {
        let subject = address.map(|address| AuditedAddress::new(&self.0.key, address));
        self.record(Event::SessionsEnded, subject, None).await;
    }

    /// Records an event. A failure is logged, and the next entry counts the event as left out.
    async fn record(&self, event: Event, subject: Option<AuditedAddress>, network: Option<ClientNetwork>) {
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
            // Only the first of a series is logged, so that a flood of events does not flood the log.
            Ok(Recorded::LeftOut) => {
                if self.0.left_out.fetch_add(1, Ordering::Relaxed) == 0 {
                    let network = network.map(tracing::field::display);
                    tracing::warn!(network, "there are too many refusals for the audit trail; some are not recorded");
                }
            }
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

    fn subject(&self, address: &CanonicalAddress) -> AuditedAddress {
        AuditedAddress::new(&self.0.key, address)
    }

    async fn store(&self, event: Event, subject: Option<AuditedAddress>, network: Option<ClientNetwork>) -> Result<Recorded, StoreError> {
        let parts = &*self.0;
        if parts.keep.is_zero() {
            return Ok(Recorded::NotStored);
        }
        let at = parts.clock.now();
        if let (true, Some(network)) = (event.is_rationed(), network) {
            let Rationed { of_network, in_total } = parts.trail.rationed(network, at - Self::RATION_WINDOW).await?;
            if of_network >= Self::MAX_OF_NETWORK || in_total >= Self::MAX_IN_TOTAL {
                return Ok(Recorded::LeftOut);
            }
        }
        let left_out = parts.left_out.swap(0, Ordering::Relaxed);
        let entry = Entry { at, keep_until: at + parts.keep, event, subject, network, left_out };
        let appended = parts.trail.append(&entry).await;
        if appended.is_err() {
            parts.left_out.fetch_add(left_out, Ordering::Relaxed);
        }
        appended.map(|()| Recorded::InTrail)
    }
}

/// Records the events of one request. Clones share the address that the request is about.
#[derive(Clone)]
pub struct RequestRecorder {
    recorder: Recorder,
    network: ClientNetwork,
    subject: Arc<OnceLock<AuditedAddress>>,
}

impl RequestRecorder {
    /// Sets the address that the request is about. Only the first call counts.
    pub fn about(&self, address: &CanonicalAddress) {
        let _ = self.subject.set(self.recorder.subject(address));
    }

    /// Counts an event of this request as left out, since the trail cannot be written; the next entry holds the count.
    pub fn leave_out(&self) {
        self.recorder.0.left_out.fetch_add(1, Ordering::Relaxed);
    }

    /// Records an event of this request in its own task, which continues if the client disconnects.
    pub async fn record(&self, event: Event) {
        self.record_in_task(event, self.subject.get().cloned()).await;
    }

    /// Records an event of this request that is about this address.
    pub async fn record_about(&self, event: Event, address: &CanonicalAddress) {
        self.record_in_task(event, Some(self.recorder.subject(address))).await;
    }

    async fn record_in_task(&self, event: Event, subject: Option<AuditedAddress>) {
        let (recorder, network) = (self.recorder.clone(), self.network);
        let recording = async move { recorder.record(event, subject, Some(network)).await };
        // The task fails only by a panic, which the panic hook has logged.
        let _ = tokio::spawn(recording).await;
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
