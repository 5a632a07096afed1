use crate::mail::smtp::RetryClass;
use std::time::Duration;
use tokio::time::Instant;

/// Counts the attempts to send one mail: the first, and at most three retries, through either relay.
#[derive(Debug)]
pub(super) struct RetryBudget {
    retries: usize,
    /// Number of waits so far.
    waits: usize,
    until: Instant,
}

impl RetryBudget {
    /// Maximum retries of one mail.
    const RETRIES: usize = 3;
    /// Back-off before each retry in seconds, while a relay cannot be used. The wait ends early when the relay recovers.
    const SOON: [u64; Self::RETRIES] = [1, 5, 60];
    /// Back-off after a 4yz reply in seconds. Greylisting accepts a mail after 1 to 5 minutes (RFC 6647 §2.3, §5).
    const LATER: [u64; Self::RETRIES] = [5, 60, 240];

    /// Starts counting for a mail whose code is valid for this long from now on. No round starts in the last quarter of that, since the
    /// reader could hardly use a code that arrives so late.
    pub(super) fn within(lifetime: Duration) -> Self {
        Self { retries: 0, waits: 0, until: Instant::now() + lifetime * 3 / 4 }
    }

    /// Takes one retry through another relay, without a wait. Returns whether one was left.
    pub(super) const fn spend(&mut self) -> bool {
        let is_left = self.retries < Self::RETRIES;
        self.retries += is_left as usize;
        is_left
    }

    /// Takes one retry and returns the wait before the next round; `None` if there is none.
    pub(super) fn next_wait(&mut self, class: RetryClass) -> Option<Duration> {
        let waits = match class {
            RetryClass::Soon => Self::SOON,
            RetryClass::Later => Self::LATER,
            RetryClass::Elsewhere | RetryClass::Final => return None,
        };
        let wait = Duration::from_secs(*waits.get(self.waits)?);
        let is_in_time = Instant::now() + wait <= self.until;
        self.waits += 1;
        (is_in_time && self.spend()).then_some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::RetryBudget;
    use crate::mail::smtp::RetryClass;
    use std::time::Duration;
    use tokio::time::advance;

    fn waits(budget: &mut RetryBudget, class: RetryClass) -> Vec<u64> {
        std::iter::from_fn(|| budget.next_wait(class)).map(|wait| wait.as_secs()).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn a_failed_mail_is_retried_three_times() {
        let lifetime = Duration::from_secs(600);
        assert_eq!(waits(&mut RetryBudget::within(lifetime), RetryClass::Soon), [1, 5, 60]);
        assert_eq!(waits(&mut RetryBudget::within(lifetime), RetryClass::Later), [5, 60, 240]);
        assert!(waits(&mut RetryBudget::within(lifetime), RetryClass::Elsewhere).is_empty());
        assert!(waits(&mut RetryBudget::within(lifetime), RetryClass::Final).is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_retry_at_another_relay_counts_against_the_budget() {
        let mut budget = RetryBudget::within(Duration::from_secs(600));
        assert!(budget.spend());
        assert_eq!(budget.next_wait(RetryClass::Soon), Some(Duration::from_secs(1)));
        assert!(budget.spend());
        assert_eq!((budget.spend(), budget.next_wait(RetryClass::Soon)), (false, None));
    }

    #[tokio::test(start_paused = true)]
    async fn no_retry_starts_in_the_last_quarter_of_the_codes_life() {
        let mut budget = RetryBudget::within(Duration::from_secs(20));
        advance(Duration::from_secs(10)).await;
        assert_eq!(budget.next_wait(RetryClass::Soon), Some(Duration::from_secs(1)));
        assert_eq!(budget.next_wait(RetryClass::Soon), Some(Duration::from_secs(5)));
        assert_eq!(budget.next_wait(RetryClass::Soon), None);
        let mut budget = RetryBudget::within(Duration::from_secs(20));
        advance(Duration::from_millis(14_001)).await;
        assert_eq!(budget.next_wait(RetryClass::Soon), None);
    }
}
