//! Signs mails for a domain (DKIM, RFC 6376), so that whoever gets them knows who answers for them.
//!
//! `canonical_form` is what is signed, `field` what is written, `signing_key` what signs, by ring. Each key signs the mail
//! as it was before any signature, so that a verifier which knows one of two algorithms needs nothing of the other.

mod canonical_form;
mod dns_name;
mod field;
mod signing_key;
#[cfg(test)]
mod test_keys;

pub use dns_name::{DnsName, DnsNameError};
pub use signing_key::{SigningKey, SigningKeyError};

use crate::sign_up::Timestamp;
use canonical_form::{body_hash, split};
use field::Field;
use std::fmt;
use std::sync::Arc;

/// A domain that answers for mails, and the keys it does so with. Cheap to clone.
#[derive(Clone)]
pub struct Dkim {
    domain: DnsName,
    keys: Arc<[(DnsName, SigningKey)]>,
}

/// A signature could not be made: the system gave no randomness, or the machine miscalculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mail could not be signed")]
pub(super) struct SignError;

impl Dkim {
    /// Signs for this domain with each of these keys, which the domain publishes under their selectors.
    #[must_use]
    pub fn new(domain: DnsName, keys: Vec<(DnsName, SigningKey)>) -> Self {
        Self { domain, keys: keys.into() }
    }

    /// The domain that answers.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.domain.as_str()
    }

    /// The names of its keys.
    pub fn selectors(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|(selector, _)| selector.as_str())
    }

    /// Whether DMARC counts the signatures for a sender of this domain: it is the signing one, or one is below the other
    /// (RFC 7489 §3.1.1; which names anybody can register is not known here).
    #[must_use]
    pub fn is_aligned_with(&self, sender: &str) -> bool {
        let sender = sender.to_ascii_lowercase();
        let is_below = |name: &str, other: &str| name.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        is_below(&sender, self.domain.as_str()) || is_below(self.domain.as_str(), &sender)
    }

    /// The `DKIM-Signature` fields of a message, which go before it, each with its line end.
    ///
    /// # Errors
    /// See [`SignError`].
    pub(super) fn signatures(&self, message: &[u8], at: Timestamp) -> Result<Vec<u8>, SignError> {
        let (header, body) = split(message);
        let body_hash = body_hash(body);
        let mut fields = Vec::new();
        for (selector, key) in &*self.keys {
            let field = Field::new(key.algorithm(), &self.domain, selector, at, &header, &body_hash);
            let signature = key.sign(&field.signed(&header))?;
            fields.extend(field.with_signature(&signature).into_bytes());
        }
        Ok(fields)
    }
}

/// Names and kinds of keys; no key can be printed.
impl fmt::Debug for Dkim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Dkim").field("domain", &self.domain).field("keys", &self.keys).finish()
    }
}

#[cfg(test)]
#[path = "dkim_tests.rs"]
mod tests;
