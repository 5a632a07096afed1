use crate::sign_up::{SignUp, Timestamp};
use rand::{CryptoRng, RngExt};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;
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

/// The text hashed before the number: random bits, and the expiry of the challenge.
///
/// It is written `<24 digits>?expires=<seconds>&`. The `&` separates it from the number: without it a solver could move the number's first
/// digits into the expiry, and the same hash would be valid for longer (CVE-2025-68113). Only this exact form is read, so that one hash
/// belongs to one salt and one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Salt {
    nonce: String,
    /// Seconds since 1970-01-01T00:00:00Z.
    expires: i64,
}

impl Salt {
    /// 96 random bits in hexadecimal digits, as in ALTCHA's own salts. With this length, salt and number fit one block of SHA-256, which
    /// holds 55 bytes.
    const NONCE_LENGTH: usize = 24;

    /// Generates a salt that expires at `expires_at`, rounded down to the second.
    pub(super) fn generate(generator: &mut dyn CryptoRng, expires_at: Timestamp) -> Self {
        let mut nonce = [0; Self::NONCE_LENGTH / 2];
        generator.fill_bytes(&mut nonce);
        Self { nonce: hex::encode(nonce), expires: expires_at.millis().div_euclid(1000) }
    }

    /// Parses a salt; `None` if the text is not exactly what `Display` writes.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (nonce, expires) = text.strip_suffix('&')?.split_once("?expires=")?;
        let salt = Self { nonce: nonce.to_owned(), expires: expires.parse().ok()? };
        let is_nonce = nonce.len() == Self::NONCE_LENGTH && nonce.bytes().all(|byte| byte.is_ascii_hexdigit());
        (is_nonce && salt.to_string() == text).then_some(salt)
    }

    /// The first moment at which the challenge is no longer valid.
    pub(super) fn expires_at(&self) -> Timestamp {
        Timestamp::from_millis(self.expires.saturating_mul(1000))
    }
}

impl fmt::Display for Salt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}?expires={}&", self.nonce, self.expires)
    }
}

#[cfg(test)]
mod tests {
    use super::Salt;
    use proptest::prelude::*;

    const NONCE: &str = "0123456789abcdef01234567";

    #[test]
    fn a_salt_is_read_with_its_expiry() {
        let text = format!("{NONCE}?expires=1800000000&");
        let salt = Salt::parse(&text).expect("a salt");
        assert_eq!((salt.to_string(), salt.expires_at().millis()), (text, 1_800_000_000_000));
    }

    #[test]
    fn other_spellings_of_a_salt_are_refused() {
        for text in [
            "?expires=1800000000&",
            "0123456789abcdef0123456?expires=1800000000&",
            "0123456789abcdef012345678?expires=1800000000&",
            "0123456789abcdef0123456g?expires=1800000000&",
            "0123456789abcdef01234567?expires=1800000000",
            "0123456789abcdef01234567?expires=1800000000&1",
            "0123456789abcdef01234567?expires=1800000000&&",
            "0123456789abcdef01234567?expires=+1800000000&",
            "0123456789abcdef01234567?expires=01800000000&",
            "0123456789abcdef01234567?expires=&",
            "0123456789abcdef01234567?expires=99999999999999999999&",
            "0123456789abcdef01234567?expires=1&expires=1800000000&",
            "0123456789abcdef01234567&expires=1800000000&",
        ] {
            assert_eq!(Salt::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_written_or_refused(text in "[0-9a-f]{22,26}[?&]expires=[+-]?[0-9]{0,12}[&0-9]{0,3}") {
            if let Some(salt) = Salt::parse(&text) {
                prop_assert_eq!(salt.to_string(), text);
            }
        }

        #[test]
        fn any_salt_is_parsed_back_from_its_text(nonce in "[0-9a-f]{24}", expires in any::<i64>()) {
            let text = format!("{nonce}?expires={expires}&");
            prop_assert_eq!(Salt::parse(&text).map(|salt| salt.to_string()), Some(text));
        }
    }
}
