use domain::{AddressError, EmailAddress};
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// An address in the forms that the mail system and the accounts use.
///
/// The domain is in its ASCII form (IDNA, UTS #46 as RFC 5891 is deployed), in lower case. The recipient has the local part as typed, in
/// NFKC, since only its own domain may fold its case (RFC 5321 §2.4). The normalized form has the local part in lower case too, since no
/// provider of note distinguishes `Me@` from `me@`. Mail is sent to the NFKC form, so that the reader of a look-alike's mail does not get
/// the account of `k@…` when NFKC maps the look-alike to `k`.
///
/// It is created once, where an address enters the server, and passed on from there. Serialized, it is the address as typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "EmailAddress", into = "EmailAddress")]
pub struct CanonicalAddress {
    typed: EmailAddress,
    recipient: EmailAddress,
    normalized: String,
}

impl CanonicalAddress {
    /// Parses an address that a person typed or pasted.
    ///
    /// # Errors
    /// The errors of [`EmailAddress::parse`] and [`Self::new`].
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        Self::new(EmailAddress::parse(typed)?)
    }

    /// Creates the canonical form of a typed address.
    ///
    /// # Errors
    /// [`AddressError::Domain`] if IDNA rejects the domain, [`AddressError::TooLong`] if the canonical form is longer than 254 octets,
    /// [`AddressError::Character`] if NFKC turns a character of the local part into a forbidden one, or if the local part holds an
    /// encoded-word, which some mail software may decode to another address (RFC 2047 §5 (3)).
    pub fn new(typed: EmailAddress) -> Result<Self, AddressError> {
        let domain = Uts46::new()
            .to_ascii(typed.domain().as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Ignore)
            .map_err(|_| AddressError::Domain)?;
        let local: String = typed.local().nfkc().collect();
        // Checks the lengths, too. Both mappings can produce what `parse` rejects: brackets, blanks, a number as the domain.
        let recipient = EmailAddress::parse(&format!("{local}@{domain}")).map_err(|error| match error {
            AddressError::TooLong | AddressError::Domain => error,
            _ => AddressError::Character,
        })?;
        let is_encoded = local.split_once("=?").is_some_and(|(_, word)| word.contains("?="));
        if recipient.local() != local || recipient.domain() != domain || is_encoded {
            return Err(AddressError::Character);
        }
        let normalized = format!("{}@{domain}", local.to_lowercase().nfkc());
        Ok(Self { typed, recipient, normalized })
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

    /// The address in the envelope and the header of a mail: local part as typed (in NFKC), domain in ASCII.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.recipient.as_str().to_owned()
    }

    /// The masked address for logs and the audit trail: the first character, an ellipsis and the domain in ASCII.
    #[must_use]
    pub fn masked(&self) -> String {
        self.recipient.masked()
    }

    /// The domain, in ASCII and lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.recipient.domain()
    }

    /// The normalized address, by which an account is found: equal for every spelling of one mailbox. The column `identity` of the database
    /// holds it.
    #[must_use]
    pub fn normalized(&self) -> &str {
        &self.normalized
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
