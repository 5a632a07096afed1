use ipnet::IpNet;
use std::fmt;
use std::net::IpAddr;

/// The network of a client, as the audit trail stores it: the /24 of an IPv4 address, the /48 of an IPv6 address.
///
/// A /48 is the most that one site gets (RFC 6177 §2), and a /24 the least that is routed on its own. This shows where a flood comes from
/// and whom to contact. It usually identifies no person; a household that has a /48 of its own is the exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientNetwork(IpNet);

impl ClientNetwork {
    /// Bits that are kept of an IPv4 address.
    const V4_BITS: u8 = 24;
    /// Bits that are kept of an IPv6 address.
    const V6_BITS: u8 = 48;

    /// Parses the text that `Display` writes; `None` if it is malformed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl From<IpAddr> for ClientNetwork {
    fn from(address: IpAddr) -> Self {
        // A dual-stack listener sees IPv4 clients as `::ffff:192.0.2.1` (RFC 4291 §2.5.5.2).
        let address = address.to_canonical();
        let bits = if address.is_ipv4() { Self::V4_BITS } else { Self::V6_BITS };
        let network = IpNet::new(address, bits).unwrap_or_else(|_| IpNet::from(address));
        Self(network.trunc())
    }
}

impl fmt::Display for ClientNetwork {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::ClientNetwork;
    use std::net::IpAddr;

    #[test]
    fn only_the_prefix_is_kept() {
        for (address, network) in
            [("198.51.100.7", "198.51.100.0/24"), ("::ffff:198.51.100.7", "198.51.100.0/24"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
        {
            let kept = ClientNetwork::from(address.parse::<IpAddr>().expect("an address"));
            assert_eq!(kept.to_string(), network);
            assert_eq!(ClientNetwork::parse(network), Some(kept));
        }
    }
}
