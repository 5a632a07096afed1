use super::{ClientNetwork, Event, Recorder, Subject};
use crate::sign_up::CanonicalAddress;
use std::sync::{Arc, OnceLock};

/// Records the events of one request. Clones share what becomes known of the request on its way.
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

    /// Says whose address the request is about. The first word counts.
    pub fn about(&self, address: &CanonicalAddress) {
        let _ = self.subject.set(self.recorder.subject(address));
    }

    /// Records an event of this request, in a task of its own: a visitor who hangs up does not break it off.
    pub async fn record(&self, event: Event) {
        self.append(event, self.subject.get().cloned()).await;
    }

    /// The same of an event that is about this address too.
    pub async fn record_about(&self, event: Event, address: &CanonicalAddress) {
        self.append(event, Some(self.recorder.subject(address))).await;
    }

    async fn append(&self, event: Event, subject: Option<Subject>) {
        let (recorder, network) = (self.recorder.clone(), self.network);
        let recording = async move { recorder.record(event, subject, Some(network)).await };
        // It ends by itself or by a panic, which the panic hook has told.
        let _ = tokio::spawn(recording).await;
    }
}
