use super::issue::CountedAgainst;
use super::ports::{CodePurpose, SignUpState};
use super::{CanonicalAddress, Pending, Requester, SignUp, SignUpError, UnsentMail, VisitorState};
use domain::Refusal;

impl SignUp {
    /// Makes a code for an address. If the pending sign-up is for the same mailbox and still open, the code is added to it and its tries
    /// stay spent; otherwise a new sign-up replaces it.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Domain` or `Limited`, [`SignUpError::Store`] when the store fails. `visitor` is then unchanged,
    /// except that a missing proof of work sets [`VisitorState::waiting`]; the caller saves that.
    pub async fn request_code(
        &self,
        visitor: &mut VisitorState,
        address: CanonicalAddress,
        requester: &Requester,
    ) -> Result<UnsentMail, SignUpError> {
        self.request(visitor, CodePurpose::SignUp, address, requester).await
    }

    /// Does the work of [`Self::request_code`] for any purpose.
    pub(super) async fn request(
        &self,
        visitor: &mut VisitorState,
        purpose: CodePurpose,
        address: CanonicalAddress,
        requester: &Requester,
    ) -> Result<UnsentMail, SignUpError> {
        if !self.limits.domains.allow(&address) {
            return Err(Refusal::Domain.into());
        }
        let keys = self.rate_limit_keys(requester, &address).await?;
        self.check_mute(&keys, &address).await?;
        let existing = self.open_sign_up(visitor.pending_for(purpose), &address).await?;
        let proof = match existing {
            Some(_) => None,
            None => self.check_proof_of_work(visitor, &address, &requester.client, requester.solution.as_ref(), &keys).await?,
        };
        let unsent = self.issue(visitor, purpose, existing, address, requester, CountedAgainst { keys, proof }).await?;
        visitor.waiting = None;
        Ok(unsent)
    }

    /// Makes one more code for the pending sign-up. The earlier codes still work, and the spent tries stay spent. If the store does not know
    /// the sign-up any more, or the reader of its mail has voided it, a new one begins, for which no proof of work is needed.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NothingPending`, `TriesSpent`, `AlreadyUsed` or `Limited`, [`SignUpError::Store`] when the store
    /// fails. `visitor` is then unchanged.
    pub async fn resend_code(&self, visitor: &mut VisitorState, requester: &Requester) -> Result<UnsentMail, SignUpError> {
        self.resend(visitor, CodePurpose::SignUp, requester).await
    }

    /// Does the work of [`Self::resend_code`] for any purpose.
    pub(super) async fn resend(
        &self,
        visitor: &mut VisitorState,
        purpose: CodePurpose,
        requester: &Requester,
    ) -> Result<UnsentMail, SignUpError> {
        let pending = visitor.pending_for(purpose).cloned().ok_or(Refusal::NothingPending)?;
        let address = pending.address.clone();
        let keys = self.rate_limit_keys(requester, &address).await?;
        self.check_mute(&keys, &address).await?;
        let existing = match self.ports.store.sign_up(pending.sign_up, self.limits.tries).await? {
            SignUpState::Open => Some(pending),
            SignUpState::Spent => return Err(Refusal::TriesSpent.into()),
            SignUpState::Consumed => return Err(Refusal::AlreadyUsed.into()),
            state if purpose.is_over_when(state) => return Err(Refusal::NothingPending.into()),
            SignUpState::Unknown | SignUpState::Voided => None,
        };
        self.issue(visitor, purpose, existing, address, requester, CountedAgainst { keys, proof: None }).await
    }

    /// Pauses the pending sign-up and returns its address, so that the form can be prefilled with it for correction.
    pub fn start_over(&self, visitor: &mut VisitorState) -> Option<CanonicalAddress> {
        let pending = visitor.pending.take()?;
        let address = pending.address.clone();
        visitor.paused = Some(pending);
        Some(address)
    }

    /// Resumes the paused sign-up if it is for this mailbox and no other one is pending. Returns whether it did.
    pub fn resume(&self, visitor: &mut VisitorState, address: &CanonicalAddress) -> bool {
        let is_same = visitor.paused.as_ref().is_some_and(|paused| paused.address.normalized() == address.normalized());
        if visitor.pending.is_some() || !is_same {
            return false;
        }
        visitor.pending = visitor.paused.take();
        true
    }

    /// Returns the pending sign-up or change if it is for this mailbox and can still be completed.
    async fn open_sign_up(&self, pending: Option<&Pending>, address: &CanonicalAddress) -> Result<Option<Pending>, SignUpError> {
        let Some(pending) = pending else { return Ok(None) };
        if pending.address.normalized() != address.normalized() {
            return Ok(None);
        }
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        Ok((state == SignUpState::Open).then(|| pending.clone()))
    }
}
