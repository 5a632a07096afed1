use super::Challenge;
use super::challenge::{ALGORITHM, Salt, hash};
use crate::sign_up::ports::Bucket;
use crate::sign_up::{Cap, SignUp, Timestamp};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::Limit;
use serde::Deserialize;
use subtle::ConstantTimeEq;

/// A browser's solution, right or wrong: the challenge as it was sent, and the number found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Solution {
    algorithm: String,
    challenge: String,
    number: u32,
    salt: String,
    signature: String,
}

/// The text is not a well-formed solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a solution")]
pub struct SolutionError;

impl Solution {
    /// The longest text that is read, in bytes: twice the length of the longest solution.
    pub const MAX_LENGTH: usize = 1024;

    /// Parses ALTCHA's payload: base64 (RFC 4648 §4) of a JSON object. Other fields of the object, such as the time taken, are ignored.
    ///
    /// # Errors
    /// [`SolutionError`] if the payload is longer than [`Self::MAX_LENGTH`] or not such an object.
    pub fn parse(payload: &str) -> Result<Self, SolutionError> {
        if payload.len() > Self::MAX_LENGTH {
            return Err(SolutionError);
        }
        let json = BASE64_STANDARD.decode(payload).map_err(|_| SolutionError)?;
        serde_json::from_slice(&json).map_err(|_| SolutionError)
    }
}

impl SignUp {
    /// The bucket that a right solution counts in, so that it works once; `None` if the solution is wrong, expired or of a challenge that
    /// the server did not issue.
    pub(in crate::sign_up) fn solved(&self, solution: &Solution, now: Timestamp) -> Option<Bucket> {
        let salt = Salt::parse(&solution.salt)?;
        let challenge = hash(&solution.salt, solution.number);
        let is_ours = self.key.challenge_signature(&challenge).as_bytes().ct_eq(solution.signature.as_bytes());
        let is_right = solution.algorithm == ALGORITHM
            && solution.number <= self.limits.proof_of_work_cost
            && solution.challenge == challenge
            && now < salt.expires_at()
            && bool::from(is_ours);
        // Single use: the window outlives the challenge.
        let once = Cap { count: 1, window: Challenge::LIFETIME };
        is_right.then(|| Bucket { limit: Limit::ProofOfWork, key: challenge, caps: vec![once] })
    }
}

#[cfg(test)]
#[path = "solution_tests.rs"]
mod tests;
