//! Against whom uses are counted: the budget of an address or of a trusted device, and the network of a client.

use serde::{Deserialize, Serialize};
use std::net::IpAddr;

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

/// The network that counts as one client: an IPv4 address, or the /64 of an IPv6 address, which is the least that a site gets (RFC 6177 §2)
/// and all of which one machine can use.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClientKey(Vec<u8>);

impl ClientKey {
    /// The network prefix: 4 octets of IPv4 or 8 of IPv6.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<IpAddr> for ClientKey {
    fn from(address: IpAddr) -> Self {
        // A dual-stack listener sees IPv4 clients as `::ffff:192.0.2.1` (RFC 4291 §2.5.5.2).
        match address.to_canonical() {
            IpAddr::V4(address) => Self(address.octets().to_vec()),
            IpAddr::V6(address) => Self(address.octets()[..8].to_vec()),
        }
    }
}
