use super::ports::{SignUpState, StoreError};
use super::{Pending, Purpose, SignUp, Timestamp, Visit};
use domain::{CodeStep, Delivery, Page, Step};
use std::time::Duration;

/// A mail of which nothing was noted by then was lost with the process that sent it: more than one try takes at both relays.
const LOST_AFTER: Duration = Duration::from_secs(120);
/// The same for one that is tried again: more than the longest wait before that, and the tries, take.
const LOST_BETWEEN_TRIES_AFTER: Duration = Duration::from_secs(360);

impl SignUp {
    /// Where the visitor stands. A pending sign-up stays one when its codes have run out: its page tells so.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn step(&self, visit: &Visit) -> Result<Step, StoreError> {
        if self.account(visit).await?.is_some() {
            return Ok(Step::Account);
        }
        let waits = self.waits(visit, Purpose::SignUp).await?;
        Ok(waits.map_or(Step::Address, Step::Code))
    }

    /// The page of the visitor's step, which is known without what the mail has come to.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn page(&self, visit: &Visit) -> Result<Page, StoreError> {
        if self.account(visit).await?.is_some() {
            return Ok(Page::Account);
        }
        Ok(if self.waiting(visit, Purpose::SignUp).await?.is_some() { Page::Code } else { Page::SignUp })
    }

    /// What is known of the code of this purpose that is waited for; `None`: none is.
    pub(super) async fn waits(&self, visit: &Visit, purpose: Purpose) -> Result<Option<CodeStep>, StoreError> {
        let Some((pending, state)) = self.waiting(visit, purpose).await? else { return Ok(None) };
        let step = self.code_step(pending).await?;
        Ok(Some(CodeStep { is_spent: state == SignUpState::Spent, ..step }))
    }

    /// What waits for a code of this purpose, and how it stands in the store; `None`: nothing does any more.
    async fn waiting<'a>(&self, visit: &'a Visit, purpose: Purpose) -> Result<Option<(&'a Pending, SignUpState)>, StoreError> {
        let Some(pending) = visit.pending_for(purpose) else { return Ok(None) };
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        // Completed, but the session that was to know it was lost on the way; or voided by whoever reads the mail.
        let is_over = matches!(state, SignUpState::Consumed | SignUpState::Voided) || purpose.ends_with(state);
        Ok((!is_over).then_some((pending, state)))
    }

    async fn code_step(&self, pending: &Pending) -> Result<CodeStep, StoreError> {
        let now = self.now();
        let (delivery, since) = self.delivery(pending, now).await?;
        Ok(CodeStep {
            email: pending.address.as_str().to_owned(),
            resend_in: self.resend_in(pending, now).await?,
            expires_in: pending.newest().map_or(0, |code| now.seconds_until(code.expires_at)),
            expires_at: pending.newest().map_or(0, |code| code.expires_at.millis().div_euclid(1000)),
            delivery,
            known_since: since.millis().div_euclid(1000),
            ..CodeStep::default()
        })
    }

    /// Seconds until another code may be asked for.
    async fn resend_in(&self, pending: &Pending, now: Timestamp) -> Result<u32, StoreError> {
        let free_at = self.ports.store.free_at(&self.resend_bucket(&pending.budget), now).await?;
        Ok(free_at.map_or(0, |free_at| now.seconds_until(free_at)))
    }

    /// What is known of the newest mail, and since when.
    async fn delivery(&self, pending: &Pending, now: Timestamp) -> Result<(Delivery, Timestamp), StoreError> {
        let Some(code) = pending.newest() else { return Ok((Delivery::Unknown, now)) };
        let noted = self.ports.store.delivery(code.id).await?;
        let (delivery, at) = noted.map_or((Delivery::Sending, code.issued_at), |note| (note.outcome.delivery, note.at));
        let is_lost = match delivery {
            Delivery::Sending => now >= at + LOST_AFTER,
            Delivery::Retrying(_) => now >= at + LOST_BETWEEN_TRIES_AFTER,
            Delivery::Accepted | Delivery::Failed(_) | Delivery::Unknown => false,
        };
        Ok((if is_lost { Delivery::Unknown } else { delivery }, at))
    }
}
