use super::ports::{Exhausted, QueueFull, StoreError};
use super::{NotMeTokenError, Timestamp, ports};
use domain::{AddressError, CodeError, Limit, Refusal};

/// Why an operation of the sign-up failed.
#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    /// The request was refused; the visitor can do something about it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A concurrent request has changed or ended the session, or was quicker. Nothing was written; the visitor tries again.
    #[error("a concurrent request was quicker")]
    Conflict,
    /// The store failed; the visitor sees an internal error.
    #[error(transparent)]
    Store(#[from] ports::StoreError),
}

impl SignUpError {
    /// The refusal for a reached limit, with the seconds to wait from `now`.
    pub(super) fn limited(exhausted: Exhausted, now: Timestamp) -> Self {
        let retry_after = now.seconds_until(exhausted.until).max(1);
        Self::Refused(Refusal::Limited { limit: exhausted.limit, retry_after })
    }
}

impl From<QueueFull> for SignUpError {
    /// A slot becomes free within seconds, unless a relay is unreachable.
    fn from(_: QueueFull) -> Self {
        Self::Refused(Refusal::Limited { limit: Limit::MailQueue, retry_after: 5 })
    }
}

impl From<AddressError> for SignUpError {
    fn from(error: AddressError) -> Self {
        Self::Refused(Refusal::Address(error))
    }
}

impl From<CodeError> for SignUpError {
    fn from(error: CodeError) -> Self {
        Self::Refused(Refusal::Code(error))
    }
}

impl From<NotMeTokenError> for SignUpError {
    fn from(NotMeTokenError: NotMeTokenError) -> Self {
        Self::Refused(Refusal::Token)
    }
}

impl From<&SignUpError> for Refusal {
    /// The refusal that the visitor sees.
    fn from(problem: &SignUpError) -> Self {
        match problem {
            SignUpError::Refused(refusal) => *refusal,
            SignUpError::Conflict => Self::Conflict,
            SignUpError::Store(StoreError::Unavailable(_) | StoreError::Failed(_)) => Self::Internal,
        }
    }
}
