use super::{RelayProblem, SendError};
use domain::DeliveryFailure;

/// Why a relay cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// The failure that visitors see, and that decides about retries.
    pub failure: DeliveryFailure,
    /// The problem that the operator sees.
    pub problem: RelayProblem,
}

/// A relay that cannot be used. Displays as the problem; the error itself is the source.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct Unusable {
    /// The problem with the relay.
    pub problem: RelayProblem,
    #[source]
    pub(super) error: SendError,
}
