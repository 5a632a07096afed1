use super::{ClientNetwork, Event, Recorder, Subject};
use crate::sign_up::CanonicalAddress;
use std::sync::{Arc, OnceLock};

/// Records the events of one request. Clones share the address that the request is about.
#[derive(Clone)]
pub struct RequestRecorder {
    recorder: Recorder,
    network: ClientNetwork,
    subject: Arc<OnceLock<Subject>>,
}

impl RequestRecorder {
    pub(super) fn new(recorder: Recorder, network: ClientNetwork) -> Self {
        Self { recorder, network, subject: Arc::default() }
    }

    /// Sets the address that the request is about. Only the first call counts.
    pub fn about(&self, address: &CanonicalAddress) {
        let _ = self.subject.set(self.recorder.subject(address));
    }

    /// Counts an event of this request as left out, since the trail cannot be written; the next entry holds the count.
    pub fn leave_out(&self) {
        self.recorder.leave_out();
    }

    /// Records an event of this request in its own task, which continues if the client disconnects.
    pub async fn record(&self, event: Event) {
        self.append(event, self.subject.get().cloned()).await;
    }

    /// Records an event of this request that is about this address.
    pub async fn record_about(&self, event: Event, address: &CanonicalAddress) {
        self.append(event, Some(self.recorder.subject(address))).await;
    }

    async fn append(&self, event: Event, subject: Option<Subject>) {
        let (recorder, network) = (self.recorder.clone(), self.network);
        let recording = async move { recorder.record(event, subject, Some(network)).await };
        // The task fails only by a panic, which the panic hook has logged.
        let _ = tokio::spawn(recording).await;
    }
}
