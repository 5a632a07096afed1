use super::issue::{CodeRequest, MAX_ATTEMPTS};
use super::ports::{CodePurpose, Lookup, SignUpState, StoreError};
use super::{CanonicalAddress, Pending, Recording, Requester, SignUp, SignUpError, UnsentMail, VisitorState};
use domain::Refusal;

impl SignUp {
    /// Makes a code for an address. If the pending sign-up is for the same mailbox and still open, the code is added to it and its tries
    /// stay spent; otherwise a new sign-up replaces it, and the session gets a new id.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Domain` or `Limited`, [`SignUpError::Conflict`] when another request was quicker,
    /// [`SignUpError::Store`] when the store fails. `visitor` is then unchanged, except that a missing proof of work sets
    /// [`VisitorState::waiting`]; the caller saves that.
    pub async fn request_code(
        &self,
        visitor: &mut VisitorState,
        address: CanonicalAddress,
        requester: &Requester,
        recording: &dyn Recording,
    ) -> Result<UnsentMail, SignUpError> {
        self.request(visitor, CodePurpose::SignUp, address, requester, recording).await
    }

    /// Does the work of [`Self::request_code`] for any purpose.
    pub(super) async fn request(
        &self,
        visitor: &mut VisitorState,
        purpose: CodePurpose,
        address: CanonicalAddress,
        requester: &Requester,
        recording: &dyn Recording,
    ) -> Result<UnsentMail, SignUpError> {
        if !self.limits.domains.allow(&address) {
            return Err(Refusal::Domain.into());
        }
        for _ in 0..MAX_ATTEMPTS {
            let keys = self.rate_limit_keys(requester, &address).await?;
            let is_same = |pending: &&Pending| pending.address.normalized() == address.normalized();
            let pending = visitor.pending_for(purpose).filter(is_same).cloned();
            let mute = self.mute_bucket(&keys, &address);
            let rush = self.rush_buckets(&keys, &address);
            let solved = requester.solution.as_ref().and_then(|solution| self.solved(solution, self.now())).filter(|_| !rush.is_empty());
            let lookup = Lookup {
                sign_up: pending.as_ref().map(|pending| (pending.sign_up, self.limits.tries)),
                buckets: mute.iter().chain(&rush).chain(&solved).cloned().collect(),
                ..Lookup::default()
            };
            let found = self.ports.store.look_up(&lookup, self.now()).await?;
            let (muted_until, free_at) = found.free_at.split_at(mute.iter().len());
            self.refuse_if_muted(mute.as_ref(), muted_until.first().copied().flatten())?;
            let existing = pending.filter(|_| found.sign_up == SignUpState::Open);
            let proof = if existing.is_none() && free_at[..rush.len()].iter().any(Option::is_some) {
                let solved = solved.filter(|_| free_at[rush.len()].is_none());
                Some(self.proof_of_work(visitor, &requester.client, &keys, solved)?)
            } else {
                None
            };
            let request = CodeRequest { purpose, existing, address: &address, requester, keys, proof };
            if let Some(unsent) = self.issue(visitor, request, recording).await? {
                return Ok(unsent);
            }
        }
        Err(SignUpError::Conflict)
    }

    /// Makes one more code for the pending sign-up. The earlier codes still work, and the spent tries stay spent. If the store does not know
    /// the sign-up any more, or the reader of its mail has voided it, a new one begins, for which no proof of work is needed.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NothingPending`, `TriesSpent`, `AlreadyUsed` or `Limited`, [`SignUpError::Conflict`] when another
    /// request was quicker, [`SignUpError::Store`] when the store fails. `visitor` is then unchanged.
    pub async fn resend_code(
        &self,
        visitor: &mut VisitorState,
        requester: &Requester,
        recording: &dyn Recording,
    ) -> Result<UnsentMail, SignUpError> {
        self.resend(visitor, CodePurpose::SignUp, requester, recording).await
    }

    /// Does the work of [`Self::resend_code`] for any purpose.
    pub(super) async fn resend(
        &self,
        visitor: &mut VisitorState,
        purpose: CodePurpose,
        requester: &Requester,
        recording: &dyn Recording,
    ) -> Result<UnsentMail, SignUpError> {
        let pending = visitor.pending_for(purpose).cloned().ok_or(Refusal::NothingPending)?;
        let address = pending.address.clone();
        for _ in 0..MAX_ATTEMPTS {
            let keys = self.rate_limit_keys(requester, &address).await?;
            let mute = self.mute_bucket(&keys, &address);
            let lookup = Lookup {
                sign_up: Some((pending.sign_up, self.limits.tries)),
                buckets: mute.iter().cloned().collect(),
                ..Lookup::default()
            };
            let found = self.ports.store.look_up(&lookup, self.now()).await?;
            self.refuse_if_muted(mute.as_ref(), found.free_at.first().copied().flatten())?;
            let existing = match found.sign_up {
                SignUpState::Open => Some(pending.clone()),
                SignUpState::Spent => return Err(Refusal::TriesSpent.into()),
                SignUpState::Consumed => return Err(Refusal::AlreadyUsed.into()),
                state if purpose.is_over_when(state) => return Err(Refusal::NothingPending.into()),
                SignUpState::Unknown | SignUpState::Voided => None,
            };
            let request = CodeRequest { purpose, existing, address: &address, requester, keys, proof: None };
            if let Some(unsent) = self.issue(visitor, request, recording).await? {
                return Ok(unsent);
            }
        }
        Err(SignUpError::Conflict)
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

    /// The state of this sign-up or change in the store.
    pub(super) async fn state_of(&self, pending: &Pending) -> Result<SignUpState, StoreError> {
        let lookup = Lookup { sign_up: Some((pending.sign_up, self.limits.tries)), ..Lookup::default() };
        Ok(self.ports.store.look_up(&lookup, self.now()).await?.sign_up)
    }
}
