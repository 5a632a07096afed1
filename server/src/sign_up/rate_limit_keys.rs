//! The keys under which limits count uses: those of an address or of a trusted device, and that of a client.

use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// The keys under which the mails and failures of a sign-up are counted: the key of an address, or those of one trusted device for it. They
/// are keyed hashes in hexadecimal, which do not reveal the address.
///
/// The serialized form is in the database, as part of a session's state: the stored names stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateLimitKeys {
    /// The key of the address, or of one device for it.
    #[serde(rename = "key")]
    pub(super) own: String,
    /// For a device, the key of all devices for the address together, so that many devices are allowed no more uses than one.
    #[serde(rename = "devices")]
    pub(super) all_devices: Option<String>,
}

impl RateLimitKeys {
    /// Whether these are the keys of a device that has verified the address.
    pub(super) const fn is_of_device(&self) -> bool {
        self.all_devices.is_some()
    }

    /// All keys under which a mail or a failure is counted.
    pub(super) fn iter(&self) -> impl Iterator<Item = &String> {
        [&self.own].into_iter().chain(&self.all_devices)
    }
}

/// The network that counts as one client: an IPv4 address, or the /64 of an IPv6 address, which is the least that a site gets (RFC 6177 §2)
/// and all of which one machine can use.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClientPrefix(Vec<u8>);

impl ClientPrefix {
    /// The network prefix: 4 octets of IPv4 or 8 of IPv6.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<IpAddr> for ClientPrefix {
    fn from(address: IpAddr) -> Self {
        // A dual-stack listener sees IPv4 clients as `::ffff:192.0.2.1` (RFC 4291 §2.5.5.2).
        match address.to_canonical() {
            IpAddr::V4(address) => Self(address.octets().to_vec()),
            IpAddr::V6(address) => Self(address.octets()[..8].to_vec()),
        }
    }
}
