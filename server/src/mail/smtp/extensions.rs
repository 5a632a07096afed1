/// An extension or `AUTH` mechanism that a relay may offer in its reply to `EHLO` and that is used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extension {
    /// `STARTTLS` (RFC 3207).
    StartTls,
    /// `PIPELINING` (RFC 2920).
    Pipelining,
    /// `8BITMIME` (RFC 6152).
    EightBitMime,
    /// `SMTPUTF8`, international addresses (RFC 6531).
    SmtpUtf8,
    /// `AUTH PLAIN` (RFC 4616).
    AuthPlain,
    /// `AUTH LOGIN`, which no RFC describes.
    AuthLogin,
    /// `AUTH XOAUTH2`, which Google and Microsoft have documented.
    AuthXoauth2,
}

/// The set of extensions that a relay offers. lettre 0.11.23 recognizes their keywords only in capitals, though case does not matter
/// (RFC 5321 §2.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extensions(u8);

impl Extensions {
    /// Parses the lines of a reply to `EHLO`. The first holds the relay's name (RFC 5321 §4.1.1.1).
    pub(super) fn of_reply<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        lines.skip(1).fold(Self::default(), |set, line| set.and(Self::of_line(line)))
    }

    /// Parses one line of the reply, other than the first.
    pub(super) fn of_line(line: &str) -> Self {
        let mut words = words(line).map(str::to_ascii_uppercase);
        let with = |extension: Extension| Self(1 << extension as u8);
        match words.next().as_deref() {
            Some("STARTTLS") => with(Extension::StartTls),
            Some("PIPELINING") => with(Extension::Pipelining),
            Some("8BITMIME") => with(Extension::EightBitMime),
            Some("SMTPUTF8") => with(Extension::SmtpUtf8),
            Some("AUTH") => words.fold(Self::default(), |set, mechanism| match mechanism.as_str() {
                "PLAIN" => set.and(with(Extension::AuthPlain)),
                "LOGIN" => set.and(with(Extension::AuthLogin)),
                "XOAUTH2" => set.and(with(Extension::AuthXoauth2)),
                _ => set,
            }),
            _ => Self::default(),
        }
    }

    /// Whether the extension is offered.
    pub(super) const fn has(self, extension: Extension) -> bool {
        self.0 & (1 << extension as u8) != 0
    }

    /// The union of two sets.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as bits, for [`Self::from_bits`].
    pub(super) const fn bits(self) -> u8 {
        self.0
    }

    /// The set of these bits.
    pub(super) const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }
}

/// Splits a line into its keyword and parameters. Old servers wrote `AUTH=LOGIN PLAIN` for old clients, and some still do.
pub(super) fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| character.is_whitespace() || matches!(character, '=' | ',')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Extension::{self, AuthLogin, AuthPlain, AuthXoauth2, EightBitMime, Pipelining, SmtpUtf8, StartTls};
    use super::Extensions;

    #[test]
    fn keywords_have_no_case_and_old_spellings() {
        for (line, offered) in [
            ("STARTTLS", &[StartTls][..]),
            ("StartTls", &[StartTls]),
            ("pipelining ", &[Pipelining]),
            ("8bitMIME", &[EightBitMime]),
            ("SmtpUtf8", &[SmtpUtf8]),
            ("AUTH PLAIN LOGIN XOAUTH2", &[AuthPlain, AuthLogin, AuthXoauth2]),
            ("auth plain login", &[AuthPlain, AuthLogin]),
            ("AUTH=LOGIN", &[AuthLogin]),
            ("AUTH=PLAIN LOGIN", &[AuthPlain, AuthLogin]),
            ("AUTH= PLAIN", &[AuthPlain]),
            ("AUTH PLAIN,LOGIN", &[AuthPlain, AuthLogin]),
            ("AUTH CRAM-MD5", &[]),
            ("XAUTH PLAIN", &[]),
            ("XSTARTTLS", &[]),
            ("PLAIN", &[]),
            ("", &[]),
        ] {
            let all: [Extension; 7] = [StartTls, Pipelining, EightBitMime, SmtpUtf8, AuthPlain, AuthLogin, AuthXoauth2];
            let found: Vec<_> = all.into_iter().filter(|extension| Extensions::of_line(line).has(*extension)).collect();
            assert_eq!(found, offered, "{line}");
        }
    }

    #[test]
    fn a_name_is_no_extension() {
        let set = Extensions::of_reply(["STARTTLS", "AUTH PLAIN"].into_iter());
        assert_eq!((set.has(StartTls), set.has(AuthPlain)), (false, true));
    }
}
