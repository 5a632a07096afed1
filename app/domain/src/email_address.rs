use crate::characters::{is_around, is_unseen};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An email address that can receive a code: `local@domain`, one recipient, no quoting, no comments.
///
/// The syntax is RFC 5321 §4.1.2 `Dot-string "@" Domain`, extended by RFC 6531 §3.3 to letters and digits of every script. The domain is
/// kept as typed; the server converts it to ASCII.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    text: String,
    at: usize,
}

/// Why a typed text was not accepted as an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("no address")]
    Empty,
    /// More than 254 octets, or more than 64 before the `@` (RFC 5321 §4.5.3.1).
    #[error("too long")]
    TooLong,
    /// There is no `@`.
    #[error("no @")]
    NoAt,
    /// The local part is empty.
    #[error("nothing before the @")]
    NoLocalPart,
    /// The domain is empty.
    #[error("nothing after the @")]
    NoDomain,
    /// More than one `@`, a comma or a semicolon: several recipients, or a source route.
    #[error("more than one address")]
    Several,
    /// White space inside the address.
    #[error("blank inside")]
    Blank,
    /// A control character or an invisible formatting character.
    #[error("control character")]
    Control,
    /// A quoted local part (RFC 5321 `Quoted-string`): valid, but not accepted here.
    #[error("quoted")]
    Quoted,
    /// A comment in round brackets (RFC 5322 §3.2.2).
    #[error("comment")]
    Comment,
    /// A character that an address cannot contain, such as `<` or `\`.
    #[error("forbidden character")]
    Character,
    /// A dot at the start or the end of the local part, or two in a row (RFC 5321 `Dot-string`).
    #[error("misplaced dot")]
    Dot,
    /// The part after the `@` is not a domain name (RFC 1035 §2.3.1, RFC 5890): an address literal, for instance.
    #[error("not a domain")]
    Domain,
    /// The domain has no dot, so it is not a public mail domain.
    #[error("incomplete domain")]
    IncompleteDomain,
}

impl EmailAddress {
    /// Longest address in octets: a path is 256 with its angle brackets (RFC 5321 §4.5.3.1.3, erratum 1690).
    pub const MAX_LENGTH: usize = 254;
    /// Longest local part in octets (RFC 5321 §4.5.3.1.1).
    pub const MAX_LOCAL_LENGTH: usize = 64;
    /// Longest label of a domain in octets (RFC 1035 §2.3.4).
    const MAX_LABEL_LENGTH: usize = 63;

    /// Parses what a person typed or pasted. Removes surrounding white space and invisible characters, a leading `mailto:`, angle brackets
    /// with a display name before them, and one trailing dot of the domain. Converts full-width forms of ASCII to ASCII.
    ///
    /// # Errors
    /// See [`AddressError`].
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        // Limits the work per input. A full-width character has three octets and becomes one; the rest allows for a display name and white
        // space.
        if typed.len() > Self::MAX_LENGTH * 8 {
            return Err(AddressError::TooLong);
        }
        let text: String = typed.trim_matches(is_around).chars().map(narrow).collect();
        let text = in_brackets(&text).unwrap_or(&text).trim_matches(is_around);
        let text =
            text.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:")).map_or(text, |_| text[7..].trim_start_matches(is_around));
        let text = text.strip_suffix('.').unwrap_or(text);
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        check_characters(text)?;
        let (local, domain) = text.split_once('@').ok_or(AddressError::NoAt)?;
        if domain.contains('@') {
            return Err(AddressError::Several);
        }
        if text.len() > Self::MAX_LENGTH || local.len() > Self::MAX_LOCAL_LENGTH {
            return Err(AddressError::TooLong);
        }
        check_local(local)?;
        check_domain(domain)?;
        Ok(Self { at: local.len(), text: text.to_owned() })
    }

    /// The whole address as typed, without what [`Self::parse`] removes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The local part, as typed.
    #[must_use]
    pub fn local(&self) -> &str {
        &self.text[..self.at]
    }

    /// The domain, as typed; it may contain characters outside ASCII.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.text[self.at + 1..]
    }

    /// The address for logs: the first character, an ellipsis and the domain.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = self.local().chars().next().unwrap_or('…');
        format!("{first}…@{}", self.domain())
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "EmailAddress({})", self.masked())
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.text
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

/// Converts full-width ASCII (U+FF01–U+FF5E) and ideographic full stops, which East Asian keyboards produce, to ASCII.
fn narrow(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '\u{3002}' | '\u{FF61}' => '.',
        _ => character,
    }
}

/// Extracts the address from `Name <address>` or `<address>` (RFC 5322 §3.4, one mailbox). The name may contain a comma, as address books
/// write it, but not an address other than the same one.
fn in_brackets(text: &str) -> Option<&str> {
    let (name, address) = text.strip_suffix('>')?.split_once('<')?;
    let name = name.trim_matches(|character| is_around(character) || matches!(character, '"' | '\''));
    let is_name = !name.contains(|character: char| matches!(character, '@' | '>' | ':' | ';') || character.is_control());
    (is_name || name == address).then_some(address)
}

fn check_characters(text: &str) -> Result<(), AddressError> {
    let mut has_blank = false;
    for character in text.chars() {
        match character {
            ',' | ';' => return Err(AddressError::Several),
            '"' => return Err(AddressError::Quoted),
            '(' | ')' => return Err(AddressError::Comment),
            '<' | '>' | ':' | '\\' => return Err(AddressError::Character),
            _ if character.is_control() || is_invisible(character) => return Err(AddressError::Control),
            _ => has_blank |= character.is_whitespace(),
        }
    }
    // Checked last: for `Me <me@example.org>`, the other errors are more precise.
    if has_blank { Err(AddressError::Blank) } else { Ok(()) }
}

/// Whether a character hides text or changes its order: zero-width and directional characters, tags, interlinear and replacement
/// characters, the grapheme joiner and the blank fillers.
const fn is_invisible(character: char) -> bool {
    is_unseen(character)
        || matches!(
            character,
            '\u{FFF9}'..='\u{FFFD}' | '\u{E0000}'..='\u{E007F}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
                | '\u{3164}' | '\u{FFA0}'
        )
}

fn check_local(local: &str) -> Result<(), AddressError> {
    if local.is_empty() {
        return Err(AddressError::NoLocalPart);
    }
    if local.split('.').any(str::is_empty) {
        return Err(AddressError::Dot);
    }
    // `atext` of RFC 5322 §3.2.3, and letters and digits of other scripts (RFC 6531 §3.3).
    let allowed = |character: char| character.is_alphanumeric() || is_mark(character) || "!#$%&'*+-/=?^_`{|}~.".contains(character);
    if local.chars().all(allowed) { Ok(()) } else { Err(AddressError::Character) }
}

/// Whether this is a combining accent, or a vowel, tone or joining sign of a script of South or South-East Asia. `is_alphanumeric` does not
/// include all of these.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{109F}' | '\u{17B6}'..='\u{17D3}')
}

fn check_domain(domain: &str) -> Result<(), AddressError> {
    if domain.is_empty() {
        return Err(AddressError::NoDomain);
    }
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= EmailAddress::MAX_LABEL_LENGTH * 4
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|character| character.is_ascii_alphanumeric() || character == '-' || !character.is_ascii())
            && (!label.is_ascii() || label.len() <= EmailAddress::MAX_LABEL_LENGTH)
    };
    let mut labels = domain.split('.');
    let last = labels.next_back().unwrap_or_default();
    if !is_label(last) || !labels.clone().all(is_label) {
        return Err(AddressError::Domain);
    }
    if labels.next().is_none() {
        return Err(AddressError::IncompleteDomain);
    }
    // A top-level domain is never a number (RFC 3696 §2), and `user@192.0.2.1` has no domain.
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AddressError::Domain);
    }
    Ok(())
}

#[cfg(test)]
#[path = "email_address_tests.rs"]
mod tests;
