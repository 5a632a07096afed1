//! Signs mails for a domain (DKIM, RFC 6376), so that receivers can verify which domain is responsible for them.
//!
//! `canonicalization` gives what is signed its canonical form, `signature_field` is the header field, `signing_key` signs by ring. Each key
//! signs the mail without any signature, so that a verifier that knows one of two algorithms does not need the other.

mod canonicalization;
mod dns_name;
mod public_key;
mod signature_field;
mod signing_key;
#[cfg(test)]
mod test_keys;

pub use dns_name::{DnsName, DnsNameError};
pub use public_key::PublicKey;
pub use signing_key::{SigningKey, SigningKeyError};

use crate::sign_up::Timestamp;
use canonicalization::{body_hash, split_message};
use signature_field::SignatureField;
use std::fmt;
use std::sync::Arc;

/// The domain that signs mails, and its keys. Cheap to clone.
#[derive(Clone)]
pub struct Dkim {
    domain: DnsName,
    keys: Arc<[(DnsName, SigningKey)]>,
}

/// Signing failed: the system provided no randomness, or the machine miscalculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mail could not be signed")]
pub(super) struct SignError;

impl Dkim {
    /// Creates a signer for this domain with these keys, which the domain publishes under their selectors.
    #[must_use]
    pub fn new(domain: DnsName, keys: Vec<(DnsName, SigningKey)>) -> Self {
        Self { domain, keys: keys.into() }
    }

    /// The signing domain.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.domain.as_str()
    }

    /// The selector of each key, and the public key to publish under it.
    pub fn public_keys(&self) -> impl Iterator<Item = (&str, PublicKey)> {
        self.keys.iter().map(|(selector, key)| (selector.as_str(), key.public_key()))
    }

    /// Whether DMARC counts the signatures for a sender of this domain: it equals the signing one, or one is a subdomain of the other
    /// (RFC 7489 §3.1.1; public suffixes are not recognized).
    #[must_use]
    pub fn is_aligned_with(&self, sender: &str) -> bool {
        let sender = sender.to_ascii_lowercase();
        let is_below = |name: &str, other: &str| name.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        is_below(&sender, self.domain.as_str()) || is_below(self.domain.as_str(), &sender)
    }

    /// Signs a message. Returns the `DKIM-Signature` fields to put before it, each with its line end.
    ///
    /// # Errors
    /// See [`SignError`].
    pub(super) fn signatures(&self, message: &[u8], at: Timestamp) -> Result<Vec<u8>, SignError> {
        let (header, body) = split_message(message);
        let body_hash = body_hash(body);
        let mut fields = Vec::new();
        for (selector, key) in &*self.keys {
            let field = SignatureField::new(key.algorithm(), &self.domain, selector, at, &header, &body_hash);
            let signature = key.sign(&field.signed(&header))?;
            fields.extend(field.with_signature(&signature).into_bytes());
        }
        Ok(fields)
    }
}

/// Shows domain, selectors and types of keys, but no key.
impl fmt::Debug for Dkim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Dkim").field("domain", &self.domain).field("keys", &self.keys).finish()
    }
}

#[cfg(test)]
#[path = "dkim_tests.rs"]
mod tests;
