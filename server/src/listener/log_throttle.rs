use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Limits how often an event is logged that may happen for every client, so that a crowd does not fill the log. Clones share the time of
/// the last line.
#[derive(Clone, Debug, Default)]
pub struct LogThrottle(Arc<Mutex<Option<Instant>>>);

impl LogThrottle {
    /// Pause between two log lines about the same event.
    const PAUSE: Duration = Duration::from_secs(60);

    /// Whether the event is to be logged now; if so, it is not due again before the pause is over.
    pub(crate) fn is_due(&self) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = last.is_none_or(|at| at.elapsed() >= Self::PAUSE);
        if is_due {
            *last = Some(Instant::now());
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::LogThrottle;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn a_lasting_event_is_logged_once_a_minute() {
        let throttle = LogThrottle::default();
        assert!(throttle.is_due());
        assert!(!throttle.is_due());
        advance(LogThrottle::PAUSE / 2).await;
        assert!(!throttle.is_due());
        advance(LogThrottle::PAUSE / 2).await;
        assert!(throttle.is_due());
        assert!(!throttle.is_due());
    }
}
