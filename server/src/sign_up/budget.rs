use serde::{Deserialize, Serialize};

/// What the mails and failures of a sign-up are counted against: an address, or one browser's word for it. Keyed hashes
/// in hexadecimal; nobody can tell for which address without the key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Of the address, or of one device for it.
    pub(super) key: String,
    /// Of all devices for the address together, if it is a device's: whoever has collected many of them has no more than
    /// one would have.
    pub(super) devices: Option<String>,
}

impl Budget {
    /// Whether it is one browser's own, which has verified the address.
    pub(super) const fn is_of_device(&self) -> bool {
        self.devices.is_some()
    }

    /// All that a mail or a failure counts against.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        [&self.key].into_iter().chain(&self.devices)
    }
}
