use app::domain::{AddressError, EmailAddress};
use std::fmt;

/// An address as the mail system and the accounts know it.
///
/// The domain is in its ASCII form (IDNA, UTS #46 as RFC 5891 is deployed), lower-cased. The local part is kept
/// as typed for the mail, since only its own domain may fold it (RFC 5321 §2.4), and case-folded in NFKC for
/// identity, since no provider of note tells `Me@` from `me@`.
#[derive(Clone, PartialEq, Eq)]
pub struct CanonicalAddress {
    typed: EmailAddress,
    ascii_domain: String,
    identity: String,
}

impl CanonicalAddress {
    /// The canonical form of a typed address.
    ///
    /// # Errors
    /// [`AddressError::Domain`] if IDNA refuses the domain, [`AddressError::TooLong`] if its ASCII form makes the
    /// address longer than 254 octets.
    pub fn new(typed: EmailAddress) -> Result<Self, AddressError> {
        let _ = &typed;
        todo!("see sign_up helper")
    }

    /// The address as typed.
    #[must_use]
    pub const fn typed(&self) -> &EmailAddress {
        &self.typed
    }

    /// The envelope and header address: local part as typed, domain in ASCII.
    #[must_use]
    pub fn mailbox(&self) -> String {
        format!("{}@{}", self.typed.local(), self.ascii_domain)
    }

    /// What one account is found by: equal for every spelling of one mailbox.
    #[must_use]
    pub fn identity(&self) -> &str {
        &self.identity
    }
}

impl fmt::Debug for CanonicalAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CanonicalAddress({})", self.typed.masked())
    }
}
