use std::net::IpAddr;

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
