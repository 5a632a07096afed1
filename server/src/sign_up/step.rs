use super::ports::{CodePurpose, SignUpState, StoreError};
use super::{MailedCode, Pending, SignUp, Timestamp, VisitorState};
use domain::{CodeStep, Delivery, Page, Step};
use std::time::Duration;

/// After this time a mail without an outcome counts as lost with the process that sent it. It is longer than one try at both relays takes.
const LOST_AFTER: Duration = Duration::from_secs(120);
/// The same for a mail that waits for a retry. It is longer than the longest wait and the tries after it take.
const LOST_BETWEEN_ATTEMPTS_AFTER: Duration = Duration::from_secs(360);

impl SignUp {
    /// The step of the visitor. A sign-up stays pending when its codes have expired: its page shows that they have.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn step(&self, visitor: &VisitorState) -> Result<Step, StoreError> {
        if self.account(visitor).await?.is_some() {
            return Ok(Step::Account);
        }
        let pending = self.pending_step(visitor, CodePurpose::SignUp).await?;
        Ok(pending.map_or(Step::Address, Step::Code))
    }

    /// The page of the visitor's step. Unlike [`Self::step`], this does not read the delivery state of the mail.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn page(&self, visitor: &VisitorState) -> Result<Page, StoreError> {
        if self.account(visitor).await?.is_some() {
            return Ok(Page::Account);
        }
        Ok(if self.open_pending(visitor, CodePurpose::SignUp).await?.is_some() { Page::Code } else { Page::SignUp })
    }

    /// The step of the pending code of this purpose; `None` if no code is pending.
    pub(super) async fn pending_step(&self, visitor: &VisitorState, purpose: CodePurpose) -> Result<Option<CodeStep>, StoreError> {
        let Some((pending, state)) = self.open_pending(visitor, purpose).await? else { return Ok(None) };
        let step = self.code_step(pending).await?;
        Ok(Some(CodeStep { is_spent: state == SignUpState::Spent, ..step }))
    }

    /// The pending sign-up or change of this purpose and its state in the store; `None` if there is none or it is over.
    async fn open_pending<'a>(
        &self,
        visitor: &'a VisitorState,
        purpose: CodePurpose,
    ) -> Result<Option<(&'a Pending, SignUpState)>, StoreError> {
        let Some(pending) = visitor.pending_for(purpose) else { return Ok(None) };
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        // It was completed, but the session was not saved afterwards; or the reader of the mail has voided it.
        let is_over = matches!(state, SignUpState::Consumed | SignUpState::Voided) || purpose.is_over_when(state);
        Ok((!is_over).then_some((pending, state)))
    }

    async fn code_step(&self, pending: &Pending) -> Result<CodeStep, StoreError> {
        let now = self.now();
        let newest = pending.newest();
        let (delivery, since) = self.delivery(newest, now).await?;
        let earlier = if matches!(delivery, Delivery::Failed(_)) { self.earlier_code(pending, now).await? } else { None };
        let code = earlier.or(newest);
        Ok(CodeStep {
            email: pending.address.as_str().to_owned(),
            resend_in: self.resend_in(pending, now).await?,
            expires_in: code.map_or(0, |code| now.seconds_until(code.expires_at)),
            expires_at: code.map_or(0, |code| code.expires_at.millis().div_euclid(1000)),
            earlier_code_works: earlier.is_some(),
            delivery,
            known_since: since.millis().div_euclid(1000),
            ..CodeStep::default()
        })
    }

    /// Seconds until another code may be requested.
    async fn resend_in(&self, pending: &Pending, now: Timestamp) -> Result<u32, StoreError> {
        let free_at = self.ports.store.free_at(&self.resend_bucket(&pending.keys), now).await?;
        Ok(free_at.map_or(0, |free_at| now.seconds_until(free_at)))
    }

    /// The newest earlier code that still works and whose mail may have arrived.
    async fn earlier_code<'a>(&self, pending: &'a Pending, now: Timestamp) -> Result<Option<&'a MailedCode>, StoreError> {
        for code in pending.codes.iter().rev().skip(1).filter(|code| code.works_at(now)) {
            if !matches!(self.delivery(Some(code), now).await?, (Delivery::Failed(_), _)) {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    /// The delivery state of a code's mail, and since when it holds.
    async fn delivery(&self, code: Option<&MailedCode>, now: Timestamp) -> Result<(Delivery, Timestamp), StoreError> {
        let Some(code) = code else { return Ok((Delivery::Unknown, now)) };
        let noted = self.ports.store.delivery(code.id).await?;
        let (delivery, at) = noted.map_or((Delivery::Sending, code.issued_at), |note| (note.outcome.delivery, note.at));
        let is_lost = match delivery {
            Delivery::Sending => now >= at + LOST_AFTER,
            Delivery::Retrying(_) => now >= at + LOST_BETWEEN_ATTEMPTS_AFTER,
            Delivery::Accepted | Delivery::Failed(_) | Delivery::Unknown => false,
        };
        Ok((if is_lost { Delivery::Unknown } else { delivery }, at))
    }
}
