use super::salt::Salt;
use crate::sign_up::SignUp;
use rand::RngExt;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// The hash that challenges are made with, as ALTCHA writes it.
pub(super) const ALGORITHM: &str = "SHA-256";

/// A number to be found by trying, in ALTCHA's first form: `challenge` is the SHA-256 of `salt` and the number's
/// decimal digits, `signature` an HMAC-SHA-256 by which the server knows its own. Both are in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Challenge {
    /// Always `SHA-256`.
    pub algorithm: &'static str,
    /// The hash to be met.
    pub challenge: String,
    /// The largest number that may be meant; on average half of them are tried.
    pub maxnumber: u32,
    /// What is hashed before the number; says when the challenge expires.
    pub salt: String,
    /// The server's mark.
    pub signature: String,
}

impl Challenge {
    /// How long one can be solved and used: 10 minutes, enough for the slowest phone and a visitor who is called away.
    pub const LIFETIME: Duration = Duration::from_secs(10 * 60);
}

impl SignUp {
    /// A new challenge. Nothing is kept of it.
    #[must_use]
    pub fn challenge(&self) -> Challenge {
        let mut generator = self.ports.randomness.generator();
        let maxnumber = self.limits.proof_of_work_cost;
        let salt = Salt::generate(&mut *generator, self.now() + Challenge::LIFETIME).to_string();
        let challenge = hash(&salt, generator.random_range(0..=maxnumber));
        Challenge { algorithm: ALGORITHM, maxnumber, signature: self.key.challenge_signature(&challenge), challenge, salt }
    }
}

/// What the number is known by.
pub(super) fn hash(salt: &str, number: u32) -> String {
    hex::encode(Sha256::new().chain_update(salt).chain_update(number.to_string()).finalize())
}
