use super::extensions;
use std::fmt;

/// A parsed reply of a relay, for display and diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The code of three digits (RFC 5321 §4.2).
    pub code: u16,
    /// The enhanced code, where the relay gives one (RFC 2034 §4).
    pub enhanced: Option<EnhancedCode>,
    /// The text of each line, without the codes.
    lines: Vec<String>,
}

impl Reply {
    /// A reply with codes only, whose text is unknown.
    #[must_use]
    pub const fn bare(code: u16, enhanced: Option<EnhancedCode>) -> Self {
        Self { code, enhanced, lines: Vec::new() }
    }

    /// A reply with this code and text, in which several lines may be joined by blanks.
    #[must_use]
    pub fn new(code: u16, text: &str) -> Self {
        let (enhanced, text) = split_off(code, text);
        Self { code, enhanced, lines: vec![text.to_owned()] }
    }

    /// Parses replies, up to the first line that does not belong to one.
    #[must_use]
    pub fn read(text: &str) -> Vec<Self> {
        let mut replies: Vec<Self> = Vec::new();
        let mut is_complete = true;
        for line in text.lines() {
            let code = line.get(..3).filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
            let Some(code) = code.and_then(|code| code.parse().ok()) else { break };
            let rest = line.get(3..).unwrap_or_default();
            let (enhanced, text) = split_off(code, rest.strip_prefix([' ', '-']).unwrap_or_default());
            if is_complete {
                replies.push(Self::bare(code, enhanced));
            }
            is_complete = !rest.starts_with('-');
            if let Some(reply) = replies.last_mut() {
                reply.lines.push(text.to_owned());
            }
        }
        replies
    }

    /// Whether the text contains these words, in any case.
    #[must_use]
    pub fn mentions(&self, words: &str) -> bool {
        self.text(" ").to_ascii_lowercase().contains(&words.to_ascii_lowercase())
    }

    /// The relay's name and the extensions in a reply to `EHLO`, separated by commas.
    #[must_use]
    pub fn offer(&self) -> String {
        self.text(", ")
    }

    /// The `AUTH` mechanisms in a reply to `EHLO` (RFC 4954 §3), as they are written.
    #[must_use]
    pub fn mechanisms(&self) -> Vec<&str> {
        let offers = self.lines.iter().skip(1).map(|line| extensions::words(line));
        let of_auth = offers.filter_map(|mut words| words.next().filter(|word| word.eq_ignore_ascii_case("AUTH")).map(|_| words));
        of_auth.flatten().collect()
    }

    /// The texts of all lines that are not blank, without the codes.
    pub(super) fn text(&self, separator: &str) -> String {
        let lines: Vec<_> = self.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        lines.join(separator)
    }
}

/// Shows the codes once, then the text of all lines.
impl fmt::Display for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:03} ", self.code)?;
        if let Some(EnhancedCode { subject, detail }) = self.enhanced {
            write!(formatter, "{}.{subject}.{detail} ", self.code / 100)?;
        }
        formatter.write_str(&self.text(" "))
    }
}

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

/// Splits off the enhanced code at the start of a line, if its class is that of the reply code (RFC 2034 §4).
fn split_off(code: u16, text: &str) -> (Option<EnhancedCode>, &str) {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_of_class = word.split('.').next().is_some_and(|class| class.parse() == Ok(code / 100));
    match EnhancedCode::of_text(word).filter(|_| is_of_class) {
        Some(enhanced) => (Some(enhanced), rest),
        None => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::{EnhancedCode, Reply};
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<String> {
        Reply::read(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_reply_is_read_with_its_codes_once() {
        let said = "535-5.7.8 Not accepted. Go to\r\n535 5.7.8  https://example.org - gsmtp\r\n";
        let reply = &Reply::read(said)[0];
        assert_eq!((reply.code, reply.enhanced), (535, Some(EnhancedCode { subject: 7, detail: 8 })));
        assert_eq!(reply.to_string(), "535 5.7.8 Not accepted. Go to https://example.org - gsmtp");
        assert!(reply.mentions("NOT accepted. go to https"));
        for (said, replies) in [
            ("220 4.7.8 is a text here", &["220 4.7.8 is a text here"][..]),
            ("250 2.1.3.4 is an address", &["250 2.1.3.4 is an address"]),
            ("421", &["421 "]),
            ("250-a\r\n\r\n250 b", &["250 a"]),
            ("250 2.1.0 a\r\n550-5.1.1 b\r\n550 5.1.1 c\r\n503 d", &["250 2.1.0 a", "550 5.1.1 b c", "503 d"]),
            ("", &[]),
            ("SSH-2.0-OpenSSH_9.2", &[]),
            ("22", &[]),
            ("é50 x", &[]),
        ] {
            assert_eq!(shown(said), replies, "{said}");
        }
    }

    #[test]
    fn the_offered_auth_mechanisms_are_found() {
        let old = Reply::read("250-relay\r\n250-AUTH=LOGIN plain\r\n250 SIZE");
        assert_eq!(old[0].mechanisms(), ["LOGIN", "plain"]);
        let reply = &Reply::read("250-AUTH is my name\r\n250-SIZE 1000\r\n250-auth PLAIN LOGIN\r\n250 XAUTH X\r\n")[0];
        assert_eq!(reply.mechanisms(), ["PLAIN", "LOGIN"]);
        assert_eq!(reply.offer(), "AUTH is my name, SIZE 1000, auth PLAIN LOGIN, XAUTH X");
    }

    #[test]
    fn an_enhanced_code_begins_the_text() {
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

    proptest! {
        #[test]
        fn no_text_breaks_the_parser(text in prop_oneof![any::<String>(), "([0-9]{0,4}[ -]?[0-9.]{0,9} ?[a-zé]{0,3}(\r\n)?){0,3}"]) {
            for reply in Reply::read(&text) {
                let _ = (reply.to_string(), reply.offer(), reply.mechanisms());
            }
        }
    }
}
