use std::time::Duration;
use tokio::time::Instant;

/// When something that may happen for every client was last logged, so that a crowd does not fill the log.
#[derive(Debug, Default)]
pub(super) struct Told(Option<Instant>);

impl Told {
    /// Between two lines of the log about the same thing.
    const PAUSE: Duration = Duration::from_secs(60);

    /// Whether it is to be logged now; if so, the next time will be a while later.
    pub(super) fn is_due(&mut self) -> bool {
        let is_due = self.0.is_none_or(|at| at.elapsed() >= Self::PAUSE);
        if is_due {
            self.0 = Some(Instant::now());
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::Told;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn a_thing_that_goes_on_is_told_once_a_minute() {
        let mut told = Told::default();
        assert!(told.is_due());
        assert!(!told.is_due());
        advance(Told::PAUSE / 2).await;
        assert!(!told.is_due());
        advance(Told::PAUSE / 2).await;
        assert!(told.is_due());
        assert!(!told.is_due());
    }
}
