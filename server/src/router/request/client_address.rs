use super::host::is_port;
use crate::config::{Origin, TrustedProxies};
use axum::http::{HeaderMap, HeaderName};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// The most characters that the log shows of a hop that cannot be parsed.
const MAX_SHOWN: usize = 40;

/// Determines client addresses, and warns once of each wrong setting that makes many visitors look like one client. Clones share which
/// warnings were given.
#[derive(Clone, Debug)]
pub struct ClientAddresses(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    proxies: TrustedProxies,
    is_https: bool,
    untrusted_warned: AtomicBool,
    unreadable_warned: AtomicBool,
}

/// A warning to the operator about requests that came through a proxy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum ProxyWarning {
    #[error(
        "X-Forwarded-For comes from {peer}, which is not a trusted proxy, so all visitors behind it share the limits of one client; if it \
         is your proxy, set MAILCODE_TRUSTED_PROXIES to its address"
    )]
    Untrusted { peer: IpAddr },
    #[error(
        "a trusted proxy wrote the hop {hop:?} into X-Forwarded-For, which is not an address; its clients share the limits of one client"
    )]
    Unreadable { hop: String },
}

impl ClientAddresses {
    /// Client addresses of a site behind these trusted proxies.
    #[must_use]
    pub fn new(proxies: TrustedProxies, origin: &Origin) -> Self {
        let (untrusted_warned, unreadable_warned) = (AtomicBool::new(false), AtomicBool::new(false));
        Self(Arc::new(Inner { proxies, is_https: origin.is_https(), untrusted_warned, unreadable_warned }))
    }

    /// The client address: that of the peer or, if the peer is a trusted proxy, the rightmost address in `X-Forwarded-For` that is not one.
    pub(in crate::router) fn of(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let (client, unreadable) = client_address(peer, headers, &self.0.proxies);
        if let Some(warning) = self.warning(peer, headers, unreadable) {
            tracing::warn!("{warning}");
        }
        client
    }

    /// The warning that is due, if it was not given before. The server has no TLS of its own, so an https origin means that there is a
    /// proxy; a peer on this machine or in a private network is not a visitor.
    fn warning(&self, peer: IpAddr, headers: &HeaderMap, unreadable: Option<&[u8]>) -> Option<ProxyWarning> {
        let Inner { proxies, is_https, untrusted_warned, unreadable_warned } = &*self.0;
        let is_first = |warned: &AtomicBool| !warned.swap(true, Ordering::Relaxed);
        if let Some(hop) = unreadable {
            return is_first(unreadable_warned).then(|| ProxyWarning::Unreadable { hop: without_digits(hop) });
        }
        let peer = peer.to_canonical();
        let is_untrusted = *is_https && headers.contains_key(X_FORWARDED_FOR) && is_near(peer) && !proxies.contain(peer);
        (is_untrusted && is_first(untrusted_warned)).then_some(ProxyWarning::Untrusted { peer })
    }
}

/// The client address, and the hop that ended the search because it cannot be parsed, if there is one. Hops further to the left were
/// written by that client, so they are ignored. If a hop cannot be parsed, the address of the proxy that wrote it counts as the client's.
fn client_address<'a>(peer: IpAddr, headers: &'a HeaderMap, proxies: &TrustedProxies) -> (IpAddr, Option<&'a [u8]>) {
    let mut client = peer.to_canonical();
    let lines: Vec<_> = headers.get_all(X_FORWARDED_FOR).iter().collect();
    // Split as bytes: what a client wrote to the left must not make the rest of the line unreadable.
    let mut hops = lines.iter().rev().flat_map(|line| line.as_bytes().rsplit(|byte| *byte == b',')).map(<[u8]>::trim_ascii);
    while proxies.contain(client) {
        match hops.next().map(|hop| hop_address(hop).ok_or(hop)) {
            Some(Ok(hop)) => client = hop,
            Some(Err(hop)) => return (client, Some(hop)),
            None => break,
        }
    }
    (client, None)
}

/// Parses the address of one hop. The header field has no standard: proxies write a bare address, or one with the client's port
/// (`203.0.113.7:51234`, as Azure and IIS do), an IPv6 address in brackets (`[2001:db8::1]`, with or without a port), in quotes as in
/// `Forwarded` (RFC 7239 §6), or with its zone (`fe80::1%eth0`).
fn hop_address(hop: &[u8]) -> Option<IpAddr> {
    let hop = std::str::from_utf8(hop).ok()?;
    let hop = hop.strip_prefix('"').and_then(|hop| hop.strip_suffix('"')).unwrap_or(hop);
    if let Some(rest) = hop.strip_prefix('[') {
        let (address, port) = rest.split_once(']')?;
        let has_end = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
        return has_end.then(|| address_in_zone(address)).flatten();
    }
    // An IPv6 address without brackets can have a port only after all eight groups; otherwise its last group would be taken for a port.
    let with_port = || hop.rsplit_once(':').filter(|(_, port)| is_port(port)).and_then(|(address, _)| address_in_zone(address));
    address_in_zone(hop).or_else(with_port)
}

fn address_in_zone(text: &str) -> Option<IpAddr> {
    let address = match text.split_once('%') {
        Some((address, zone)) if !zone.is_empty() && address.contains(':') => address,
        Some(_) => return None,
        None => text,
    };
    address.parse().ok().map(|address: IpAddr| address.to_canonical())
}

/// A hop for the log, with its hexadecimal digits masked so that it identifies no client.
fn without_digits(hop: &[u8]) -> String {
    let masked = |character: char| if character.is_ascii_hexdigit() { '0' } else { character };
    String::from_utf8_lossy(hop).chars().take(MAX_SHOWN).map(masked).collect()
}

/// Whether an address belongs to this machine or to a private network, where no visitor of a public site comes from: loopback, private (RFC
/// 1918, RFC 4193), link-local, or shared by a provider (RFC 6598).
fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private() || address.is_link_local() || is_shared(address),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local(),
    }
}

fn is_shared(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    first == 100 && second & 0b1100_0000 == 64
}

#[cfg(test)]
#[path = "client_address_tests.rs"]
mod tests;
