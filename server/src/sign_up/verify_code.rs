use super::ports::{Account, AccountId, SignUpState, Taken, Try};
use super::{CanonicalAddress, LiveCode, Pending, Problem, SignUp, Timestamp, Visit};
use app::domain::{Limit, OneTimeCode, Refusal};

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
        let code = OneTimeCode::parse(typed)?;
        let pending = visit.pending.as_ref().ok_or(Refusal::NothingPending)?;
        let address = CanonicalAddress::new(pending.address.clone())?;
        let now = self.now();
        if !pending.codes.iter().any(|code| code.works_at(now)) {
            return Err(Refusal::Expired.into());
        }
        let (tries_left, failure) = self.take_try(pending, &address, now).await?;
        match self.compare(pending, &address, &code, now) {
            Match::Live => {}
            Match::Expired => return Err(Refusal::Expired.into()),
            Match::None if tries_left == 0 => return Err(Refusal::TriesSpent.into()),
            Match::None => return Err(Refusal::WrongCode { tries_left }.into()),
        }
        let account = self.consume(pending, &address, &failure, now).await?;
        *visit = Visit { account: Some(account.id), ..Visit::default() };
        Ok(account)
    }

    async fn take_try(&self, pending: &Pending, address: &CanonicalAddress, now: Timestamp) -> Result<(u32, Taken), Problem> {
        // Written by a version that knew no budgets.
        let is_known = !pending.budget.key.is_empty();
        let budget = if is_known { pending.budget.clone() } else { self.key.address_budget(address.identity()) };
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
    fn compare(&self, pending: &Pending, address: &CanonicalAddress, code: &OneTimeCode, now: Timestamp) -> Match {
        let mac = self.key.code(pending.sign_up, address, code);
        let compare = |known: &LiveCode| match (known.mac == mac, known.works_at(now)) {
            (true, true) => Match::Live,
            (true, false) => Match::Expired,
            (false, _) => Match::None,
        };
        pending.codes.iter().map(compare).max().unwrap_or(Match::None)
    }

    async fn consume(&self, pending: &Pending, address: &CanonicalAddress, failure: &Taken, now: Timestamp) -> Result<Account, Problem> {
        let store = &self.ports.store;
        let new_account = AccountId::generate(&mut *self.ports.randomness.generator());
        let account = store.consume(pending.sign_up, failure, address, new_account, now).await?;
        let Some(account) = account else {
            // Another request was quicker, or whoever reads the mail.
            let is_voided = store.sign_up(pending.sign_up, self.limits.tries).await? == SignUpState::Voided;
            return Err(if is_voided { Refusal::Voided } else { Refusal::AlreadyUsed }.into());
        };
        // Signing in on a second device right away is not held up. Failing that, the sign-up is complete all the same.
        if let Err(error) = store.clear(Limit::ResendAfter, &pending.budget.key).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "could not clear the waiting time");
        }
        Ok(account)
    }
}

/// What a typed code matched; the best comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    None,
    Expired,
    Live,
}
