use super::ports::{SignUpState, StoreError};
use super::{Pending, SignUp, Timestamp, Visit};
use app::domain::{CodeStep, Delivery, Step};
use std::time::Duration;

/// A mail of whose end nothing was noted by then was lost with the process that sent it: more than any mail's
/// overall deadline.
const LOST_AFTER: Duration = Duration::from_secs(120);

impl SignUp {
    /// Where the visitor stands. A pending sign-up stays one when its codes have run out: its page tells so.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn step(&self, visit: &Visit) -> Result<Step, StoreError> {
        if self.account(visit).await?.is_some() {
            return Ok(Step::Account);
        }
        let Some(pending) = &visit.pending else { return Ok(Step::Address) };
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        // Completed, but the session that was to know it was lost on the way; or voided by whoever reads the mail.
        if matches!(state, SignUpState::Consumed | SignUpState::Voided) {
            return Ok(Step::Address);
        }
        self.code_step(pending).await.map(Step::Code)
    }

    async fn code_step(&self, pending: &Pending) -> Result<CodeStep, StoreError> {
        let now = self.now();
        Ok(CodeStep {
            email: pending.address.as_str().to_owned(),
            resend_in: self.resend_in(pending, now).await?,
            expires_in: pending.newest().map_or(0, |code| now.seconds_until(code.expires_at)),
            delivery: self.delivery(pending, now).await?,
        })
    }

    /// Seconds until another code may be asked for.
    async fn resend_in(&self, pending: &Pending, now: Timestamp) -> Result<u32, StoreError> {
        let free_at = self.ports.store.free_at(&self.resend_bucket(&pending.budget), now).await?;
        Ok(free_at.map_or(0, |free_at| now.seconds_until(free_at)))
    }

    async fn delivery(&self, pending: &Pending, now: Timestamp) -> Result<Delivery, StoreError> {
        let Some(code) = pending.newest() else { return Ok(Delivery::Unknown) };
        let noted = self.ports.store.delivery(code.id).await?;
        Ok(noted.unwrap_or(if now < code.issued_at + LOST_AFTER { Delivery::Sending } else { Delivery::Unknown }))
    }
}
