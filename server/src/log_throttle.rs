use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Limits how often an event is logged that clients can cause without end, so that they do not fill the log: some lines in a window, which
/// begins with the first event after the previous window. Clones share the window.
#[derive(Clone, Debug)]
pub struct LogThrottle {
    lines: u64,
    length: Duration,
    window: Arc<Mutex<Window>>,
}

/// The window that began last, and its events.
#[derive(Debug, Default)]
struct Window {
    begun_at: Option<Instant>,
    events: u64,
}

/// One line a minute.
impl Default for LogThrottle {
    fn default() -> Self {
        Self::new(1, Duration::from_secs(60))
    }
}

impl LogThrottle {
    /// Allows this many lines in a window of this length.
    pub(crate) fn new(lines: u64, length: Duration) -> Self {
        Self { lines, length, window: Arc::default() }
    }

    /// Counts an event. Returns whether it is to be logged.
    pub(crate) fn is_due(&self) -> bool {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        if window.begun_at.is_none_or(|begun_at| begun_at.elapsed() >= self.length) {
            *window = Window { begun_at: Some(Instant::now()), events: 0 };
        }
        window.events += 1;
        window.events <= self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::LogThrottle;
    use std::time::Duration;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn a_lasting_event_is_logged_once_a_minute() {
        let throttle = LogThrottle::default();
        assert!(throttle.is_due());
        assert!(!throttle.is_due());
        advance(Duration::from_secs(59)).await;
        assert!(!throttle.is_due());
        advance(Duration::from_secs(1)).await;
        assert!(throttle.is_due());
        assert!(!throttle.clone().is_due(), "clones share the window");
    }

    #[tokio::test(start_paused = true)]
    async fn a_window_has_as_many_lines_as_were_allowed() {
        let throttle = LogThrottle::new(2, Duration::from_secs(1));
        let mut logged = Vec::new();
        for millis in [0, 500, 499, 1, 500, 499, 1] {
            advance(Duration::from_millis(millis)).await;
            logged.push(throttle.is_due());
        }
        assert_eq!(logged, [true, true, false, true, true, false, true]);
    }
}
