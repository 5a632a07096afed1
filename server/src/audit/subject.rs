use crate::sign_up::{CanonicalAddress, MacKey};

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
}
