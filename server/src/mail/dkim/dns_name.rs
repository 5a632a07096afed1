use std::fmt;
use std::str::FromStr;

/// A domain or selector in a signature (RFC 6376 §3.5, `d=` and `s=`): labels of letters, digits and hyphens, separated by dots, in ASCII
/// and lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct DnsName(String);

/// A text that is not a [`DnsName`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a name of letters, digits and hyphens, with dots between its parts")]
pub struct DnsNameError;

impl DnsName {
    /// Maximum length in octets, without the dot at the end (RFC 1035 §3.1).
    const MAX_LENGTH: usize = 253;

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DnsName {
    type Err = DnsNameError;

    /// Parses a name. One with other letters is converted to ASCII (IDNA).
    fn from_str(text: &str) -> Result<Self, DnsNameError> {
        let name = idna::domain_to_ascii(text.trim()).map_err(|_| DnsNameError)?;
        let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_label = |label: &str| {
            (1..=63).contains(&label.len()) && label.bytes().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
        };
        if name.len() <= Self::MAX_LENGTH && name.split('.').all(is_label) { Ok(Self(name)) } else { Err(DnsNameError) }
    }
}

impl fmt::Display for DnsName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for DnsName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{DnsName, DnsNameError};
    use proptest::prelude::*;

    #[test]
    fn a_name_is_read_as_it_appears_in_dns() {
        for (text, name) in [
            ("example.org", "example.org"),
            (" Example.ORG ", "example.org"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("2026-11.mail", "2026-11.mail"),
            ("localhost", "localhost"),
        ] {
            assert_eq!(text.parse::<DnsName>().expect(text).as_str(), name);
        }
        let long = "a".repeat(64);
        for text in ["", ".", "a..b", ".a", "a.", "-a", "a-", "a_b", "a b", "a;b", "a\r\nb", &long, &["aaa"; 65].join(".")] {
            assert_eq!(text.parse::<DnsName>(), Err(DnsNameError), "{text:?}");
        }
    }

    proptest! {
        /// No name can end a tag or a line of the signature.
        #[test]
        fn any_text_is_a_plain_dns_name_or_refused(text in any::<String>()) {
            if let Ok(name) = text.parse::<DnsName>() {
                prop_assert!(name.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte)));
                prop_assert_eq!(name.as_str().parse(), Ok(name.clone()));
            }
        }
    }
}
