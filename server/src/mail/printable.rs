use std::fmt;

/// What somebody else said, fit to be shown: printable ASCII, of bounded length. No line can be forged with it, no terminal
/// steered, no order of letters turned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printable(String);

impl Printable {
    /// Longest text in characters. Replies that matter are shorter; an `EHLO` of a large relay has some 250.
    pub const MAX_LENGTH: usize = 500;

    /// The text on one line, every other character escaped, its end cut off where it is too long.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let mut shown = String::new();
        for character in text.chars() {
            if shown.len() >= Self::MAX_LENGTH {
                shown.truncate(Self::MAX_LENGTH - 3);
                shown += "...";
                break;
            }
            if matches!(character, ' '..='~') { shown.push(character) } else { shown.extend(character.escape_unicode()) }
        }
        Self(shown)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Printable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Printable;
    use proptest::prelude::*;

    #[test]
    fn nothing_steers_a_terminal() {
        assert_eq!(Printable::new("220\t a\r\n  b \u{1b}[2J").as_str(), "220 a b \\u{1b}[2J");
        assert_eq!(Printable::new("\u{202e}é").as_str(), "\\u{202e}\\u{e9}");
        let long = Printable::new(&"a".repeat(Printable::MAX_LENGTH + 1));
        assert!(long.as_str().len() == Printable::MAX_LENGTH && long.as_str().ends_with("a..."), "{long}");
    }

    proptest! {
        #[test]
        fn whatever_is_said_is_printable_and_short(text in "(?s).{0,700}") {
            let shown = Printable::new(&text);
            prop_assert!(shown.as_str().chars().all(|character| matches!(character, ' '..='~')));
            prop_assert!(shown.as_str().len() <= Printable::MAX_LENGTH + 9, "an escape is at most ten characters");
        }
    }
}
