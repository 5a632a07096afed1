use super::salt::Salt;
use crate::sign_up::SignUp;
use rand::RngExt;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// The hash algorithm of the challenges, as ALTCHA names it.
pub(super) const ALGORITHM: &str = "SHA-256";

/// A number to find by trying, in ALTCHA's first format: `challenge` is the SHA-256 of `salt` and the number's decimal digits, `signature`
/// is an HMAC-SHA-256 by which the server recognises its own challenges. Both are in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Challenge {
    /// Always `SHA-256`.
    pub algorithm: &'static str,
    /// The hash to match.
    pub challenge: String,
    /// The largest number that the solution may be; on average half of them are tried.
    pub maxnumber: u32,
    /// The text hashed before the number; holds the expiry of the challenge.
    pub salt: String,
    /// The server's signature of `challenge`.
    pub signature: String,
}

impl Challenge {
    /// How long a challenge is valid: 10 minutes, enough for the slowest phone and for a visitor who is interrupted.
    pub const LIFETIME: Duration = Duration::from_secs(10 * 60);
}

impl SignUp {
    /// Creates a challenge. The server does not store it.
    #[must_use]
    pub fn challenge(&self) -> Challenge {
        let mut generator = self.ports.randomness.generator();
        let maxnumber = self.limits.proof_of_work_cost;
        let salt = Salt::generate(&mut *generator, self.now() + Challenge::LIFETIME).to_string();
        let challenge = hash(&salt, generator.random_range(0..=maxnumber));
        Challenge { algorithm: ALGORITHM, maxnumber, signature: self.key.challenge_signature(&challenge), challenge, salt }
    }
}

/// The hash of the salt and the number.
pub(super) fn hash(salt: &str, number: u32) -> String {
    hex::encode(Sha256::new().chain_update(salt).chain_update(number.to_string()).finalize())
}
