use super::ports::{Exhausted, QueueFull, StoreError};
use super::{NotMeTokenError, Timestamp, ports};
use domain::{AddressError, CodeError, Limit, Refusal};

/// Why an operation of the sign-up failed.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The request was refused; the visitor can do something about it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed; the visitor sees an internal error.
    #[error(transparent)]
    Store(#[from] ports::StoreError),
}

impl Problem {
    /// The refusal for a reached limit, with the seconds to wait from `now`.
    pub(super) fn limited(exhausted: Exhausted, now: Timestamp) -> Self {
        let retry_after = now.seconds_until(exhausted.until).max(1);
        Self::Refused(Refusal::Limited { limit: exhausted.limit, retry_after })
    }
}

impl From<QueueFull> for Problem {
    /// A slot becomes free within seconds, unless a relay is unreachable.
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

impl From<NotMeTokenError> for Problem {
    fn from(NotMeTokenError: NotMeTokenError) -> Self {
        Self::Refused(Refusal::Token)
    }
}

impl From<&Problem> for Refusal {
    /// The refusal that the visitor sees.
    fn from(problem: &Problem) -> Self {
        match problem {
            Problem::Refused(refusal) => *refusal,
            Problem::Store(StoreError::Unavailable(_) | StoreError::Failed(_)) => Self::Internal,
        }
    }
}
