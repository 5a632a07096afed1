/// Subject and detail of an enhanced status code such as `5.1.1` (RFC 3463 §2), which is more specific than the reply code. Its class only
/// repeats the first digit of the reply code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnhancedCode {
    /// The category: 1 address, 2 mailbox, 7 security or policy …
    pub subject: u16,
    /// The condition within the category.
    pub detail: u16,
}

impl EnhancedCode {
    /// Parses the code at the start of a reply's text (RFC 2034 §4); `None` without one.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        let mut numbers = text.split_whitespace().next()?.split('.');
        let (class, subject, detail) = (numbers.next()?, numbers.next()?, numbers.next()?);
        let number = |digits: &str| {
            let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse().ok()).flatten()
        };
        let is_code = matches!(class, "2" | "4" | "5") && numbers.next().is_none();
        is_code.then_some(Self { subject: number(subject)?, detail: number(detail)? })
    }
}

#[cfg(test)]
mod tests {
    use super::EnhancedCode;

    #[test]
    fn stands_before_the_words() {
        let code = |subject, detail| Some(EnhancedCode { subject, detail });
        for (text, expected) in [
            ("5.1.1 No such mailbox", code(1, 1)),
            ("4.7.1", code(7, 1)),
            ("5.7.139 Authentication unsuccessful", code(7, 139)),
            ("No such mailbox 5.1.1", None),
            ("5.1 No", None),
            ("5.1.1.1 No", None),
            ("3.1.1 No", None),
            ("5.1.1111 No", None),
            ("5.+1.1 No", None),
            ("", None),
        ] {
            assert_eq!(EnhancedCode::of_text(text), expected, "{text}");
        }
    }
}
