use super::{AuditedAddress, ClientNetwork, Event, Recorder};
use crate::sign_up::CanonicalAddress;
use crate::sign_up::ports::AuditRow;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

/// Records the events of one request: in a transaction of their own, or as rows that a step of the sign-up stores together with its data.
/// Clones share the address that the request is about.
#[derive(Clone)]
pub struct RequestRecorder {
    recorder: Recorder,
    network: ClientNetwork,
    subject: Arc<OnceLock<AuditedAddress>>,
    left_out: Arc<TakenLeftOut>,
}

impl Recorder {
    /// A recorder for one request of the client at this address.
    #[must_use]
    pub fn for_request(&self, client: IpAddr) -> RequestRecorder {
        RequestRecorder::new(self.clone(), ClientNetwork::from(client))
    }
}

impl RequestRecorder {
    fn new(recorder: Recorder, network: ClientNetwork) -> Self {
        let left_out = Arc::new(TakenLeftOut { recorder: recorder.clone(), taken: AtomicU64::new(0) });
        Self { recorder, network, subject: Arc::default(), left_out }
    }

    /// Sets the address that the request is about. Only the first call counts.
    pub fn about(&self, address: &CanonicalAddress) {
        let _ = self.subject.set(self.recorder.subject(address));
    }

    /// Counts an event of this request as left out, since the trail cannot be written; the next entry holds the count.
    pub fn leave_out(&self) {
        self.recorder.count_left_out(1);
    }

    /// Records an event of this request in its own task, which continues if the client disconnects.
    pub async fn record(&self, event: Event) {
        let (recorder, subject, network) = (self.recorder.clone(), self.subject.get().cloned(), self.network);
        let recording = async move { recorder.record(event, subject, Some(network)).await };
        // The task fails only by a panic, which the panic hook has logged.
        let _ = tokio::spawn(recording).await;
    }

    /// The rows that report this event about the address of the request; none if the trail is off. After they were stored,
    /// [`Self::stored`] must be called.
    #[must_use]
    pub fn rows(&self, event: Event) -> Vec<AuditRow> {
        self.rows_of(event, vec![self.subject.get().cloned()])
    }

    /// Like [`Self::rows`], but one row about each of these addresses.
    #[must_use]
    pub fn rows_about(&self, event: Event, addresses: &[&CanonicalAddress]) -> Vec<AuditRow> {
        self.rows_of(event, addresses.iter().map(|address| Some(self.recorder.subject(address))).collect())
    }

    fn rows_of(&self, event: Event, subjects: Vec<Option<AuditedAddress>>) -> Vec<AuditRow> {
        // The first row holds the number of events left out before it. Only one of several alternatives is stored, so each holds it.
        let mut left_out = self.left_out.take();
        let rows =
            subjects.into_iter().filter_map(|subject| self.recorder.row(event, subject, Some(self.network), std::mem::take(&mut left_out)));
        rows.collect()
    }

    /// Logs an event whose rows were stored.
    pub fn stored(&self, event: Event) {
        self.left_out.forget();
        self.recorder.log_stored(event, self.subject.get(), self.network);
    }

    /// Logs an event whose rows about these addresses were stored.
    pub fn stored_about(&self, event: Event, addresses: &[CanonicalAddress]) {
        self.left_out.forget();
        for address in addresses {
            self.recorder.log_stored(event, Some(&self.recorder.subject(address)), self.network);
        }
    }

    /// Whether a [rationed](Event::is_rationed) event of this request may be stored. If not, and it happens all the same,
    /// [`Self::left_out`] counts it.
    pub async fn may_store_rationed(&self) -> bool {
        // If the store has failed, the step that stores the event fails, too.
        !self.recorder.is_ration_used(self.network).await.unwrap_or(false)
    }

    /// Counts an event that was not stored because too many were.
    pub fn left_out(&self) {
        self.recorder.leave_out(Some(self.network));
    }
}

/// The number of events left out that the rows of a request hold. It is given back unless such a row was stored.
struct TakenLeftOut {
    recorder: Recorder,
    taken: AtomicU64,
}

impl TakenLeftOut {
    fn take(&self) -> u64 {
        let new = self.recorder.take_left_out();
        self.taken.fetch_add(new, Ordering::Relaxed) + new
    }

    fn forget(&self) {
        self.taken.store(0, Ordering::Relaxed);
    }
}

impl Drop for TakenLeftOut {
    fn drop(&mut self) {
        self.recorder.count_left_out(*self.taken.get_mut());
    }
}
