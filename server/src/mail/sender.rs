use lettre::Address;
use lettre::message::Mailbox;
use lettre::transport::smtp::extension::ClientId;
use std::net::{IpAddr, SocketAddr};

/// Who the mails come from.
#[derive(Clone, Debug)]
pub struct Sender {
    from: Mailbox,
    service_name: String,
    public_host: String,
    not_me_page: String,
}

/// A sender that cannot stand in a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SenderError {
    /// The name of the service or of the sender is empty, longer than [`Sender::MAX_NAME_LENGTH`] or holds a
    /// control character.
    #[error("a name must be 1 to {} characters without control characters", Sender::MAX_NAME_LENGTH)]
    Name,
    /// The domain of the address has no ASCII form (IDNA).
    #[error("the sender's domain is not valid")]
    Domain,
}

impl Sender {
    /// Longest name in characters, so that a subject stays readable and its line short (RFC 5322 §2.1.1).
    pub const MAX_NAME_LENGTH: usize = 64;

    /// A sender. `public_host` is the host of the public URL, which names this machine to the relay; `not_me_page` the URL of
    /// the page on which a mail is disowned.
    ///
    /// # Errors
    /// See [`SenderError`].
    pub fn new(from: Mailbox, service_name: &str, public_host: &str, not_me_page: String) -> Result<Self, SenderError> {
        let service_name = checked_name(service_name)?;
        let Mailbox { name, email } = from;
        let name = name.as_deref().map(checked_name).transpose()?;
        let domain = idna::domain_to_ascii(email.domain()).map_err(|_| SenderError::Domain)?;
        let email = Address::new(email.user(), domain).map_err(|_| SenderError::Domain)?;
        Ok(Self { from: Mailbox::new(name, email), service_name, public_host: public_host.to_owned(), not_me_page })
    }

    /// The URL of the page on which whoever reads a mail says that they did not ask for it.
    pub(super) fn not_me_page(&self) -> &str {
        &self.not_me_page
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

    /// The argument of `EHLO` (RFC 5321 §4.1.1.1): the fully qualified name of this machine if it has one, else
    /// the address literal of our end of the connection. The domain of `From` is no choice: behind a relay such
    /// as Gmail's it names another's machine.
    pub(super) fn hello(&self, local: SocketAddr) -> ClientId {
        if is_qualified_name(&self.public_host) {
            return ClientId::Domain(self.public_host.clone());
        }
        match local.ip().to_canonical() {
            IpAddr::V4(address) => ClientId::Ipv4(address),
            IpAddr::V6(address) => ClientId::Ipv6(address),
        }
    }
}

fn checked_name(name: &str) -> Result<String, SenderError> {
    let name = name.trim();
    let is_valid = !name.is_empty() && name.chars().count() <= Sender::MAX_NAME_LENGTH && !name.chars().any(char::is_control);
    if is_valid { Ok(name.to_owned()) } else { Err(SenderError::Name) }
}

/// Two labels or more of letters, digits and hyphens, the last not a number: neither `localhost` nor an address.
fn is_qualified_name(host: &str) -> bool {
    let is_label = |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    host.len() <= 253
        && host.split('.').all(is_label)
        && host.rsplit_once('.').is_some_and(|(_, last)| !last.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Sender, SenderError};

    fn hello(public_host: &str, local: &str) -> String {
        let from = "Mailcode <no-reply@example.org>".parse().expect("a mailbox");
        let sender = Sender::new(from, "Mailcode", public_host, String::new()).expect("a sender");
        sender.hello(local.parse().expect("an address")).to_string()
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
        let from = || "no-reply@example.org".parse().expect("a mailbox");
        for name in ["", " ", "Mail\r\nBcc: you@example.org", "a\0b", &"a".repeat(65)] {
            assert_eq!(Sender::new(from(), name, "example.org", String::new()).err(), Some(SenderError::Name), "{name:?}");
        }
        assert!(Sender::new(from(), "Überpost", "example.org", String::new()).is_ok());
    }

    #[test]
    fn the_domain_becomes_ascii() {
        let from = "post@bücher.example".parse().expect("a mailbox");
        let sender = Sender::new(from, "Bücher", "example.org", String::new()).expect("a sender");
        assert_eq!(sender.from().email.domain(), "xn--bcher-kva.example");
    }
}
