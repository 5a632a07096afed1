use crate::sign_up::{CanonicalAddress, MacKey};
use app::domain::EmailAddress;

/// Whose address an event is about: a mask to read, and a keyed hash to find all events of one mailbox by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// First character and domain, as [`CanonicalAddress::masked`] gives them.
    pub masked: String,
    /// What [`MacKey::audit_hash`] gives: 16 hexadecimal digits.
    pub hash: String,
}

impl Subject {
    /// The subject of a canonical address.
    #[must_use]
    pub fn new(key: &MacKey, address: &CanonicalAddress) -> Self {
        Self { masked: address.masked(), hash: key.audit_hash(address) }
    }

    /// The subject of an address as typed; `None` if no mail could go there, so that there is no mailbox to speak of.
    #[must_use]
    pub fn of_typed(key: &MacKey, address: EmailAddress) -> Option<Self> {
        CanonicalAddress::new(address).ok().map(|address| Self::new(key, &address))
    }
}
