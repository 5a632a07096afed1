use crate::characters::{digit, is_around};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A one-time code: six ASCII digits with leading zeros.
///
/// It cannot be printed: there is no `Display`, `Debug` shows no digit, and dropping it overwrites the memory.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct OneTimeCode([u8; Self::LENGTH]);

/// Why a typed text is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no code")]
    Empty,
    /// The text contains other characters than digits and separators, and not exactly one run of six digits.
    #[error("not only digits")]
    NotDigits,
    /// Fewer than [`OneTimeCode::LENGTH`] digits.
    #[error("too few digits")]
    TooShort,
    /// More than [`OneTimeCode::LENGTH`] digits.
    #[error("too many digits")]
    TooLong,
}

impl OneTimeCode {
    /// Number of digits: NIST SP 800-63A-4 §3.8 requires six for a confirmation code.
    pub const LENGTH: usize = 6;
    /// Number of possible codes: 000000 to 999999.
    pub const COUNT: u32 = 1_000_000;

    /// The code with this number; `None` from [`Self::COUNT`] on.
    #[must_use]
    pub fn from_number(number: u32) -> Option<Self> {
        if number >= Self::COUNT {
            return None;
        }
        let mut digits = [b'0'; Self::LENGTH];
        let mut rest = number;
        for digit in digits.iter_mut().rev() {
            *digit += u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
        }
        Some(Self(digits))
    }

    /// Parses what a person typed or pasted. Skips white space, dashes, middle dots and invisible characters; accepts the digits of every
    /// script. If the text contains other words, takes the only run of six digits.
    ///
    /// # Errors
    /// See [`CodeError`].
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        match Self::read(typed) {
            Err(CodeError::NotDigits) => Self::within(typed).ok_or(CodeError::NotDigits),
            read => read,
        }
    }

    /// Parses a text that contains only digits and separators.
    fn read(text: &str) -> Result<Self, CodeError> {
        let mut digits = [0; Self::LENGTH];
        let mut count = 0;
        for character in text.chars() {
            if is_separator(character) {
                continue;
            }
            let digit = digit(character).ok_or(CodeError::NotDigits)?;
            if let Some(place) = digits.get_mut(count) {
                *place = b'0' + digit;
            }
            count += 1;
        }
        match count {
            0 => Err(CodeError::Empty),
            Self::LENGTH => Ok(Self(digits)),
            1..Self::LENGTH => Err(CodeError::TooShort),
            _ => Err(CodeError::TooLong),
        }
    }

    /// Finds the only code among other words, as in a line of the mail.
    fn within(text: &str) -> Option<Self> {
        let is_other = |character| !is_separator(character) && digit(character).is_none();
        // Try middle dots as separators of words first, as in `012345 · 10:32`, then as separators of digits.
        let is_end = |character| is_other(character) || is_middle_dot(character);
        Self::only(text.split(is_end)).or_else(|| Self::only(text.split(is_other)))
    }

    /// The code among these runs, if exactly one of them is a code.
    fn only<'a>(runs: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut codes = runs.filter_map(|run| Self::read(run).ok());
        codes.next().filter(|_| codes.next().is_none())
    }

    /// The digits. Only the mail and the MAC use them.
    #[must_use]
    pub const fn digits(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

impl fmt::Debug for OneTimeCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("OneTimeCode(……)")
    }
}

/// Whether this separates digits: white space (ASCII, no-break, typographic), dashes, middle dots and invisible characters, as mailers and
/// people put between digits.
fn is_separator(character: char) -> bool {
    is_around(character)
        || is_middle_dot(character)
        || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Whether this is a middle dot, bullet or similar character: `012·345`.
const fn is_middle_dot(character: char) -> bool {
    matches!(character, '\u{B7}' | '\u{387}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{30FB}' | '\u{FF65}')
}

#[cfg(test)]
mod tests {
    use super::{CodeError, OneTimeCode};
    use proptest::prelude::*;

    fn parsed(typed: &str) -> Result<String, CodeError> {
        OneTimeCode::parse(typed).map(|code| String::from_utf8_lossy(code.digits()).into_owned())
    }

    #[test]
    fn reads_what_people_paste() {
        for typed in [
            "012345",
            " 012345\n",
            "012 345",
            "012-345",
            "0 1 2 3 4 5",
            "012\u{a0}345",
            "012\u{202f}345",
            "012\u{2013}345",
            "\u{ff10}\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}",
            "Your code is 012 345.",
            "The code of 10:32 is 012345, good for 10 minutes",
            "@localhost #012345",
            "\u{660}\u{661}\u{662}\u{663}\u{664}\u{665}",
            "०१२३४५",
            "০১২ ৩৪৫",
            "๐๑๒๓๔๕",
            "၀၁၂-၃၄၅",
            "𝟎𝟏𝟐𝟑𝟒𝟓",
            "०१2345",
            "आपका कोड ०१२३४५ है।",
            "012\u{ad}345",
            "012\u{b7}345",
            "012\u{30fb}345",
            "012 • 345",
            "\u{200e}012345\u{200f}",
            "\u{2068}012\u{200b}345\u{2069}",
            "\u{202d}012345\u{202c}",
            "\u{feff}0\u{200d}12\u{2060}345\u{61c}",
            "Your code is 012·345.",
            "Mailcode · 012345 · 10:32",
        ] {
            assert_eq!(parsed(typed).as_deref(), Ok("012345"), "{typed:?}");
        }
    }

    #[test]
    fn a_text_that_is_no_code_is_refused_with_its_reason() {
        assert_eq!(parsed(""), Err(CodeError::Empty));
        assert_eq!(parsed(" - "), Err(CodeError::Empty));
        assert_eq!(parsed("12345"), Err(CodeError::TooShort));
        assert_eq!(parsed("1234567"), Err(CodeError::TooLong));
        assert_eq!(parsed("12345a"), Err(CodeError::NotDigits));
        assert_eq!(parsed("123456 or 654321"), Err(CodeError::NotDigits));
        assert_eq!(parsed("call 1234567"), Err(CodeError::NotDigits));
        assert_eq!(parsed("12345\0"), Err(CodeError::NotDigits));
        assert_eq!(parsed("12345²"), Err(CodeError::NotDigits));
        assert_eq!(parsed("①②③④⑤⑥"), Err(CodeError::NotDigits));
        assert_eq!(parsed("123456 · 654321!"), Err(CodeError::NotDigits));
        assert_eq!(parsed("\u{200e}·\u{ad}"), Err(CodeError::Empty));
    }

    #[test]
    fn a_code_is_not_printed() {
        let code = OneTimeCode::from_number(12_345);
        let shown = format!("{code:?}");
        assert!(!shown.contains(|c: char| c.is_ascii_digit()), "{shown}");
    }

    proptest! {
        #[test]
        fn every_number_is_a_code_and_comes_back(number in 0..OneTimeCode::COUNT) {
            let text = format!("{number:06}");
            let code = OneTimeCode::from_number(number).expect("in range");
            prop_assert_eq!(code.digits().as_slice(), text.as_bytes());
            prop_assert_eq!(parsed(&text), Ok(text));
        }

        #[test]
        fn a_number_above_999999_is_no_code(number in OneTimeCode::COUNT..) {
            prop_assert!(OneTimeCode::from_number(number).is_none());
        }

        #[test]
        fn any_text_is_six_digits_or_refused(typed in "\\PC{0,40}") {
            if let Ok(digits) = parsed(&typed) {
                prop_assert_eq!(digits.len(), 6);
                prop_assert!(digits.bytes().all(|digit| digit.is_ascii_digit()));
            }
        }

        #[test]
        fn separators_change_nothing(number in 0..OneTimeCode::COUNT, gaps in proptest::collection::vec("[ \u{a0}\u{2009}\u{ad}\u{b7}\u{200b}\u{200e}\u{2066}\u{2069}-]{0,2}", 7)) {
            let plain = format!("{number:06}");
            let mut typed = gaps[6].clone();
            for (gap, digit) in gaps.iter().zip(plain.chars()) {
                typed.push(digit);
                typed.push_str(gap);
            }
            prop_assert_eq!(parsed(&typed), Ok(plain));
        }
    }
}
