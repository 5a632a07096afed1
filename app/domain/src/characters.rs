//! Classes of characters that people type and paste: digits of every script, invisible characters.

/// The zero of each set of decimal digits (general category Nd) in Unicode 17.0; the digits 1 to 9 follow it (Unicode Standard §4.6).
const ZEROS: [u32; 77] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090,
    0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA,
    0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Numeric value of a decimal digit of any script.
pub(crate) fn digit(character: char) -> Option<u8> {
    let number = u32::from(character);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= number)].last()?;
    u8::try_from(number - zero).ok().filter(|digit| *digit < 10)
}

/// Whether a character is invisible: soft hyphens, zero-width characters and directional marks (Unicode general category Cf), and variation
/// selectors. Mailers, messengers and address books insert them around or into a text.
pub(crate) const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

/// Whether a character is white space or invisible, so that it is trimmed.
pub(crate) fn is_around(character: char) -> bool {
    character.is_whitespace() || is_unseen(character)
}

#[cfg(test)]
mod tests {
    use super::{ZEROS, digit};
    use proptest::prelude::*;

    #[test]
    fn each_zero_begins_ten_digits() {
        assert!(ZEROS.is_sorted_by(|one, next| one + 10 <= *next));
        for zero in ZEROS {
            for value in 0..10_u8 {
                let character = char::from_u32(zero + u32::from(value)).expect("a character");
                assert_eq!(digit(character), Some(value), "U+{:04X}", u32::from(character));
            }
        }
    }

    #[test]
    fn what_is_no_digit_has_no_value() {
        for character in ['a', '/', ':', '²', '①', 'Ⅳ', '一', '½', '\u{1D7CD}', '\u{1FBFA}', '\u{10FFFF}'] {
            assert_eq!(digit(character), None, "{character}");
        }
    }

    proptest! {
        /// The regular expressions use the tables of Unicode 16.0, so the pattern excludes the digits that 17.0 added.
        #[test]
        fn a_digit_has_a_value_and_nothing_else_has(digits in "\\p{Nd}{20}", others in "[^\\p{Nd}\u{11DE0}-\u{11DE9}]{20}") {
            prop_assert!(digits.chars().all(|character| digit(character).is_some()), "{:?}", digits);
            prop_assert!(others.chars().all(|character| digit(character).is_none()), "{:?}", others);
        }
    }
}
