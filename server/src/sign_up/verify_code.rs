use super::ports::{Account, AccountId, SignUpState, Taken, Try};
use super::{LiveCode, Pending, Problem, Purpose, SignUp, Timestamp, Visit};
use domain::{Limit, OneTimeCode, Refusal};

impl SignUp {
    /// Completes the pending sign-up with a typed code and signs in to the address's account, made if there is
    /// none. The caller gives the session a new id (session fixation).
    ///
    /// A text that is no code costs no try. Otherwise the try is taken before the code is compared, so that
    /// parallel guesses cannot outrun the counter.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `Code`, `NothingPending`, `Expired`, `WrongCode`, `TriesSpent`, `AlreadyUsed`,
    /// `Voided` or `Limited`, [`Problem::Store`] when the store fails. The visit is then unchanged.
    pub async fn verify_code(&self, visit: &mut Visit, typed: &str) -> Result<Account, Problem> {
        let (pending, failure) = self.prove(visit, Purpose::SignUp, typed).await?;
        let account = self.consume(pending, &failure, self.now()).await?;
        *visit = Visit { account: Some(account.id), ..Visit::default() };
        Ok(account)
    }

    /// Compares a typed code with those of what is pending for this purpose: whose mail was read, and the failure to give back
    /// when that is consumed.
    pub(super) async fn prove<'a>(&self, visit: &'a Visit, purpose: Purpose, typed: &str) -> Result<(&'a Pending, Taken), Problem> {
        let code = OneTimeCode::parse(typed)?;
        let pending = visit.pending_for(purpose).ok_or(Refusal::NothingPending)?;
        let now = self.now();
        if !pending.codes.iter().any(|code| code.works_at(now)) {
            return Err(Refusal::Expired.into());
        }
        let (tries_left, failure) = self.take_try(pending, now).await?;
        match self.compare(pending, &code, now) {
            Match::Live => {}
            Match::Expired => return Err(Refusal::Expired.into()),
            Match::None if tries_left == 0 => return Err(Refusal::TriesSpent.into()),
            Match::None => return Err(Refusal::WrongCode { tries_left }.into()),
        }
        Ok((pending, failure))
    }

    async fn take_try(&self, pending: &Pending, now: Timestamp) -> Result<(u32, Taken), Problem> {
        // Written by a version that knew no budgets.
        let is_known = !pending.budget.key.is_empty();
        let budget = if is_known { pending.budget.clone() } else { self.key.address_budget(pending.address.identity()) };
        let failures = self.failure_buckets(&budget);
        match self.ports.store.take_try(pending.sign_up, self.limits.tries, &failures, now).await? {
            Try::Taken { tries_left, failure } => Ok((tries_left, failure)),
            Try::Spent => Err(Refusal::TriesSpent.into()),
            Try::Voided => Err(Refusal::Voided.into()),
            Try::Consumed => Err(Refusal::AlreadyUsed.into()),
            Try::Unknown => Err(Refusal::Expired.into()),
            Try::Exhausted(exhausted) => Err(Problem::limited(exhausted, now)),
        }
    }

    /// Compares with every code, so that the time tells nothing of which one matched.
    fn compare(&self, pending: &Pending, code: &OneTimeCode, now: Timestamp) -> Match {
        let mac = self.key.code(pending.purpose, pending.sign_up, &pending.address, code);
        let compare = |known: &LiveCode| match (known.mac == mac, known.works_at(now)) {
            (true, true) => Match::Live,
            (true, false) => Match::Expired,
            (false, _) => Match::None,
        };
        pending.codes.iter().map(compare).max().unwrap_or(Match::None)
    }

    async fn consume(&self, pending: &Pending, failure: &Taken, now: Timestamp) -> Result<Account, Problem> {
        let store = &self.ports.store;
        let new_account = AccountId::generate(&mut *self.ports.randomness.generator());
        let account = store.consume(pending.sign_up, failure, &pending.address, new_account, now).await?;
        let Some(account) = account else { return Err(self.too_late(pending).await) };
        self.end_wait(pending).await;
        Ok(account)
    }

    /// Signing in on a second device right away is not held up. Failing that, what was proved is complete all the same.
    pub(super) async fn end_wait(&self, pending: &Pending) {
        if let Err(error) = self.ports.store.clear(Limit::ResendAfter, &pending.budget.key).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "could not clear the waiting time");
        }
    }

    /// Another request was quicker to complete it, or whoever reads the mail to void it.
    pub(super) async fn too_late(&self, pending: &Pending) -> Problem {
        match self.ports.store.sign_up(pending.sign_up, self.limits.tries).await {
            Ok(SignUpState::Voided) => Refusal::Voided.into(),
            Ok(_) => Refusal::AlreadyUsed.into(),
            Err(error) => error.into(),
        }
    }
}

/// What a typed code matched; the best comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    None,
    Expired,
    Live,
}
