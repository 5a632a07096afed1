use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts the requests that have no response yet. Clones share the count.
#[derive(Clone, Debug, Default)]
pub struct RequestsInProgress(Arc<AtomicUsize>);

/// Counts one request until it is dropped.
pub(super) struct CountedRequest(RequestsInProgress);

impl RequestsInProgress {
    /// The number of requests in progress.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn begin(&self) -> CountedRequest {
        self.0.fetch_add(1, Ordering::Relaxed);
        CountedRequest(self.clone())
    }
}

impl Drop for CountedRequest {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::RequestsInProgress;

    #[test]
    fn a_request_counts_until_it_ends() {
        let requests = RequestsInProgress::default();
        let (one, other) = (requests.begin(), requests.clone().begin());
        assert_eq!(requests.count(), 2);
        drop(one);
        assert_eq!(requests.count(), 1);
        drop(other);
        assert_eq!(requests.count(), 0);
    }
}
