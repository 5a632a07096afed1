use super::ports::{AuditRow, SessionWrite, StoreError};
use super::{CanonicalAddress, VisitorState};
use async_trait::async_trait;
use domain::Refusal;

/// What happened in a step, for the audit trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepEvent {
    /// A code was issued.
    CodeIssued,
    /// The right code was typed, and its address signed in.
    Verified,
    /// A code was typed that counted a try, and was refused.
    CodeRefused(Refusal),
    /// The address of an account was changed.
    EmailChanged,
    /// An account was deleted.
    AccountDeleted,
}

/// Whether a session keeps its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionId {
    /// It keeps its id.
    Kept,
    /// It gets a new one; the old one is invalid from then on.
    Renewed,
}

/// Makes the records of one request: its visitor's session and audit trail, of which the rules know nothing else.
#[async_trait]
pub trait Recording: Send + Sync {
    /// The writes with which the visitor's session holds this state. Each call starts from the session as it was read, so that a step can be
    /// tried again.
    ///
    /// # Errors
    /// [`StoreError`] when the session cannot be read.
    async fn session(&self, visitor: &VisitorState, id: SessionId) -> Result<Vec<SessionWrite>, StoreError>;

    /// The rows of the audit trail that report this event, one about each address; none if the trail is off.
    fn audit(&self, event: StepEvent, about: &[&CanonicalAddress]) -> Vec<AuditRow>;

    /// Is called after the step was committed: with the last writes of the session, if there were any, and with the rows of this event.
    fn committed(&self, event: Option<StepEvent>);
}
