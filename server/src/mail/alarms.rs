use super::RelayProblem;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Limits how often each problem of a relay that an operator must fix is logged as an error.
#[derive(Debug, Default)]
pub(super) struct Alarms(Mutex<Vec<(RelayProblem, Instant)>>);

impl Alarms {
    /// Minimum time between two such logs of the same problem.
    const EVERY: Duration = Duration::from_secs(60);

    /// Whether this problem may be logged as an error now. If so, records it as logged.
    pub(super) fn is_due(&self, problem: RelayProblem) -> bool {
        let mut raised = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        raised.retain(|(_, at)| at.elapsed() < Self::EVERY);
        let is_due = raised.iter().all(|(raised, _)| *raised != problem);
        if is_due {
            raised.push((problem, Instant::now()));
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::Alarms;
    use crate::mail::RelayProblem;
    use std::time::Duration;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn each_problem_is_told_once_a_minute() {
        let alarms = Alarms::default();
        assert!(alarms.is_due(RelayProblem::WrongPassword) && alarms.is_due(RelayProblem::SendingLimit));
        advance(Duration::from_secs(59)).await;
        assert!(!alarms.is_due(RelayProblem::WrongPassword) && !alarms.is_due(RelayProblem::SendingLimit));
        advance(Duration::from_secs(1)).await;
        assert!(alarms.is_due(RelayProblem::WrongPassword) && alarms.is_due(RelayProblem::SendingLimit));
    }
}
