use super::{ClientAddresses, ProxyWarning, client_address};
use crate::config::{Origin, TrustedProxies};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use proptest::collection::vec;
use proptest::prelude::*;
use std::net::IpAddr;

fn client(peer: &str, forwarded: &[&str]) -> String {
    let proxies = TrustedProxies::parse("10.0.0.0/8, 2001:db8::1").expect("networks");
    client_address(peer.parse().expect("an address"), &header(forwarded), &proxies).0.to_string()
}

fn header(lines: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append("x-forwarded-for", HeaderValue::from_bytes(line.as_bytes()).expect("a header"));
    }
    headers
}

#[test]
fn the_header_counts_only_from_a_trusted_peer() {
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
fn a_hop_that_cannot_be_parsed_ends_the_search() {
    assert_eq!(client("10.0.0.1", &[]), "10.0.0.1");
    assert_eq!(client("10.0.0.1", &["198.51.100.7, unknown"]), "10.0.0.1");
    assert_eq!(client("10.0.0.1", &["198.51.100.7, unknown, 10.0.0.2"]), "10.0.0.2");
}

#[test]
fn a_hop_is_read_as_proxies_write_it() {
    for (hop, expected) in [
        ("203.0.113.7:51234", "203.0.113.7"),
        ("\"203.0.113.7:51234\"", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7:51234", "203.0.113.7"),
        ("[2001:db8:1::7]", "2001:db8:1::7"),
        ("[2001:db8:1::7]:443", "2001:db8:1::7"),
        ("\"[2001:DB8:1::7]:443\"", "2001:db8:1::7"),
        ("2001:db8:1:0:0:0:0:7:51234", "2001:db8:1::7"),
        ("2001:db8:1::7:443", "2001:db8:1::7:443"),
        ("fe80::7%eth0", "fe80::7"),
        ("[fe80::7%25eth0]:80", "fe80::7"),
    ] {
        assert_eq!(client("10.0.0.1", &[hop]), expected, "{hop}");
        assert_eq!(client("10.0.0.1", &[&format!("é, {hop} , 10.0.0.2:80")]), expected, "{hop} to the right of what is no text");
    }
    for hop in [
        "",
        "unix:",
        "203.0.113.7:",
        "203.0.113.7:65536",
        "203.0.113.7:+80",
        "203.0.113.7:http",
        "[203.0.113.7",
        "[::7]x",
        "203.0.113.7%eth0",
    ] {
        assert_eq!(client("10.0.0.1", &[&format!("198.51.100.7, {hop}")]), "10.0.0.1", "{hop}");
    }
}

fn warned(addresses: &ClientAddresses, peer: &str, forwarded: &[&str]) -> Option<ProxyWarning> {
    let (peer, headers) = (peer.parse().expect("an address"), header(forwarded));
    let (_, unreadable) = client_address(peer, &headers, &addresses.0.proxies);
    addresses.warning(peer, &headers, unreadable)
}

fn addresses(proxies: &str, origin: &str) -> ClientAddresses {
    ClientAddresses::new(TrustedProxies::parse(proxies).expect("networks"), &Origin::parse(origin).expect("an origin"))
}

#[test]
fn an_untrusted_proxy_is_warned_of_once() {
    let https = || addresses("192.0.2.7", "https://example.org");
    for peer in ["127.0.0.1", "::ffff:127.0.0.1", "::1", "10.0.0.1", "172.17.0.1", "192.168.1.1", "100.64.0.1", "fd00::1", "fe80::1"] {
        let addresses = https();
        let warning = warned(&addresses, peer, &["198.51.100.7"]).unwrap_or_else(|| panic!("{peer}")).to_string();
        assert!(warning.contains("MAILCODE_TRUSTED_PROXIES"), "{warning}");
        assert_eq!(warned(&addresses, peer, &["198.51.100.7"]), None, "{peer}");
    }
    for (peer, forwarded) in [("127.0.0.1", &[][..]), ("198.51.100.1", &["203.0.113.1"]), ("192.0.2.7", &["203.0.113.1"])] {
        assert_eq!(warned(&https(), peer, forwarded), None, "{peer}");
    }
    assert_eq!(warned(&addresses("", "http://example.org"), "127.0.0.1", &["198.51.100.7"]), None, "there may be no proxy");
}

#[test]
fn a_hop_that_cannot_be_parsed_is_warned_of_once_without_its_digits() {
    let addresses = addresses("10.0.0.0/8", "https://example.org");
    let warning = warned(&addresses, "10.0.0.1", &["198.51.100.7, 203.0.113.7_x"]);
    assert_eq!(warning, Some(ProxyWarning::Unreadable { hop: "000.0.000.0_x".to_owned() }));
    assert_eq!(warned(&addresses, "10.0.0.1", &["unknown"]), None);
    assert_eq!(warned(&addresses, "198.51.100.1", &["unknown"]), None, "an untrusted peer is ignored");
}

proptest! {
    /// The rightmost hop that is not a trusted proxy is the client, whether the list is in one line or in several, and whatever is to
    /// the left of it.
    #[test]
    fn a_client_cannot_write_an_address_for_another(
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
        prop_assert_eq!(client_address(IpAddr::from([10, 0, 0, 1]), &headers, &proxies).0, client);
        prop_assert_eq!(client_address(IpAddr::from([192, 0, 2, 1]), &headers, &proxies).0, IpAddr::from([192, 0, 2, 1]));
    }
}
