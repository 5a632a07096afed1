use crate::sign_up::Timestamp;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Limits the log lines of cheap events when the audit trail does not limit them: `count` in a window. A window starts with the first event
/// after the previous one has ended.
pub(super) struct LogRation {
    count: u64,
    window: Duration,
    taken: Mutex<(Option<Timestamp>, u64)>,
}

impl LogRation {
    pub(super) const fn new(count: u64, window: Duration) -> Self {
        Self { count, window, taken: Mutex::new((None, 0)) }
    }

    /// Counts one event. Returns whether it may be logged.
    pub(super) fn take(&self, now: Timestamp) -> bool {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.0.is_none_or(|begun| begun + self.window <= now) {
            *taken = (Some(now), 0);
        }
        taken.1 += 1;
        taken.1 <= self.count
    }
}

#[cfg(test)]
mod tests {
    use super::LogRation;
    use crate::sign_up::Timestamp;
    use std::time::Duration;

    #[test]
    fn a_window_allows_a_fixed_number_of_lines() {
        let ration = LogRation::new(2, Duration::from_secs(1));
        let takes = [0, 500, 999, 1000, 1500, 1999, 2000].map(|millis| ration.take(Timestamp::from_millis(millis)));
        assert_eq!(takes, [true, true, false, true, true, false, true]);
    }
}
