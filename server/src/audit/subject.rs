use crate::sign_up::{CanonicalAddress, MacKey};

/// The address that an event is about: masked for reading, and as a keyed hash to find all events of one mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The first character and the domain, from [`CanonicalAddress::masked`].
    pub masked: String,
    /// The hash from [`MacKey::audit_hash`]: 16 hexadecimal digits.
    pub hash: String,
}

impl Subject {
    /// The subject of a canonical address.
    #[must_use]
    pub fn new(key: &MacKey, address: &CanonicalAddress) -> Self {
        Self { masked: address.masked(), hash: key.audit_hash(address) }
    }
}
