use super::issue::CountedBy;
use super::ports::SignUpState;
use super::{CanonicalAddress, Mailing, Pending, Problem, Purpose, Requester, SignUp, VisitorState};
use domain::Refusal;

impl SignUp {
    /// Makes a code for an address. If the pending sign-up is for the same mailbox and still open, the code is added to it and its tries
    /// stay spent; otherwise a new sign-up replaces it.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `Domain` or `Limited`, [`Problem::Store`] when the store fails. `visitor` is then unchanged, except that a
    /// missing proof of work sets [`VisitorState::waiting`]; the caller saves that.
    pub async fn request_code(
        &self,
        visitor: &mut VisitorState,
        address: CanonicalAddress,
        requester: &Requester,
    ) -> Result<Mailing, Problem> {
        self.request(visitor, Purpose::SignUp, address, requester).await
    }

    /// Does the work of [`Self::request_code`] for any purpose.
    pub(super) async fn request(
        &self,
        visitor: &mut VisitorState,
        purpose: Purpose,
        address: CanonicalAddress,
        requester: &Requester,
    ) -> Result<Mailing, Problem> {
        if !self.limits.domains.allow(&address) {
            return Err(Refusal::Domain.into());
        }
        let budget = self.budget(requester, &address).await?;
        self.check_mute(&budget, &address).await?;
        let going_on = self.open_sign_up(visitor.pending_for(purpose), &address).await?;
        let proof = match going_on {
            Some(_) => None,
            None => self.check_proof_of_work(visitor, &address, requester, &budget).await?,
        };
        let mailing = self.issue(visitor, purpose, going_on, address, requester, CountedBy { budget, proof }).await?;
        visitor.waiting = None;
        Ok(mailing)
    }

    /// Returns the pending sign-up or change if it is for this mailbox and can still be completed.
    async fn open_sign_up(&self, pending: Option<&Pending>, address: &CanonicalAddress) -> Result<Option<Pending>, Problem> {
        let Some(pending) = pending else { return Ok(None) };
        if pending.address.identity() != address.identity() {
            return Ok(None);
        }
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        Ok((state == SignUpState::Open).then(|| pending.clone()))
    }
}
