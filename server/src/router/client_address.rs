use crate::config::TrustedProxies;
use axum::http::HeaderMap;
use std::net::IpAddr;

/// Who asks: the peer, or, if that is a trusted proxy, the rightmost address of `X-Forwarded-For` that is none.
/// What stands further left was written by whoever that is, so it counts for nothing.
pub(super) fn client_address(peer: IpAddr, headers: &HeaderMap, proxies: &TrustedProxies) -> IpAddr {
    let mut client = peer.to_canonical();
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    let mut hops = lines.iter().rev().flat_map(|line| line.rsplit(',')).map(str::trim);
    while proxies.contain(client) {
        match hops.next().map(str::parse::<IpAddr>) {
            Some(Ok(hop)) => client = hop.to_canonical(),
            Some(Err(_)) | None => break,
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use super::client_address;
    use crate::config::TrustedProxies;
    use axum::http::{HeaderMap, HeaderName};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::net::IpAddr;

    fn client(peer: &str, forwarded: &[&'static str]) -> String {
        let proxies = TrustedProxies::parse("10.0.0.0/8, 2001:db8::1").expect("networks");
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().expect("a header"));
        }
        client_address(peer.parse().expect("an address"), &headers, &proxies).to_string()
    }

    #[test]
    fn only_a_trusted_peer_is_believed() {
        assert_eq!(client("192.0.2.1", &["198.51.100.7"]), "192.0.2.1");
        assert_eq!(client("10.0.0.1", &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(client("::ffff:10.0.0.1", &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(client("2001:db8::1", &["2001:db8:1::2"]), "2001:db8:1::2");
    }

    #[test]
    fn the_rightmost_untrusted_hop_counts() {
        assert_eq!(client("10.0.0.1", &["203.0.113.9, 198.51.100.7, 10.0.0.2"]), "198.51.100.7");
        assert_eq!(client("10.0.0.1", &["203.0.113.9", "198.51.100.7"]), "198.51.100.7");
        assert_eq!(client("10.0.0.1", &["10.0.0.3, 10.0.0.2"]), "10.0.0.3");
    }

    #[test]
    fn nonsense_ends_the_search() {
        assert_eq!(client("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &["198.51.100.7, unknown"]), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &["198.51.100.7, unknown, 10.0.0.2"]), "10.0.0.2");
    }

    proptest! {
        /// The rightmost hop that is no proxy of ours counts, whether the list stands in one line or in several, and
        /// whatever was written to the left of it.
        #[test]
        fn nobody_writes_an_address_for_another(
            invented in "[ -~]{0,40}",
            client in any::<u32>().prop_filter("no proxy", |client| client >> 24 != 10),
            hops in vec(any::<u32>().prop_map(|hop| hop >> 8 | 10 << 24), 0..4),
            is_cut in any::<bool>(),
        ) {
            let client = IpAddr::from(client.to_be_bytes());
            let hops = hops.into_iter().map(|hop| IpAddr::from(hop.to_be_bytes()));
            let parts: Vec<_> = std::iter::once(invented).chain(std::iter::once(client).chain(hops).map(|hop| hop.to_string())).collect();
            let lines = if is_cut { parts } else { vec![parts.join(", ")] };
            let headers = lines.iter().map(|line| ("x-forwarded-for".parse::<HeaderName>().expect("a name"), line.parse().expect("a header")));
            let headers: HeaderMap = headers.collect();
            let proxies = TrustedProxies::parse("10.0.0.0/8").expect("a network");
            prop_assert_eq!(client_address(IpAddr::from([10, 0, 0, 1]), &headers, &proxies), client);
            prop_assert_eq!(client_address(IpAddr::from([192, 0, 2, 1]), &headers, &proxies), IpAddr::from([192, 0, 2, 1]));
        }
    }
}
