use super::SignUpService;
use crate::audit::Event;
use crate::sessions::{SessionChange, SessionError};
use crate::sign_up::ports::{AuditRow, SessionWrite, StoreError};
use crate::sign_up::{CanonicalAddress, Recording, SessionId, StepEvent, VisitorState};
use async_trait::async_trait;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Makes the records of one action: the session and the audit rows that a step of the sign-up stores together with its own data.
pub(super) struct ActionRecording<'a> {
    service: &'a SignUpService,
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    /// The last change of the session, which is stored if the step succeeds.
    change: Option<SessionChange>,
    /// The addresses that the rows are about.
    about: Vec<CanonicalAddress>,
}

impl<'a> ActionRecording<'a> {
    pub(super) fn new(service: &'a SignUpService) -> Self {
        Self { service, made: Mutex::default() }
    }

    fn made(&self) -> MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Recording for ActionRecording<'_> {
    async fn session(&self, visitor: &VisitorState, id: SessionId) -> Result<Vec<SessionWrite>, StoreError> {
        let change = self.service.session.prepare(visitor, id).await.map_err(|error| match error {
            SessionError::Store(error) => error,
            error => StoreError::Failed(Box::new(error)),
        })?;
        let writes = change.writes();
        self.made().change = Some(change);
        Ok(writes)
    }

    fn audit(&self, event: StepEvent, about: &[&CanonicalAddress]) -> Vec<AuditRow> {
        self.made().about = about.iter().copied().cloned().collect();
        self.service.audit.rows_about(event.into(), about)
    }

    fn committed(&self, event: Option<StepEvent>) {
        let made = std::mem::take(&mut *self.made());
        if let Some(change) = made.change {
            self.service.session.saved(&change);
        }
        let Some(event) = event else { return };
        self.service.audit.stored_about(event.into(), &made.about);
        if matches!(Event::from(event), Event::Refused(_)) {
            self.service.refusal_is_stored();
        }
    }
}
