use crate::mail::RelayOutage;
use domain::DeliveryFailure;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Circuit breaker of a relay. While it is open, mails go to the other relay or are retried later, without waiting for a connection. Opens
/// after two failures in a row and closes at the first success.
#[derive(Debug, Default)]
pub(super) struct Breaker(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// Failures in a row.
    failures: u32,
    /// Why the breaker is open; `None` if it is closed.
    open: Option<RelayOutage>,
    /// When a connection was last tried.
    tried_at: Option<Instant>,
}

impl Breaker {
    /// Failures in a row that open the breaker. A single one may be an accident.
    const OPENS_AFTER: u32 = 2;

    /// Checks whether the caller may open a connection. While the breaker is open, only one caller per [`Self::trial_interval`] may, as a
    /// trial.
    ///
    /// # Errors
    /// The last [`RelayOutage`], if the breaker is open and no trial is due.
    pub(super) fn try_pass(&self) -> Result<(), RelayOutage> {
        let mut state = self.state();
        let Some(outage) = state.open else { return Ok(()) };
        if state.tried_at.is_some_and(|at| at.elapsed() < Self::trial_interval(outage.failure)) {
            return Err(outage);
        }
        state.tried_at = Some(Instant::now());
        Ok(())
    }

    /// Interval of the trials while open. Longer for rejected credentials, since a relay may count failed logins.
    pub(super) const fn trial_interval(failure: DeliveryFailure) -> Duration {
        Duration::from_secs(if matches!(failure, DeliveryFailure::Credentials) { 4 } else { 2 })
    }

    /// Why the breaker is open; `None` if it is closed.
    pub(super) fn outage(&self) -> Option<RelayOutage> {
        self.state().open
    }

    /// Records an opened connection. Returns whether it closed the breaker.
    pub(super) fn succeed(&self) -> bool {
        std::mem::take(&mut *self.state()).open.is_some()
    }

    /// Records a connection failure. Returns whether it opened the breaker.
    pub(super) fn fail(&self, outage: RelayOutage) -> bool {
        let mut state = self.state();
        state.failures += 1;
        state.tried_at = Some(Instant::now());
        let opens = state.open.is_none() && state.failures >= Self::OPENS_AFTER;
        if opens || state.open.is_some() {
            state.open = Some(outage);
        }
        opens
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The relay's last rejection that applies to every mail, not to one mailbox. Only a mail shows whether it still applies, so it counts
/// until the relay accepts one, or for [`Self::HOLDS`].
#[derive(Debug, Default)]
pub(super) struct RecentRejection(Mutex<Option<(Instant, RelayOutage)>>);

impl RecentRejection {
    /// How long a rejection counts. Limited, since a server that is not ready may get no visitors, and so no mail by which it could
    /// recover.
    pub(super) const HOLDS: Duration = Duration::from_secs(5 * 60);

    /// Records a rejection.
    pub(super) fn record(&self, outage: RelayOutage) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), outage));
    }

    /// Drops the rejection, since a mail was accepted.
    pub(super) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The last rejection, if it still counts.
    pub(super) fn outage(&self) -> Option<RelayOutage> {
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.filter(|(at, _)| at.elapsed() < Self::HOLDS).map(|(_, outage)| outage)
    }
}

#[cfg(test)]
mod tests {
    use super::{Breaker, RecentRejection, RelayOutage};
    use crate::mail::RelayProblem;
    use domain::DeliveryFailure::{Credentials, Rejected, Unreachable};
    use std::time::Duration;
    use tokio::time::advance;

    const AWAY: RelayOutage = RelayOutage { failure: Unreachable, problem: RelayProblem::HungUp };
    const REFUSING: RelayOutage = RelayOutage { failure: Credentials, problem: RelayProblem::WrongPassword };

    #[tokio::test(start_paused = true)]
    async fn the_breaker_opens_at_the_second_failure_and_closes_at_the_first_success() {
        let breaker = Breaker::default();
        assert!(!breaker.fail(AWAY));
        assert_eq!((breaker.try_pass(), breaker.outage()), (Ok(()), None));
        assert!(breaker.fail(AWAY));
        assert!(!breaker.fail(AWAY), "it is open already");
        assert_eq!((breaker.try_pass(), breaker.outage()), (Err(AWAY), Some(AWAY)));
        assert!(breaker.succeed());
        assert_eq!((breaker.try_pass(), breaker.outage()), (Ok(()), None));
        assert!(!breaker.succeed(), "it is closed already");
        assert!(!breaker.fail(AWAY), "the failures before are forgotten");
    }

    #[tokio::test(start_paused = true)]
    async fn an_open_breaker_lets_one_attempt_through_at_each_interval() {
        for (outage, seconds) in [(AWAY, 2), (REFUSING, 4)] {
            let breaker = Breaker::default();
            breaker.fail(outage);
            breaker.fail(outage);
            advance(Duration::from_millis(seconds * 1000 - 1)).await;
            assert_eq!(breaker.try_pass(), Err(outage));
            advance(Duration::from_millis(1)).await;
            assert_eq!((breaker.try_pass(), breaker.try_pass()), (Ok(()), Err(outage)), "one alone");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_rejection_holds_until_a_mail_is_accepted_or_it_times_out() {
        let (rejection, outage) = (RecentRejection::default(), RelayOutage { failure: Rejected, problem: RelayProblem::SendingLimit });
        assert_eq!(rejection.outage(), None);
        rejection.record(outage);
        assert_eq!(rejection.outage(), Some(outage));
        rejection.clear();
        assert_eq!(rejection.outage(), None);
        rejection.record(outage);
        advance(RecentRejection::HOLDS.saturating_sub(Duration::from_millis(1))).await;
        assert_eq!(rejection.outage(), Some(outage));
        advance(Duration::from_millis(1)).await;
        assert_eq!(rejection.outage(), None);
    }
}
