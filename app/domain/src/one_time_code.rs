use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A one-time code: six ASCII digits, leading zeros kept.
///
/// It cannot be printed: there is no `Display`, `Debug` shows no digit, and the memory is
/// overwritten when it goes.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct OneTimeCode([u8; Self::LENGTH]);

/// Why a typed text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no code")]
    Empty,
    /// Something other than digits, blanks and dashes was typed, and no six digits in a row among it.
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
    /// Number of digits: six, which NIST SP 800-63A-4 §3.8 asks of a confirmation code.
    pub const LENGTH: usize = 6;
    /// How many codes there are: 000000 to 999999.
    pub const COUNT: u32 = 1_000_000;

    /// The code with this number, or `None` from [`Self::COUNT`] on.
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

    /// Reads what a person typed or pasted. Blanks of any kind and dashes between digits are passed over; full-width and Arabic-Indic
    /// digits count as the digits they are. Of a text with other words the only six digits in a row are taken.
    ///
    /// # Errors
    /// See [`CodeError`].
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        match Self::read(typed) {
            Err(CodeError::NotDigits) => Self::within(typed).ok_or(CodeError::NotDigits),
            read => read,
        }
    }

    /// Reads a text that is nothing but a code.
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

    /// The only code among other words, as in a line of the mail.
    fn within(text: &str) -> Option<Self> {
        let is_other = |character| !is_separator(character) && digit(character).is_none();
        let mut codes = text.split(is_other).filter_map(|run| Self::read(run).ok());
        codes.next().filter(|_| codes.next().is_none())
    }

    /// The digits, for the mail and the MAC. Nothing else has use for them.
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

/// Blanks (ASCII, no-break, typographic, zero-width) and dashes that mailers and people put between digits.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\u{200B}'..='\u{200F}' | '\u{2010}'..='\u{2015}' | '\u{2060}' | '\u{2212}' | '\u{FE63}' | '\u{FEFF}' | '\u{FF0D}'
        )
}

/// ASCII, full-width, Arabic-Indic and Eastern Arabic-Indic digits.
fn digit(character: char) -> Option<u8> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    u8::try_from(u32::from(character) - u32::from(zero)).ok()
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
        ] {
            assert_eq!(parsed(typed).as_deref(), Ok("012345"), "{typed:?}");
        }
    }

    #[test]
    fn tells_what_is_wrong() {
        assert_eq!(parsed(""), Err(CodeError::Empty));
        assert_eq!(parsed(" - "), Err(CodeError::Empty));
        assert_eq!(parsed("12345"), Err(CodeError::TooShort));
        assert_eq!(parsed("1234567"), Err(CodeError::TooLong));
        assert_eq!(parsed("12345a"), Err(CodeError::NotDigits));
        assert_eq!(parsed("123456 or 654321"), Err(CodeError::NotDigits));
        assert_eq!(parsed("call 1234567"), Err(CodeError::NotDigits));
        assert_eq!(parsed("12345\0"), Err(CodeError::NotDigits));
    }

    #[test]
    fn is_not_printed() {
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
        fn larger_numbers_are_none(number in OneTimeCode::COUNT..) {
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
        fn separators_change_nothing(number in 0..OneTimeCode::COUNT, gaps in proptest::collection::vec("[ \u{a0}\u{2009}-]{0,2}", 7)) {
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
