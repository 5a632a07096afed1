//! The solver of the proof of work.
//!
//! On wasm32 this is a separate bundle, which the build script of `frontend` makes: optimized for speed, while that of the islands is
//! optimized for size. A worker loads it only when the server requires a proof.

use sha2::{Digest, Sha256};

/// Finds the number up to `largest` whose decimal digits, appended to `salt`, have the SHA-256 hash `challenge` (hexadecimal). Returns
/// `None` if no number does, or `challenge` is not such a hash.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
#[must_use]
pub fn solve(salt: &str, challenge: &str, largest: u32) -> Option<u32> {
    let mut wanted = [0; 32];
    hex::decode_to_slice(challenge, &mut wanted).ok()?;
    let salted = Sha256::new_with_prefix(salt);
    let mut digits = itoa::Buffer::new();
    (0..=largest).find(|number| salted.clone().chain_update(digits.format(*number)).finalize()[..] == wanted)
}

#[cfg(test)]
mod tests {
    use super::solve;

    /// The SHA-256 of `salt?expires=1&` and 1234, computed with Python's `hashlib`.
    const CHALLENGE: &str = "8db4a2eee26c7d82a21a787c7dff37927d58596875ba70ab2d8effa55cdb9532";

    #[test]
    fn finds_the_number() {
        assert_eq!(solve("salt?expires=1&", CHALLENGE, 2000), Some(1234));
        assert_eq!(solve("salt?expires=1&", CHALLENGE, 1234), Some(1234));
    }

    #[test]
    fn finds_none_where_there_is_none() {
        assert_eq!(solve("salt?expires=1&", CHALLENGE, 1233), None);
        assert_eq!(solve("salt?expires=2&", CHALLENGE, 2000), None);
        assert_eq!(solve("salt?expires=1&", &CHALLENGE[2..], 2000), None);
        assert_eq!(solve("salt?expires=1&", "no digits", 2000), None);
    }
}
