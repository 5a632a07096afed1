use super::issue::MAX_ATTEMPTS;
use super::ports::{Account, AccountId, Attempt, AttemptOutcome, Bucket, CodePurpose, Comparison, Completion, Goal, Records};
use super::{MailedCode, Pending, Recording, SessionId, SignUp, SignUpError, StepEvent, Timestamp, VisitorState};
use domain::{OneTimeCode, Refusal};

/// What became of a right code.
pub(super) enum RightCode {
    /// The account that is signed in now.
    SignedIn(Account),
    /// The account that has its new address now.
    EmailChanged(Account),
    /// Another account has the new address.
    AddressTaken,
    /// The account is not as it was read: the caller reads again.
    Outdated,
}

impl SignUp {
    /// Completes the pending sign-up with a typed code and signs in to the account of the address, which is created if it does not exist.
    /// The session gets a new id (against session fixation).
    ///
    /// A text that is not a code costs no try, nor does a code that was tried in this sign-up before. Otherwise the try is counted before
    /// anything depends on whether the code is right, so that parallel guesses cannot outrun the counter.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Code`, `NothingPending`, `Expired`, `WrongCode`, `TriesSpent`, `AlreadyUsed`, `Voided` or `Limited`,
    /// [`SignUpError::Conflict`] when another request was quicker, [`SignUpError::Store`] when the store fails. `visitor` is then unchanged.
    pub async fn verify_code(&self, visitor: &mut VisitorState, typed: &str, recording: &dyn Recording) -> Result<Account, SignUpError> {
        let (pending, typed) = self.typed_code(visitor, CodePurpose::SignUp, typed)?;
        for _ in 0..MAX_ATTEMPTS {
            let mut after = VisitorState::default();
            let mut completion = None;
            if typed.matched == Match::Valid {
                let existing = self.ports.store.account_of(&pending.address).await?;
                let account = existing.as_ref().map_or_else(|| self.new_account(), |account| account.id);
                after.account = Some(account);
                let session = recording.session(&after, SessionId::Renewed).await?;
                let records = Records { session, audit: recording.audit(StepEvent::Verified, &[&pending.address]) };
                completion = Some(self.completion(&pending, Goal::SignIn { account, exists: existing.is_some() }, records));
            }
            if let RightCode::SignedIn(account) = self.attempt(&pending, &typed, completion, recording).await? {
                recording.committed(Some(StepEvent::Verified));
                *visitor = after;
                return Ok(account);
            }
        }
        Err(SignUpError::Conflict)
    }

    /// Parses a typed code and compares it with the pending codes of this purpose.
    pub(super) fn typed_code(
        &self,
        visitor: &VisitorState,
        purpose: CodePurpose,
        typed: &str,
    ) -> Result<(Pending, TypedCode), SignUpError> {
        let code = OneTimeCode::parse(typed)?;
        let pending = visitor.pending_for(purpose).cloned().ok_or(Refusal::NothingPending)?;
        let now = self.now();
        if !pending.codes.iter().any(|code| code.works_at(now)) {
            return Err(Refusal::Expired.into());
        }
        let matched = self.compare(&pending, &code, now);
        Ok((pending, TypedCode { code, matched }))
    }

    /// What the store does if the code is right.
    pub(super) fn completion(&self, pending: &Pending, goal: Goal, records: Records) -> Completion {
        Completion { goal, address: pending.address.clone(), pause: self.resend_bucket(&pending.keys), records }
    }

    /// Lets the store count the try and complete the sign-up; `completion` is needed if the code is right.
    ///
    /// # Errors
    /// As [`Self::verify_code`], for every code that is not right.
    pub(super) async fn attempt(
        &self,
        pending: &Pending,
        typed: &TypedCode,
        completion: Option<Completion>,
        recording: &dyn Recording,
    ) -> Result<RightCode, SignUpError> {
        let now = self.now();
        let audit = |refusal| recording.audit(StepEvent::CodeRefused(refusal), &[&pending.address]);
        let comparison = match (typed.matched, completion) {
            (Match::Valid, Some(completion)) => Comparison::Right(Box::new(completion)),
            (Match::Valid | Match::Expired, _) => Comparison::Expired(audit(Refusal::Expired)),
            (Match::None, _) => Comparison::Wrong((0..self.limits.tries.max(1)).map(|left| audit(wrong(left))).collect()),
        };
        let attempt = Attempt {
            sign_up: pending.sign_up,
            code: self.key.tried_code(pending.sign_up, &typed.code),
            tries: self.limits.tries,
            failures: self.failures_of(pending),
            comparison,
        };
        let counted = |refusal: Refusal| {
            recording.committed(Some(StepEvent::CodeRefused(refusal)));
            Err(refusal.into())
        };
        match self.ports.store.try_code(&attempt, now).await? {
            AttemptOutcome::SignedIn(account) => Ok(RightCode::SignedIn(account)),
            AttemptOutcome::EmailChanged(account) => Ok(RightCode::EmailChanged(account)),
            AttemptOutcome::AddressTaken => Ok(RightCode::AddressTaken),
            AttemptOutcome::Outdated => Ok(RightCode::Outdated),
            AttemptOutcome::Wrong { tries_left } => counted(wrong(tries_left)),
            AttemptOutcome::Expired => counted(Refusal::Expired),
            AttemptOutcome::Spent => Err(Refusal::TriesSpent.into()),
            AttemptOutcome::Voided => Err(Refusal::Voided.into()),
            AttemptOutcome::Consumed => Err(Refusal::AlreadyUsed.into()),
            AttemptOutcome::Unknown => Err(Refusal::Expired.into()),
            AttemptOutcome::Limited(exhausted) => Err(SignUpError::limited(exhausted, now)),
            AttemptOutcome::SessionConflict => Err(SignUpError::Conflict),
        }
    }

    fn failures_of(&self, pending: &Pending) -> Vec<Bucket> {
        // A version without these keys has written this state.
        let is_known = !pending.keys.own.is_empty();
        if is_known { self.failure_buckets(&pending.keys) } else { self.failure_buckets(&self.address_keys(&pending.address)) }
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

    fn new_account(&self) -> AccountId {
        AccountId::generate(&mut *self.ports.randomness.generator())
    }
}

/// The refusal of a wrong code.
const fn wrong(tries_left: u32) -> Refusal {
    if tries_left == 0 { Refusal::TriesSpent } else { Refusal::WrongCode { tries_left } }
}

/// A typed code and the result of comparing it, of which nothing may show before the store has counted the try.
pub(super) struct TypedCode {
    code: OneTimeCode,
    pub(super) matched: Match,
}

/// The result of comparing a typed code, from the worst to the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    None,
    Expired,
    Valid,
}
