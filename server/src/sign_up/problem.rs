use super::ports::{Exhausted, QueueFull, StoreError};
use super::{Timestamp, ports};
use domain::{AddressError, CodeError, Limit, Refusal};

/// Why a verb of the sign-up did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The visitor can do something about it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed; the visitor is told of an internal error.
    #[error(transparent)]
    Store(#[from] ports::StoreError),
}

impl Problem {
    /// A reached limit, told at `now`.
    pub(super) fn limited(exhausted: Exhausted, now: Timestamp) -> Self {
        let retry_after = now.seconds_until(exhausted.until).max(1);
        Self::Refused(Refusal::Limited { limit: exhausted.limit, retry_after })
    }
}

impl From<QueueFull> for Problem {
    /// A place is free within seconds, unless a relay is away.
    fn from(_: QueueFull) -> Self {
        Self::Refused(Refusal::Limited { limit: Limit::MailQueue, retry_after: 5 })
    }
}

impl From<AddressError> for Problem {
    fn from(error: AddressError) -> Self {
        Self::Refused(Refusal::Address(error))
    }
}

impl From<CodeError> for Problem {
    fn from(error: CodeError) -> Self {
        Self::Refused(Refusal::Code(error))
    }
}

impl From<&Problem> for Refusal {
    /// What the visitor is told.
    fn from(problem: &Problem) -> Self {
        match problem {
            Problem::Refused(refusal) => *refusal,
            Problem::Store(StoreError(_)) => Self::Internal,
        }
    }
}
