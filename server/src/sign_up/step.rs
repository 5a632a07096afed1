use super::ports::{CodePurpose, DeliveryNote, Lookup, SignUpState, StoreError};
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
        let Some(pending) = visitor.pending_for(purpose) else { return Ok(None) };
        let lookup = Lookup {
            sign_up: Some((pending.sign_up, self.limits.tries)),
            buckets: vec![self.resend_bucket(&pending.keys)],
            codes: pending.codes.iter().map(|code| code.id).collect(),
            ..Lookup::default()
        };
        let now = self.now();
        let found = self.ports.store.look_up(&lookup, now).await?;
        if is_over(purpose, found.sign_up) {
            return Ok(None);
        }
        let resend_in = found.free_at.first().copied().flatten().map_or(0, |free_at| now.seconds_until(free_at));
        let is_spent = found.sign_up == SignUpState::Spent;
        Ok(Some(CodeStep { resend_in, is_spent, ..code_step(pending, &found.deliveries, now) }))
    }

    /// The pending sign-up or change of this purpose; `None` if there is none or it is over.
    async fn open_pending<'a>(&self, visitor: &'a VisitorState, purpose: CodePurpose) -> Result<Option<&'a Pending>, StoreError> {
        let Some(pending) = visitor.pending_for(purpose) else { return Ok(None) };
        let state = self.state_of(pending).await?;
        Ok((!is_over(purpose, state)).then_some(pending))
    }
}

/// Whether a sign-up or change of this purpose in that state is over: it was completed, but the session was not saved afterwards; or the
/// reader of the mail has voided it.
const fn is_over(purpose: CodePurpose, state: SignUpState) -> bool {
    matches!(state, SignUpState::Consumed | SignUpState::Voided) || purpose.is_over_when(state)
}

/// The step of the codes whose mails have these outcomes, without the state of the sign-up.
fn code_step(pending: &Pending, deliveries: &[Option<DeliveryNote>], now: Timestamp) -> CodeStep {
    let mut codes = pending.codes.iter().zip(deliveries).rev().map(|(code, note)| (code, delivery(code, *note, now)));
    let newest = codes.next();
    let (delivery, since) = newest.map_or((Delivery::Unknown, now), |(_, delivery)| delivery);
    // The newest earlier code that still works and whose mail may have arrived.
    let may_have_arrived =
        |(code, (delivery, _)): &(&MailedCode, (Delivery, Timestamp))| code.works_at(now) && !matches!(delivery, Delivery::Failed(_));
    let earlier = if matches!(delivery, Delivery::Failed(_)) { codes.find(may_have_arrived) } else { None };
    let code = earlier.or(newest).map(|(code, _)| code);
    CodeStep {
        email: pending.address.as_str().to_owned(),
        expires_in: code.map_or(0, |code| now.seconds_until(code.expires_at)),
        expires_at: code.map_or(0, |code| code.expires_at.millis().div_euclid(1000)),
        earlier_code_works: earlier.is_some(),
        delivery,
        known_since: since.millis().div_euclid(1000),
        ..CodeStep::default()
    }
}

/// The delivery state of a code's mail with this recorded outcome, and since when it holds.
fn delivery(code: &MailedCode, note: Option<DeliveryNote>, now: Timestamp) -> (Delivery, Timestamp) {
    let (delivery, at) = note.map_or((Delivery::Sending, code.issued_at), |note| (note.outcome.delivery, note.at));
    let is_lost = match delivery {
        Delivery::Sending => now >= at + LOST_AFTER,
        Delivery::Retrying(_) => now >= at + LOST_BETWEEN_ATTEMPTS_AFTER,
        Delivery::Accepted | Delivery::Failed(_) | Delivery::Unknown => false,
    };
    (if is_lost { Delivery::Unknown } else { delivery }, at)
}
