use super::issue::CountedBy;
use super::ports::SignUpState;
use super::{Mailing, Problem, Purpose, Requester, SignUp, VisitorState};
use domain::Refusal;

impl SignUp {
    /// Makes one more code for the pending sign-up. The earlier codes still work, and the spent tries stay spent.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NothingPending`, `TriesSpent`, `AlreadyUsed` or `Limited`, [`Problem::Store`] when the store fails.
    /// `visitor` is then unchanged.
    pub async fn resend_code(&self, visitor: &mut VisitorState, requester: &Requester) -> Result<Mailing, Problem> {
        self.resend(visitor, Purpose::SignUp, requester).await
    }

    /// Does the work of [`Self::resend_code`] for any purpose.
    pub(super) async fn resend(&self, visitor: &mut VisitorState, purpose: Purpose, requester: &Requester) -> Result<Mailing, Problem> {
        let pending = visitor.pending_for(purpose).cloned().ok_or(Refusal::NothingPending)?;
        let address = pending.address.clone();
        let budget = self.budget(requester, &address).await?;
        self.check_mute(&budget, &address).await?;
        let going_on = match self.ports.store.sign_up(pending.sign_up, self.limits.tries).await? {
            SignUpState::Open => Some(pending),
            SignUpState::Spent => return Err(Refusal::TriesSpent.into()),
            SignUpState::Consumed => return Err(Refusal::AlreadyUsed.into()),
            state if purpose.ends_with(state) => return Err(Refusal::NothingPending.into()),
            SignUpState::Unknown | SignUpState::Voided => None,
        };
        self.issue(visitor, purpose, going_on, address, requester, CountedBy { budget, proof: None }).await
    }
}
