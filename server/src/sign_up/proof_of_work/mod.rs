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

use super::ports::{Bucket, Exhausted};
use super::{CanonicalAddress, Cap, ClientPrefix, RateLimitKeys, SignUp, SignUpError, VisitorState, Waiting};
use domain::Limit;

impl SignUp {
    /// The buckets of which one is full while there is a rush, so that the first mail of a sign-up needs a proof of work: that of the rate
    /// above which the installation requires it, and that of half of the domain's limit. None if it is never required, or not of this
    /// requester: a device that is trusted for the address mails to its owner, which is no spam.
    pub(super) fn rush_buckets(&self, keys: &RateLimitKeys, address: &CanonicalAddress) -> Vec<Bucket> {
        let caps = self.limits.proof_of_work_above.0.clone();
        if caps.is_empty() || keys.is_of_device() {
            return Vec::new();
        }
        vec![Bucket { caps, ..self.total_bucket() }, self.half_domain_bucket(address)]
    }

    /// The further bucket in which the first mail of a sign-up counts during a rush: that of a right solution that was not used before, or
    /// else, after the wait, that of the wait.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Limited` by [`Limit::ProofOfWork`], after which `visitor` holds the start of the wait.
    pub(super) fn proof_of_work(
        &self,
        visitor: &mut VisitorState,
        client: &ClientPrefix,
        keys: &RateLimitKeys,
        solved: Option<Bucket>,
    ) -> Result<Bucket, SignUpError> {
        if let Some(solved) = solved {
            return Ok(solved);
        }
        let now = self.now();
        let waiting = Waiting::for_keys(visitor.waiting.as_ref(), keys.clone(), now);
        let until = waiting.since + self.limits.proof_of_work_wait;
        if until <= now {
            return Ok(self.wait_bucket(client));
        }
        visitor.waiting = Some(waiting);
        Err(SignUpError::limited(Exhausted { limit: Limit::ProofOfWork, until }, now))
    }

    /// The bucket of a mail that is sent after a wait. Waits are free and can run in parallel, so each client gets only one such mail per
    /// waiting time.
    fn wait_bucket(&self, client: &ClientPrefix) -> Bucket {
        let one = Cap { count: 1, window: self.limits.proof_of_work_wait };
        Bucket { limit: Limit::ProofOfWork, key: self.key.client_key(client), caps: vec![one] }
    }
}
