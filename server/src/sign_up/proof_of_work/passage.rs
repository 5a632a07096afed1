use super::Waiting;
use crate::sign_up::ports::{Bucket, Exhausted, StoreError};
use crate::sign_up::{CanonicalAddress, Cap, Problem, Requester, SignUp, Timestamp, Visit};
use domain::Limit;

impl SignUp {
    /// Lets the first mail of a sign-up through, or not, and says what else it counts against. Away from a rush
    /// everybody passes; in one, who brings a right solution, who has waited, and who has verified the address in this
    /// browser before, since a mail to oneself is no spam.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `Limited` by [`Limit::ProofOfWork`], and the visit then remembers since when it
    /// waits; [`Problem::Store`] when the store fails.
    pub(in crate::sign_up) async fn passage(
        &self,
        visit: &mut Visit,
        address: &CanonicalAddress,
        requester: &Requester,
    ) -> Result<Option<Bucket>, Problem> {
        let (store, now) = (&self.ports.store, self.now());
        let budget = self.budget(requester, address);
        if budget.is_of_device() || !self.is_rushed(address, now).await? {
            return Ok(None);
        }
        let solved = requester.solution.as_ref().and_then(|solution| self.solved(solution, now));
        if let Some(solved) = solved
            && store.free_at(&solved, now).await?.is_none()
        {
            return Ok(Some(solved));
        }
        let waiting = Waiting::of(visit, budget, now);
        let until = waiting.since + self.limits.proof_of_work_wait;
        if until <= now {
            return Ok(Some(self.turn(requester)));
        }
        visit.waiting = Some(waiting);
        Err(Problem::limited(Exhausted { limit: Limit::ProofOfWork, until }, now))
    }

    /// Whether the installation's mails have reached the rate at which a proof is asked for, or the domain's half of what
    /// it may get.
    async fn is_rushed(&self, address: &CanonicalAddress, now: Timestamp) -> Result<bool, StoreError> {
        let caps = self.limits.proof_of_work_above.0.clone();
        if caps.is_empty() {
            return Ok(false);
        }
        let (store, rate) = (&self.ports.store, Bucket { caps, ..self.total_bucket() });
        Ok(store.free_at(&rate, now).await?.is_some() || store.free_at(&self.half_of_domain(address), now).await?.is_some())
    }

    /// Waiting costs nothing but time, and many can be waited for at once: so a network gets one mail by it in each
    /// such time.
    fn turn(&self, requester: &Requester) -> Bucket {
        let one = Cap { count: 1, window: self.limits.proof_of_work_wait };
        Bucket { limit: Limit::ProofOfWork, key: self.key.client(&requester.client), caps: vec![one] }
    }
}
