use rand::CryptoRng;
use std::fmt;
use std::str::FromStr;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The token in a mail with which its reader reports that they did not request it: 60 random bits, written as three groups of four
/// characters, `K7QM-2XRD-9FHT`.
///
/// It uses Crockford's Base32, without I, L, O and U, so that no letter is mistaken for a digit. A token does not sign in; it voids codes
/// and mutes the mailbox. So guesses have no limit of their own: at 1000 a second against the 24,000 tokens of a day with the default
/// limits, a hit takes 1500 years on average.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct NotMeToken([u8; Self::LENGTH]);

/// The keyed MAC of a token, under which the store keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotMeMac(pub [u8; 32]);

/// The text is not a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a token; a token has twelve letters and digits in three groups")]
pub struct NotMeTokenError;

impl NotMeToken {
    /// Characters of a token, without the hyphens.
    pub const LENGTH: usize = 12;
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// Generates a token.
    pub fn generate(generator: &mut dyn CryptoRng) -> Self {
        let mut token = [0; Self::LENGTH];
        generator.fill_bytes(&mut token);
        // 32 divides 256, so every character is as likely as any other.
        for byte in &mut token {
            *byte = Self::ALPHABET[usize::from(*byte % 32)];
        }
        Self(token)
    }

    /// The characters, without hyphens.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// The token as a mail shows it, with hyphens. This is not `Display`, so that the token cannot be logged by mistake.
    #[must_use]
    pub fn shown(&self) -> String {
        let groups: Vec<_> = self.0.chunks(4).map(String::from_utf8_lossy).collect();
        groups.join("-")
    }
}

impl FromStr for NotMeToken {
    type Err = NotMeTokenError;

    /// Parses a token that a person typed or pasted: in any case, with blanks and hyphens anywhere, and with letters that look like digits.
    fn from_str(text: &str) -> Result<Self, NotMeTokenError> {
        let mut token = [0; Self::LENGTH];
        let mut length = 0;
        for character in text.chars().filter(|character| !character.is_whitespace() && !matches!(character, '-' | '‐' | '‑' | '–')) {
            let read = match character.to_ascii_uppercase() {
                'I' | 'L' => '1',
                'O' => '0',
                other => other,
            };
            let byte = u8::try_from(read).ok().filter(|byte| Self::ALPHABET.contains(byte)).ok_or(NotMeTokenError)?;
            *token.get_mut(length).ok_or(NotMeTokenError)? = byte;
            length += 1;
        }
        if length == Self::LENGTH { Ok(Self(token)) } else { Err(NotMeTokenError) }
    }
}

impl fmt::Debug for NotMeToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NotMeToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{NotMeToken, NotMeTokenError};
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    #[test]
    fn a_token_is_read_as_people_write_it() {
        let token: NotMeToken = "K7QM-2XRD-90F1".parse().expect("a token");
        for text in ["k7qm2xrd90f1", " K7QM 2XRD 90F1\n", "k7qm–2xrd–9ofl", "K7QM-2XRD-9OFI"] {
            assert_eq!(text.parse(), Ok(token.clone()), "{text}");
        }
        assert_eq!(token.shown(), "K7QM-2XRD-90F1");
        for text in ["", "K7QM-2XRD-90F", "K7QM-2XRD-90F11", "K7QM-2XRD-90FU", "K7QM-2XRD-90Fé", "123456"] {
            assert_eq!(text.parse::<NotMeToken>(), Err(NotMeTokenError), "{text}");
        }
    }

    /// A token has 60 random bits: every character of the alphabet is equally likely at every position.
    #[test]
    fn every_character_is_equally_likely_at_every_position() {
        const TOKENS: u32 = 32_000;
        let mut generator = StdRng::seed_from_u64(1);
        let mut seen = [[0_u32; 32]; NotMeToken::LENGTH];
        for _ in 0..TOKENS {
            for (counts, byte) in seen.iter_mut().zip(NotMeToken::generate(&mut generator).as_bytes()) {
                counts[NotMeToken::ALPHABET.iter().position(|one| one == byte).expect("of the alphabet")] += 1;
            }
        }
        // 1000 are expected; the bound is six times the standard deviation of 31.
        assert!(seen.as_flattened().iter().all(|count| count.abs_diff(TOKENS / 32) < 190), "{seen:?}");
    }

    #[test]
    fn a_token_is_not_printed() {
        let token = NotMeToken::generate(&mut StdRng::seed_from_u64(1));
        assert_eq!(format!("{token:?}"), "NotMeToken(…)");
    }

    proptest! {
        #[test]
        fn every_token_is_parsed_back_from_its_text(seed in any::<u64>()) {
            let token = NotMeToken::generate(&mut StdRng::seed_from_u64(seed));
            prop_assert_eq!(token.shown().parse(), Ok(token));
        }

        #[test]
        fn no_text_breaks_the_parser(text in any::<String>()) {
            let _ = text.parse::<NotMeToken>();
        }
    }
}
