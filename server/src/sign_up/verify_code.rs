use super::ports::{Account, AccountId, CodePurpose, SignUpState, TakenUses, TryOutcome};
use super::{MailedCode, Pending, SignUp, SignUpError, Timestamp, VisitorState};
use domain::{Limit, OneTimeCode, Refusal};

impl SignUp {
    /// Completes the pending sign-up with a typed code and signs in to the account of the address, which is created if it does not exist.
    /// The caller gives the session a new id (against session fixation).
    ///
    /// A text that is not a code costs no try, nor does a code that was tried in this sign-up before. Otherwise the try is counted before
    /// the code is compared, so that parallel guesses cannot outrun the counter.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Code`, `NothingPending`, `Expired`, `WrongCode`, `TriesSpent`, `AlreadyUsed`, `Voided` or `Limited`,
    /// [`SignUpError::Store`] when the store fails. `visitor` is then unchanged.
    pub async fn verify_code(&self, visitor: &mut VisitorState, typed: &str) -> Result<Account, SignUpError> {
        let (pending, failure) = self.match_code(visitor, CodePurpose::SignUp, typed).await?;
        let account = self.consume(pending, &failure, self.now()).await?;
        *visitor = VisitorState { account: Some(account.id), ..VisitorState::default() };
        Ok(account)
    }

    /// Compares a typed code with the pending codes of this purpose. Returns the sign-up or change that the code belongs to, and the
    /// counted failure, which is given back when that is completed.
    pub(super) async fn match_code<'a>(
        &self,
        visitor: &'a VisitorState,
        purpose: CodePurpose,
        typed: &str,
    ) -> Result<(&'a Pending, TakenUses), SignUpError> {
        let code = OneTimeCode::parse(typed)?;
        let pending = visitor.pending_for(purpose).ok_or(Refusal::NothingPending)?;
        let now = self.now();
        if !pending.codes.iter().any(|code| code.works_at(now)) {
            return Err(Refusal::Expired.into());
        }
        let (tries_left, failure) = self.take_try(pending, &code, now).await?;
        match self.compare(pending, &code, now) {
            Match::Valid => {}
            Match::Expired => return Err(Refusal::Expired.into()),
            Match::None if tries_left == 0 => return Err(Refusal::TriesSpent.into()),
            Match::None => return Err(Refusal::WrongCode { tries_left }.into()),
        }
        Ok((pending, failure))
    }

    async fn take_try(&self, pending: &Pending, code: &OneTimeCode, now: Timestamp) -> Result<(u32, TakenUses), SignUpError> {
        // A version without these keys has written this state.
        let is_known = !pending.keys.own.is_empty();
        let keys = if is_known { pending.keys.clone() } else { self.key.address_keys(pending.address.normalized()) };
        let failures = self.failure_buckets(&keys);
        let code = self.key.tried_code(pending.sign_up, code);
        match self.ports.store.take_try(pending.sign_up, code, self.limits.tries, &failures, now).await? {
            TryOutcome::Taken { tries_left, failure } => Ok((tries_left, failure)),
            // The try was counted the first time. The code is compared all the same: it may be right, if the store failed afterwards.
            TryOutcome::Repeated { tries_left } => Ok((tries_left, TakenUses::default())),
            TryOutcome::Spent => Err(Refusal::TriesSpent.into()),
            TryOutcome::Voided => Err(Refusal::Voided.into()),
            TryOutcome::Consumed => Err(Refusal::AlreadyUsed.into()),
            TryOutcome::Unknown => Err(Refusal::Expired.into()),
            TryOutcome::Exhausted(exhausted) => Err(SignUpError::limited(exhausted, now)),
        }
    }

    /// Compares with every code, so that the time taken does not reveal which one matched.
    fn compare(&self, pending: &Pending, code: &OneTimeCode, now: Timestamp) -> Match {
        let mac = self.key.code_mac(pending.purpose, pending.sign_up, &pending.address, code);
        let compare = |known: &MailedCode| match (known.mac == mac, known.works_at(now)) {
            (true, true) => Match::Valid,
            (true, false) => Match::Expired,
            (false, _) => Match::None,
        };
        pending.codes.iter().map(compare).max().unwrap_or(Match::None)
    }

    async fn consume(&self, pending: &Pending, failure: &TakenUses, now: Timestamp) -> Result<Account, SignUpError> {
        let store = &self.ports.store;
        let new_account = AccountId::generate(&mut *self.ports.randomness.generator());
        let account = store.consume(pending.sign_up, failure, &pending.address, new_account, now).await?;
        let Some(account) = account else { return Err(self.too_late(pending).await) };
        self.clear_resend_pause(pending).await;
        Ok(account)
    }

    /// Clears the pause between two mails, so that the visitor can sign in on a second device at once. A failure is only logged, since the
    /// code is already used.
    pub(super) async fn clear_resend_pause(&self, pending: &Pending) {
        if let Err(error) = self.ports.store.clear(Limit::ResendAfter, &pending.keys.own).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "could not clear the pause before the next mail");
        }
    }

    /// The refusal for a code that another request has used first, or that the reader of the mail has voided.
    pub(super) async fn too_late(&self, pending: &Pending) -> SignUpError {
        match self.ports.store.sign_up(pending.sign_up, self.limits.tries).await {
            Ok(SignUpState::Voided) => Refusal::Voided.into(),
            Ok(_) => Refusal::AlreadyUsed.into(),
            Err(error) => error.into(),
        }
    }
}

/// The result of comparing a typed code, from the worst to the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    None,
    Expired,
    Valid,
}
