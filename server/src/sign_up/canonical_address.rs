use domain::{AddressError, EmailAddress};
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// An address as the mail system and the accounts know it.
///
/// The domain is in its ASCII form (IDNA, UTS #46 as RFC 5891 is deployed), lower-cased. The local part goes to the
/// mail as typed, in NFKC, since only its own domain may fold its case (RFC 5321 §2.4); for identity it is
/// lower-cased too, since no provider of note tells `Me@` from `me@`. The mail goes to the NFKC form so that nobody
/// gets the account of `k@…` by reading the mail of a look-alike that NFKC makes a `k`.
/// Made once, where an address comes in, and carried from there. Serialized, it is the address as typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "EmailAddress", into = "EmailAddress")]
pub struct CanonicalAddress {
    typed: EmailAddress,
    mailbox: EmailAddress,
    identity: String,
}

impl CanonicalAddress {
    /// Reads what a person typed or pasted.
    ///
    /// # Errors
    /// Those of [`EmailAddress::parse`] and [`Self::new`].
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        Self::new(EmailAddress::parse(typed)?)
    }

    /// The canonical form of a typed address.
    ///
    /// # Errors
    /// [`AddressError::Domain`] if IDNA refuses the domain, [`AddressError::TooLong`] if the canonical form is longer
    /// than 254 octets, [`AddressError::Character`] if NFKC turns a character of the local part into a forbidden one, or
    /// the local part holds an encoded-word, which some reader may decode to another address (RFC 2047 §5 (3)).
    pub fn new(typed: EmailAddress) -> Result<Self, AddressError> {
        let domain = Uts46::new()
            .to_ascii(typed.domain().as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Ignore)
            .map_err(|_| AddressError::Domain)?;
        let local: String = typed.local().nfkc().collect();
        // Checks the lengths, too. Both mappings can bring forth what `parse` refuses: brackets, blanks, a number for a domain.
        let mailbox = EmailAddress::parse(&format!("{local}@{domain}")).map_err(|error| match error {
            AddressError::TooLong | AddressError::Domain => error,
            _ => AddressError::Character,
        })?;
        let is_encoded = local.split_once("=?").is_some_and(|(_, word)| word.contains("?="));
        if mailbox.local() != local || mailbox.domain() != domain || is_encoded {
            return Err(AddressError::Character);
        }
        let identity = format!("{}@{domain}", local.to_lowercase().nfkc());
        Ok(Self { typed, mailbox, identity })
    }

    /// The address as typed, as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.typed.as_str()
    }

    /// The address as typed.
    #[must_use]
    pub const fn typed(&self) -> &EmailAddress {
        &self.typed
    }

    /// The envelope and header address: local part as typed (in NFKC), domain in ASCII.
    #[must_use]
    pub fn mailbox(&self) -> String {
        self.mailbox.as_str().to_owned()
    }

    /// For logs and the audit trail: the first character, an ellipsis and the domain in ASCII.
    #[must_use]
    pub fn masked(&self) -> String {
        self.mailbox.masked()
    }

    /// The domain, in ASCII and lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.mailbox.domain()
    }

    /// What one account is found by: equal for every spelling of one mailbox.
    #[must_use]
    pub fn identity(&self) -> &str {
        &self.identity
    }
}

impl TryFrom<EmailAddress> for CanonicalAddress {
    type Error = AddressError;

    fn try_from(typed: EmailAddress) -> Result<Self, Self::Error> {
        Self::new(typed)
    }
}

impl From<CanonicalAddress> for EmailAddress {
    fn from(address: CanonicalAddress) -> Self {
        address.typed
    }
}

impl fmt::Debug for CanonicalAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CanonicalAddress({})", self.typed.masked())
    }
}

#[cfg(test)]
#[path = "canonical_address_tests.rs"]
mod tests;
