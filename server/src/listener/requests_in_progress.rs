use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

/// Counts the requests that have no response yet. Clones share the count.
#[derive(Clone, Debug, Default)]
pub struct RequestsInProgress(TaskTracker);

impl RequestsInProgress {
    /// The number of requests in progress.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Counts one request until the token is dropped.
    pub(super) fn begin(&self) -> TaskTrackerToken {
        self.0.token()
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
