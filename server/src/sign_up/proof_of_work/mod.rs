//! Proof of work before the first mail of a sign-up, while the installation sends more mails than usual.
//!
//! The scheme is ALTCHA's first: the server draws a number and sends its hash, and the browser finds the number by trying. A browser that
//! cannot do so waits instead; each client gets one mail per waiting time.
//!
//! `challenge` makes the challenges and their salts, `solution` parses and checks what browsers send. This file decides whether a request
//! passes.

mod challenge;
mod solution;

pub use challenge::Challenge;
pub use solution::{Solution, SolutionError};

use super::ports::{Bucket, Exhausted, StoreError};
use super::{CanonicalAddress, Cap, ClientPrefix, RateLimitKeys, SignUp, SignUpError, Timestamp, VisitorState, Waiting};
use domain::Limit;

impl SignUp {
    /// Checks whether the first mail of a sign-up may be sent, and returns the further bucket that it counts in. While few mails are sent,
    /// every request passes. During a rush a request passes with a right solution, after the wait, or from a device that is trusted for the
    /// address, since a mail to oneself is no spam.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Limited` by [`Limit::ProofOfWork`], after which `visitor` holds the start of the wait;
    /// [`SignUpError::Store`] when the store fails.
    pub(super) async fn check_proof_of_work(
        &self,
        visitor: &mut VisitorState,
        address: &CanonicalAddress,
        client: &ClientPrefix,
        solution: Option<&Solution>,
        keys: &RateLimitKeys,
    ) -> Result<Option<Bucket>, SignUpError> {
        let (store, now) = (&self.ports.store, self.now());
        if keys.is_of_device() || !self.is_rushed(address, now).await? {
            return Ok(None);
        }
        let solved = solution.and_then(|solution| self.solved(solution, now));
        if let Some(solved) = solved
            && store.free_at(&solved, now).await?.is_none()
        {
            return Ok(Some(solved));
        }
        let waiting = Waiting::for_keys(visitor.waiting.as_ref(), keys.clone(), now);
        let until = waiting.since + self.limits.proof_of_work_wait;
        if until <= now {
            return Ok(Some(self.wait_bucket(client)));
        }
        visitor.waiting = Some(waiting);
        Err(SignUpError::limited(Exhausted { limit: Limit::ProofOfWork, until }, now))
    }

    /// Whether the installation's mails have reached the rate above which a proof of work is required, or the domain's mails half of their
    /// limit.
    async fn is_rushed(&self, address: &CanonicalAddress, now: Timestamp) -> Result<bool, StoreError> {
        let caps = self.limits.proof_of_work_above.0.clone();
        if caps.is_empty() {
            return Ok(false);
        }
        let (store, rate) = (&self.ports.store, Bucket { caps, ..self.total_bucket() });
        Ok(store.free_at(&rate, now).await?.is_some() || store.free_at(&self.half_domain_bucket(address), now).await?.is_some())
    }

    /// The bucket of a mail that is sent after a wait. Waits are free and can run in parallel, so each client gets only one such mail per
    /// waiting time.
    fn wait_bucket(&self, client: &ClientPrefix) -> Bucket {
        let one = Cap { count: 1, window: self.limits.proof_of_work_wait };
        Bucket { limit: Limit::ProofOfWork, key: self.key.client_key(client), caps: vec![one] }
    }
}
