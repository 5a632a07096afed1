use std::fmt;

/// Foreign text that is safe to show: printable ASCII of limited length. It cannot forge a line, control a terminal or reverse the order of
/// letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintableText(String);

impl PrintableText {
    /// Length in characters at which a text is cut. Replies that matter are shorter; a large relay's to `EHLO` has some 250.
    pub const MAX_LENGTH: usize = 500;

    /// Puts the text on one line, escapes all but printable ASCII and cuts it at [`Self::MAX_LENGTH`].
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

impl fmt::Display for PrintableText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::PrintableText;
    use proptest::prelude::*;

    #[test]
    fn control_characters_are_escaped_and_long_texts_cut() {
        assert_eq!(PrintableText::new("220\t a\r\n  b \u{1b}[2J").as_str(), "220 a b \\u{1b}[2J");
        assert_eq!(PrintableText::new("\u{202e}é").as_str(), "\\u{202e}\\u{e9}");
        let long = PrintableText::new(&"a".repeat(PrintableText::MAX_LENGTH + 1));
        assert!(long.as_str().len() == PrintableText::MAX_LENGTH && long.as_str().ends_with("a..."), "{long}");
    }

    proptest! {
        #[test]
        fn any_text_becomes_printable_and_short(text in "(?s).{0,700}") {
            let shown = PrintableText::new(&text);
            prop_assert!(shown.as_str().chars().all(|character| matches!(character, ' '..='~')));
            prop_assert!(shown.as_str().len() <= PrintableText::MAX_LENGTH + 9, "an escape is at most ten characters");
        }
    }
}
