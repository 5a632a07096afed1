use super::ports::SignUpState;
use super::{Mailing, Problem, Purpose, Requester, SignUp, Visit};
use domain::Refusal;

impl SignUp {
    /// Makes one more code for the pending sign-up. The earlier ones go on working, and no try comes back.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NothingPending`, `TriesSpent`, `AlreadyUsed` or `Limited`, [`Problem::Store`] when
    /// the store fails. The visit is then unchanged.
    pub async fn resend_code(&self, visit: &mut Visit, requester: &Requester) -> Result<Mailing, Problem> {
        self.resend(visit, Purpose::SignUp, requester).await
    }

    /// The same for any purpose.
    pub(super) async fn resend(&self, visit: &mut Visit, purpose: Purpose, requester: &Requester) -> Result<Mailing, Problem> {
        let pending = visit.pending_for(purpose).cloned().ok_or(Refusal::NothingPending)?;
        let address = pending.address.clone();
        self.check_mute(&address, requester).await?;
        let going_on = match self.ports.store.sign_up(pending.sign_up, self.limits.tries).await? {
            SignUpState::Open => Some(pending),
            SignUpState::Spent => return Err(Refusal::TriesSpent.into()),
            SignUpState::Consumed => return Err(Refusal::AlreadyUsed.into()),
            state if purpose.ends_with(state) => return Err(Refusal::NothingPending.into()),
            SignUpState::Unknown | SignUpState::Voided => None,
        };
        self.issue(visit, purpose, going_on, address, requester, None).await
    }
}
