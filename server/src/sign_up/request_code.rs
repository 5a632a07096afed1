use super::ports::SignUpState;
use super::{CanonicalAddress, Mailing, Pending, Problem, Purpose, Requester, SignUp, Visit};
use domain::Refusal;

impl SignUp {
    /// Makes a code for an address. If this visit's sign-up for the same mailbox is still open, the code
    /// joins it and its tries stay spent; otherwise a new sign-up begins and the visit's earlier one is dropped.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `Domain` or `Limited`, [`Problem::Store`] when the store fails. The visit is then
    /// unchanged, but for what it has to remember when a proof of work was missing; the caller saves that.
    pub async fn request_code(&self, visit: &mut Visit, address: CanonicalAddress, requester: &Requester) -> Result<Mailing, Problem> {
        self.request(visit, Purpose::SignUp, address, requester).await
    }

    /// The same for any purpose.
    pub(super) async fn request(
        &self,
        visit: &mut Visit,
        purpose: Purpose,
        address: CanonicalAddress,
        requester: &Requester,
    ) -> Result<Mailing, Problem> {
        if !self.limits.domains.allow(&address) {
            return Err(Refusal::Domain.into());
        }
        self.check_mute(&address, requester).await?;
        let going_on = self.open_sign_up(visit.pending_for(purpose), &address).await?;
        let passage = match going_on {
            Some(_) => None,
            None => self.passage(visit, &address, requester).await?,
        };
        let mailing = self.issue(visit, purpose, going_on, address, requester, passage).await?;
        visit.waiting = None;
        Ok(mailing)
    }

    /// What is pending, if it is for this address and can still be completed.
    async fn open_sign_up(&self, pending: Option<&Pending>, address: &CanonicalAddress) -> Result<Option<Pending>, Problem> {
        let Some(pending) = pending else { return Ok(None) };
        if pending.address.identity() != address.identity() {
            return Ok(None);
        }
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        Ok((state == SignUpState::Open).then(|| pending.clone()))
    }
}
