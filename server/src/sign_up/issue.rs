use super::ports::{Bucket, CodeId, CodeMail, Exhausted, NewCode, SignUpId};
use super::{CanonicalAddress, LiveCode, Mailing, NotMeToken, Pending, Problem, Purpose, Requester, SignUp, Visit};
use domain::OneTimeCode;
use rand::CryptoRng;
use rand::distr::{Distribution, Uniform};
use std::time::Duration;

/// How long the store keeps a sign-up after its newest code ran out, to tell a used code from an expired one.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

impl SignUp {
    /// Counts a mail against every limit, and against what it took to get through, then makes a code of this purpose: for the
    /// pending sign-up `going_on`, or for a new one.
    pub(super) async fn issue(
        &self,
        visit: &mut Visit,
        purpose: Purpose,
        going_on: Option<Pending>,
        address: CanonicalAddress,
        requester: &Requester,
        passage: Option<Bucket>,
    ) -> Result<Mailing, Problem> {
        let (ports, now) = (&self.ports, self.now());
        // A code that could not be tried would only annoy.
        let budget = self.budget(requester, &address);
        for failures in self.failure_buckets(&budget) {
            if let Some(until) = ports.store.free_at(&failures, now).await? {
                return Err(Problem::limited(Exhausted { limit: failures.limit, until }, now));
            }
        }
        let mut buckets = self.mail_buckets(&budget, &address, requester);
        buckets.extend(passage);
        // Before anything counts.
        let place = ports.mail.reserve()?;
        let taken = ports.store.take(&buckets, now).await?.map_err(|exhausted| Problem::limited(exhausted, now))?;

        let (new_sign_up, id, code, not_me) = {
            let mut generator = ports.randomness.generator();
            let generator = &mut *generator;
            (SignUpId::generate(generator), CodeId::generate(generator), draw(generator), NotMeToken::generate(generator))
        };
        let mut pending = going_on.unwrap_or_else(|| Pending::new(purpose, new_sign_up, address.clone(), budget.clone()));
        let expires_at = now + self.limits.code_lifetime;
        let new = NewCode {
            id,
            sign_up: pending.sign_up,
            mailbox: self.mailbox(&address),
            ends_at: expires_at + REMEMBERED,
            token: self.key.not_me(&not_me),
            token_ends_at: now + self.token_lifetime(),
        };
        // The mailbox may have been muted since that was looked up first.
        if let Err(exhausted) = ports.store.begin(&new, self.mute_bucket(&budget, &address).as_ref(), now).await? {
            ports.store.give_back(&taken).await?;
            return Err(Problem::limited(exhausted, now));
        }

        pending.address = address.clone();
        pending.budget = budget;
        let mac = self.key.code(purpose, pending.sign_up, &address, &code);
        pending.add(LiveCode { id, mac, issued_at: now, expires_at });
        visit.wait_for(pending);
        let mail = CodeMail {
            to: address,
            code,
            lifetime: self.limits.code_lifetime,
            issued_at: now,
            language: requester.language,
            not_me,
            purpose: purpose.into(),
        };
        Ok(Mailing { mail, code: id, taken, place })
    }
}

/// A code drawn uniformly: `Uniform` rejects (Lemire's method) where `random_range` may wrap, so no code is likelier
/// than another.
fn draw(generator: &mut dyn CryptoRng) -> OneTimeCode {
    let numbers = Uniform::new(0, OneTimeCode::COUNT).expect("there are codes");
    OneTimeCode::from_number(numbers.sample(generator)).expect("the number is below COUNT")
}

#[cfg(test)]
#[path = "issue_tests.rs"]
mod tests;
