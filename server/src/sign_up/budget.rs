use serde::{Deserialize, Serialize};

/// The budget that the mails and failures of a sign-up count against: that of an address, or that of one trusted device for it. The keys
/// are keyed hashes in hexadecimal, which do not reveal the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The key of the address, or of one device for it.
    pub(super) key: String,
    /// For a device's budget, the key of all devices for the address together, so that many devices have no larger budget than one.
    pub(super) devices: Option<String>,
}

impl Budget {
    /// Whether this is the budget of a device that has verified the address.
    pub(super) const fn is_of_device(&self) -> bool {
        self.devices.is_some()
    }

    /// All keys that a mail or a failure counts against.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        [&self.key].into_iter().chain(&self.devices)
    }
}
