//! Removes what surrounds a value and is not part of it.

/// The byte-order mark of UTF-8, which some editors put at the start of a file.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Removes a byte-order mark at the start, and the line ends at the end that `echo` and files add.
pub(super) fn without_marks(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).trim_end_matches(['\r', '\n'])
}

/// The text inside one pair of outer quotes, if there is one: `"a"` or `'a'`, but not `"a" "b"`.
pub(super) fn unquoted(text: &str) -> Option<&str> {
    ['"', '\''].into_iter().find_map(|quote| {
        let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inside.contains(quote)).then_some(inside)
    })
}

/// The parts of a list with commas, without the blanks around them; empty parts are skipped.
pub(super) fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{parts, unquoted, without_marks};

    #[test]
    fn marks_and_line_ends_are_cut_and_blanks_are_not() {
        for (text, expected) in [("a\n", "a"), ("a\r\n\r\n", "a"), ("\u{feff}a", "a"), (" a ", " a "), ("a\nb\n", "a\nb"), ("\n", "")] {
            assert_eq!(without_marks(text), expected, "{text:?}");
        }
    }

    #[test]
    fn one_pair_of_quotes_is_a_pair() {
        for (text, expected) in [
            (r#""a b""#, Some("a b")),
            ("'a'", Some("a")),
            (r#"'"A" <a@example.org>'"#, Some(r#""A" <a@example.org>"#)),
            (r#""""#, Some("")),
            (r#"""#, None),
            (r#""a' "#, None),
            (r#""a'"#, None),
            (r#""A" <a@example.org>"#, None),
            (r#""a" "b""#, None),
            ("a", None),
            ("", None),
        ] {
            assert_eq!(unquoted(text), expected, "{text}");
        }
    }

    #[test]
    fn blanks_between_parts_are_forgiven() {
        assert_eq!(parts(" a, b ,,c d, ").collect::<Vec<_>>(), ["a", "b", "c d"]);
    }
}
