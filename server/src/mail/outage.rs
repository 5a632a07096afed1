use super::{RelayProblem, SendError};
use domain::DeliveryFailure;

/// Why no connection to a relay was to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// What visitors are told, and what the route of mails goes by.
    pub failure: DeliveryFailure,
    /// What the operator is told.
    pub problem: RelayProblem,
}

/// A relay that cannot be used. Shown as its problem; what happened is the source.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct Unusable {
    /// What is wrong with it.
    pub problem: RelayProblem,
    #[source]
    pub(super) error: SendError,
}
