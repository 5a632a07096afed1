use crate::i18n::{Catalogue, Language, Translations};
use crate::mail::Dkim;
use lettre::Address;
use lettre::message::Mailbox;
use lettre::transport::smtp::extension::ClientId;
use std::net::{IpAddr, SocketAddr};

/// The sender of the mails: address, names, texts and signing keys.
#[derive(Clone, Debug)]
pub struct Sender {
    from: Mailbox,
    service_name: String,
    public_host: String,
    not_me_page: String,
    has_code_in_subject: bool,
    dkim: Option<Dkim>,
    catalogue: Catalogue,
}

/// Why a sender cannot be used in mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SenderError {
    /// The name of the service or of the sender is empty, longer than [`Sender::MAX_NAME_LENGTH`] or holds a
    /// control character or a line separator.
    #[error("a name must be 1 to {} characters without control characters", Sender::MAX_NAME_LENGTH)]
    Name,
    /// The domain of the address has no ASCII form (IDNA).
    #[error("the sender's domain is not valid")]
    Domain,
    /// In a header, the address would be parsed as another or not at all.
    #[error("the sender's address cannot be written in a header; use letters, digits, dots and hyphens before the @")]
    Address,
}

impl Sender {
    /// Maximum length of a name in characters, so that a subject stays readable and its line short (RFC 5322 §2.1.1).
    pub const MAX_NAME_LENGTH: usize = 64;

    /// Creates a sender with the code in the subject, the built-in texts and no signing key. `public_host` is the host of the public URL,
    /// which names this machine in `EHLO` and to which the codes are bound; `not_me_page` is the URL of the page on which the reader of
    /// a mail enters its token.
    ///
    /// # Errors
    /// See [`SenderError`].
    pub fn new(from: Mailbox, service_name: &str, public_host: &str, not_me_page: String) -> Result<Self, SenderError> {
        let service_name = checked_name(service_name)?;
        let Mailbox { name, email } = from;
        let name = name.as_deref().map(checked_name).transpose()?;
        let domain = idna::domain_to_ascii(email.domain()).map_err(|_| SenderError::Domain)?;
        let email = Address::new(email.user(), domain).map_err(|_| SenderError::Domain)?;
        let from = Mailbox::new(name, email);
        // lettre parses the mailbox again when it builds a mail.
        if from.to_string().parse::<Mailbox>().map_err(|_| SenderError::Address)?.email != from.email {
            return Err(SenderError::Address);
        }
        Ok(Self {
            from,
            service_name,
            public_host: public_host.to_owned(),
            not_me_page,
            has_code_in_subject: true,
            dkim: None,
            catalogue: Catalogue::default(),
        })
    }

    /// Sets whether the code is in the subject and first in the text, or neither.
    #[must_use]
    pub fn with_code_in_subject(self, has_code_in_subject: bool) -> Self {
        Self { has_code_in_subject, ..self }
    }

    /// Sets the texts.
    #[must_use]
    pub fn with_catalogue(self, catalogue: Catalogue) -> Self {
        Self { catalogue, ..self }
    }

    /// Sets the keys that sign every mail.
    #[must_use]
    pub fn with_dkim(self, dkim: Option<Dkim>) -> Self {
        Self { dkim, ..self }
    }

    /// The texts of the mails in this language.
    #[must_use]
    pub fn translations(&self, language: Language) -> &Translations {
        self.catalogue.translations(language)
    }

    /// The `From` mailbox; its domain is ASCII.
    #[must_use]
    pub const fn from(&self) -> &Mailbox {
        &self.from
    }

    /// The name of the service, for subject and text.
    #[must_use]
    pub fn service_name(&self) -> &str {
        &self.service_name
    }

    /// The host of the public URL, without its port.
    pub(super) fn public_host(&self) -> &str {
        &self.public_host
    }

    /// The URL of the page on which a recipient reports that they did not request a mail.
    pub(super) fn not_me_page(&self) -> &str {
        &self.not_me_page
    }

    /// Whether the code is in the subject and first in the text.
    pub(super) const fn has_code_in_subject(&self) -> bool {
        self.has_code_in_subject
    }

    /// The domain and keys that sign the mails, if they are signed.
    pub(super) const fn dkim(&self) -> Option<&Dkim> {
        self.dkim.as_ref()
    }

    /// The argument of `EHLO` (RFC 5321 §4.1.1.1): the public host if it is a fully qualified name, else the address literal of our end of
    /// the connection. The domain of `From` is not used, since with a relay such as Gmail's it names someone else's machine.
    pub(in crate::mail) fn client_id(&self, local: SocketAddr) -> ClientId {
        if is_qualified_name(&self.public_host) {
            return ClientId::Domain(self.public_host.clone());
        }
        match local.ip().to_canonical() {
            IpAddr::V4(address) => ClientId::Ipv4(address),
            IpAddr::V6(address) => ClientId::Ipv6(address),
        }
    }
}

/// Validates a name and reduces runs of blanks to one, since those between encoded words are lost (RFC 2047 §6.2).
fn checked_name(name: &str) -> Result<String, SenderError> {
    let name = name.trim().split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    // U+2028 and U+2029 are not control characters in Unicode, but end a line of text.
    let ends_line = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    let is_valid = !name.is_empty() && name.chars().count() <= Sender::MAX_NAME_LENGTH && !name.chars().any(ends_line);
    if is_valid { Ok(name) } else { Err(SenderError::Name) }
}

/// Whether the host has two or more labels of letters, digits and hyphens, the last not a number: neither `localhost` nor an address.
fn is_qualified_name(host: &str) -> bool {
    let is_label = |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    host.len() <= 253
        && host.split('.').all(is_label)
        && host.rsplit_once('.').is_some_and(|(_, last)| !last.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Sender, SenderError};
    use lettre::Address;
    use lettre::message::Mailbox;

    fn sender(from: Mailbox, service: &str) -> Result<Sender, SenderError> {
        Sender::new(from, service, "example.org", String::new())
    }

    fn hello(public_host: &str, local: &str) -> String {
        let from = "Mailcode <no-reply@example.org>".parse().expect("a mailbox");
        let sender = Sender::new(from, "Mailcode", public_host, String::new()).expect("a sender");
        sender.client_id(local.parse().expect("an address")).to_string()
    }

    #[test]
    fn says_hello_by_name_or_by_address() {
        assert_eq!(hello("sign-up.example.org", "192.0.2.1:9"), "sign-up.example.org");
        assert_eq!(hello("localhost", "192.0.2.1:9"), "[192.0.2.1]");
        assert_eq!(hello("127.0.0.1", "[2001:db8::1]:9"), "[IPv6:2001:db8::1]");
        assert_eq!(hello("[::1]", "[::ffff:192.0.2.1]:9"), "[192.0.2.1]");
        assert_eq!(hello("a.example\r\nMAIL FROM:<x>", "192.0.2.1:9"), "[192.0.2.1]");
    }

    #[test]
    fn refuses_names_that_could_become_a_header() {
        let from = || "no-reply@example.org".parse::<Mailbox>().expect("a mailbox");
        for name in ["", " ", "Mail\r\nBcc: you@example.org", "a\0b", "a\u{85}b", "a\u{2028}b", &"a".repeat(65)] {
            assert_eq!(sender(from(), name).err(), Some(SenderError::Name), "{name:?}");
            let named = Mailbox::new(Some(name.to_owned()), from().email);
            assert_eq!(sender(named, "Mailcode").err(), Some(SenderError::Name), "{name:?}");
        }
        let sender = sender(from(), " Über   post ").expect("a sender");
        assert_eq!(sender.service_name(), "Über post");
    }

    #[test]
    fn refuses_an_address_that_could_not_be_written() {
        let with = |local: &str| {
            let address = Address::new(local, "example.org").expect("an address");
            sender(Mailbox::new(Some("Mailcode".to_owned()), address), "Mailcode")
        };
        for local in [r#""ab""#, r#""@""#, r#""a>b""#, r#""a b""#] {
            assert_eq!(with(local).err(), Some(SenderError::Address), "{local}");
        }
        for local in ["no-reply", "a+b", "jörg"] {
            assert!(with(local).is_ok(), "{local}");
        }
    }

    #[test]
    fn the_domain_becomes_ascii() {
        let from = "post@bücher.example".parse().expect("a mailbox");
        let sender = sender(from, "Bücher").expect("a sender");
        assert_eq!(sender.from().email.domain(), "xn--bcher-kva.example");
    }
}
