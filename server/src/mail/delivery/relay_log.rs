use crate::log_throttle::LogThrottle;
use crate::mail::{Relay, RelayProblem, SendError};
use std::sync::{Mutex, PoisonError};

/// Logs what happens with one relay.
#[derive(Debug)]
pub(super) struct RelayLog {
    /// The relay's host and port.
    relay: String,
    problem_throttles: ProblemThrottles,
}

impl RelayLog {
    pub(super) fn new(relay: &Relay) -> Self {
        Self { relay: relay.to_string(), problem_throttles: ProblemThrottles::default() }
    }

    /// Logs that the relay accepted the mail to this masked address.
    pub(super) fn accepted(&self, to: &str) {
        tracing::info!(to, relay = self.relay, "the relay accepted a mail");
    }

    /// Logs why the relay did not accept the mail to this masked address, which may be tried again, and the problem as an error if an
    /// operator must fix it.
    pub(super) fn not_accepted(&self, to: &str, error: &SendError, problem: RelayProblem) {
        let relay = self.relay.as_str();
        if error.needs_operator() && self.problem_throttles.is_due(problem) {
            if error.is_about_credentials() {
                tracing::error!(
                    relay,
                    %error,
                    %problem,
                    "the relay rejects our credentials and accepts no mail until they are corrected; run `mailcode doctor`"
                );
            } else {
                tracing::error!(relay, %error, %problem, "the relay rejects our mail; run `mailcode doctor`");
            }
        }
        if error.failure().is_some() {
            tracing::warn!(to, relay, %error, "the relay did not accept a mail");
        } else {
            tracing::warn!(to, relay, %error, "the relay did not confirm a mail, but may have accepted it");
        }
    }

    /// Logs that no connection to the relay could be opened, so that its circuit breaker is open now.
    pub(super) fn down(&self, error: &SendError) {
        tracing::warn!(
            relay = self.relay,
            %error,
            "the relay is unavailable and gets no mail until a connection to it succeeds; run `mailcode doctor`"
        );
    }

    /// Logs that the probe of an unavailable relay failed.
    pub(super) fn still_down(&self, error: &SendError) {
        tracing::debug!(relay = self.relay, %error, "the relay is still unavailable");
    }

    /// Logs that the relay has refused a further connection while this many work.
    pub(super) fn limited(&self, connections: usize) {
        tracing::info!(
            relay = self.relay,
            connections,
            "the relay accepts no more connections at once than these; mails wait for one of them"
        );
    }

    /// Logs that a connection to a relay that was unavailable could be opened.
    pub(super) fn recovered(&self) {
        tracing::info!(relay = self.relay, "the relay is available again");
    }
}

/// Limits how often each problem of a relay is logged as an error: once a minute.
#[derive(Debug, Default)]
struct ProblemThrottles(Mutex<Vec<(RelayProblem, LogThrottle)>>);

impl ProblemThrottles {
    /// Whether this problem is to be logged as an error now. If so, it is not due again for a minute.
    fn is_due(&self, problem: RelayProblem) -> bool {
        let mut throttles = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, throttle)) = throttles.iter().find(|(known, _)| *known == problem) {
            return throttle.is_due();
        }
        let throttle = LogThrottle::default();
        let is_due = throttle.is_due();
        throttles.push((problem, throttle));
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::ProblemThrottles;
    use crate::mail::RelayProblem;
    use std::time::Duration;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn each_problem_is_logged_once_a_minute() {
        let throttles = ProblemThrottles::default();
        assert!(throttles.is_due(RelayProblem::WrongPassword) && throttles.is_due(RelayProblem::SendingLimit));
        advance(Duration::from_secs(59)).await;
        assert!(!throttles.is_due(RelayProblem::WrongPassword) && !throttles.is_due(RelayProblem::SendingLimit));
        advance(Duration::from_secs(1)).await;
        assert!(throttles.is_due(RelayProblem::WrongPassword) && throttles.is_due(RelayProblem::SendingLimit));
    }
}
