use crate::mail::{Relay, RelayProblem, SendError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Logs what happens with one relay.
#[derive(Debug)]
pub(super) struct RelayLog {
    /// The relay's host and port.
    relay: String,
    alarms: Alarms,
}

impl RelayLog {
    pub(super) fn new(relay: &Relay) -> Self {
        Self { relay: relay.to_string(), alarms: Alarms::default() }
    }

    /// Logs that the relay accepted the mail to this masked address.
    pub(super) fn accepted(&self, to: &str) {
        tracing::info!(to, relay = self.relay, "the relay accepted a mail");
    }

    /// Logs why the relay did not accept the mail to this masked address, and the problem as an error if an operator must fix it.
    pub(super) fn not_accepted(&self, to: &str, error: &SendError, problem: RelayProblem) {
        let relay = self.relay.as_str();
        if error.is_alarming() && self.alarms.is_due(problem) {
            if error.is_credentials() {
                tracing::error!(relay, %error, %problem, "the relay rejects our credentials and accepts no mail until they are corrected");
            } else {
                tracing::error!(relay, %error, %problem, "the relay rejects our mail; mailcode doctor says what to do");
            }
        }
        tracing::warn!(to, relay, %error, "a mail was not sent");
    }

    /// Logs that no connection to the relay could be opened, and that mails no longer wait for one.
    pub(super) fn down(&self, error: &SendError) {
        tracing::warn!(relay = self.relay, %error, "the relay is unavailable");
    }

    /// Logs that a relay that is down was probed in vain.
    pub(super) fn still_down(&self, error: &SendError) {
        tracing::debug!(relay = self.relay, %error, "the relay is still unavailable");
    }

    /// Logs that a connection to a relay that was down could be opened.
    pub(super) fn recovered(&self) {
        tracing::info!(relay = self.relay, "the relay is available again");
    }
}

/// Limits how often each problem of a relay that an operator must fix is logged as an error.
#[derive(Debug, Default)]
struct Alarms(Mutex<Vec<(RelayProblem, Instant)>>);

impl Alarms {
    /// Minimum time between two such logs of the same problem.
    const EVERY: Duration = Duration::from_secs(60);

    /// Whether this problem may be logged as an error now. If so, records it as logged.
    fn is_due(&self, problem: RelayProblem) -> bool {
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
    async fn each_problem_is_logged_once_a_minute() {
        let alarms = Alarms::default();
        assert!(alarms.is_due(RelayProblem::WrongPassword) && alarms.is_due(RelayProblem::SendingLimit));
        advance(Duration::from_secs(59)).await;
        assert!(!alarms.is_due(RelayProblem::WrongPassword) && !alarms.is_due(RelayProblem::SendingLimit));
        advance(Duration::from_secs(1)).await;
        assert!(alarms.is_due(RelayProblem::WrongPassword) && alarms.is_due(RelayProblem::SendingLimit));
    }
}
