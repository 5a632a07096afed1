use axum::http::header::HOST;
use axum::http::{HeaderMap, Uri, Version};
use std::net::{IpAddr, Ipv6Addr};

/// The host that a request is for, with its port if there is one, in lower case (RFC 9110 §7.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::router) struct Host(String);

/// Why it is unclear which host a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::router) enum HostError {
    #[error("no Host field")]
    Missing,
    #[error("more than one Host field")]
    Several,
    #[error("a Host field without a valid host")]
    Malformed,
}

impl Host {
    /// The host of a request; `None` for an HTTP/1.0 request without one, as some health checks send. The host of an absolute URL as target
    /// takes precedence over the header field (RFC 9112 §3.2.2).
    pub(in crate::router) fn of(version: Version, uri: &Uri, headers: &HeaderMap) -> Result<Option<Self>, HostError> {
        let mut fields = headers.get_all(HOST).iter();
        let field = fields.next();
        if fields.next().is_some() {
            return Err(HostError::Several);
        }
        let field = match field {
            Some(field) => Some(field.to_str().ok().and_then(Self::parse).ok_or(HostError::Malformed)?),
            None if version == Version::HTTP_11 => return Err(HostError::Missing),
            None => None,
        };
        match uri.authority() {
            Some(authority) => Self::parse(authority.as_str()).map(Some).ok_or(HostError::Malformed),
            None => Ok(field),
        }
    }

    /// Parses `uri-host [ ":" port ]` (RFC 9110 §7.2), where the host is a name or an address as in URIs (RFC 3986 §3.2.2).
    fn parse(text: &str) -> Option<Self> {
        let (name, port) = split(text);
        let is_port = port.is_none_or(|port| port.is_empty() || is_port(port));
        let is_host = match name.strip_prefix('[') {
            Some(rest) => rest.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok()),
            None => is_name(name),
        };
        (is_host && is_port).then(|| Self(text.to_ascii_lowercase()))
    }

    /// Host and port as sent, in lower case.
    pub(in crate::router) fn authority(&self) -> &str {
        &self.0
    }

    /// The host without its port and without a final dot.
    pub(in crate::router) fn name(&self) -> &str {
        let (name, _) = split(&self.0);
        name.strip_suffix('.').unwrap_or(name)
    }

    /// Whether this is a loopback address, or a name that no name server can give to another machine (RFC 6761 §6.3).
    pub(in crate::router) fn is_loopback(&self) -> bool {
        let name = self.name();
        let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        name == "localhost" || name.ends_with(".localhost") || address.is_ok_and(|address| address.to_canonical().is_loopback())
    }
}

/// Whether this is a port of digits alone; the parser of numbers would accept a sign, too.
pub(super) fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

/// Splits the port off at its colon. The colons of an IPv6 address are within brackets.
fn split(text: &str) -> (&str, Option<&str>) {
    let end_of_address = text.rfind(']').unwrap_or_default();
    match text[end_of_address..].find(':') {
        Some(colon) => (&text[..end_of_address + colon], Some(&text[end_of_address + colon + 1..])),
        None => (text, None),
    }
}

/// Whether this is a registered name or an IPv4 address: not empty (RFC 9110 §4.2.1), not longer than DNS allows, and without
/// percent-encoding, which no browser sends.
fn is_name(name: &str) -> bool {
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte);
    name.len() <= 255 && name.bytes().all(is_of_name) && name.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{Host, HostError};
    use axum::http::header::HOST;
    use axum::http::{HeaderMap, HeaderValue, Uri, Version};
    use proptest::collection::vec;
    use proptest::prelude::*;

    pub(in crate::router) fn of(version: Version, uri: &'static str, fields: &[&[u8]]) -> Result<Option<String>, HostError> {
        let mut headers = HeaderMap::new();
        for field in fields {
            headers.append(HOST, HeaderValue::from_bytes(field).expect("a header"));
        }
        Host::of(version, &Uri::from_static(uri), &headers).map(|host| host.map(|host| host.name().to_owned()))
    }

    #[test]
    fn a_request_must_name_exactly_one_valid_host() {
        for (fields, expected) in [
            (&[][..], Err(HostError::Missing)),
            (&[&b"example.org"[..], b"example.org"], Err(HostError::Several)),
            (&[b"example.org"], Ok("example.org")),
            (&[b"Example.ORG.:443"], Ok("example.org")),
            (&[b"127.0.0.1:3000"], Ok("127.0.0.1")),
            (&[b"[::1]:3000"], Ok("[::1]")),
            (&[b"a_b.example:"], Ok("a_b.example")),
            (&[b""], Err(HostError::Malformed)),
            (&[b":80"], Err(HostError::Malformed)),
            (&[b"example.org:80\xe9"], Err(HostError::Malformed)),
            (&[b"example.org:65536"], Err(HostError::Malformed)),
            (&[b"example.org:+80"], Err(HostError::Malformed)),
            (&[b"a:b:80"], Err(HostError::Malformed)),
            (&[b"user@example.org"], Err(HostError::Malformed)),
            (&[b"example.org/path"], Err(HostError::Malformed)),
            (&[b"example.org, example.com:80"], Err(HostError::Malformed)),
            (&[b"[::1"], Err(HostError::Malformed)),
            (&[b"[::g]"], Err(HostError::Malformed)),
            (&[b"[::1]x:80"], Err(HostError::Malformed)),
            (&[b"::1"], Err(HostError::Malformed)),
            (&["münchen.de".as_bytes()], Err(HostError::Malformed)),
        ] {
            let host = of(Version::HTTP_11, "/", fields);
            assert_eq!(host, expected.map(|name| Some(name.to_owned())), "{fields:?}");
        }
    }

    #[test]
    fn http_1_0_may_omit_the_host_and_an_absolute_url_overrides_it() {
        assert_eq!(of(Version::HTTP_10, "/", &[]), Ok(None));
        assert_eq!(of(Version::HTTP_10, "/", &[b"a", b"b"]), Err(HostError::Several));
        assert_eq!(of(Version::HTTP_11, "http://example.org/", &[b"localhost"]), Ok(Some("example.org".to_owned())));
        assert_eq!(of(Version::HTTP_11, "http://example.org/", &[]), Err(HostError::Missing));
        assert_eq!(of(Version::HTTP_11, "http://user@example.org/", &[b"localhost"]), Err(HostError::Malformed));
    }

    #[test]
    fn loopback_names_and_addresses_are_recognized() {
        let is_loopback = |text| Host::parse(text).expect("a host").is_loopback();
        for own in ["localhost", "LOCALHOST.:3000", "app.localhost", "127.0.0.1", "127.9.9.9:80", "[::1]:3000", "[::ffff:127.0.0.1]"] {
            assert!(is_loopback(own), "{own}");
        }
        for other in ["localhost.example.org", "xlocalhost", "127.0.0.1.example.org", "10.0.0.1", "[2001:db8::1]", "0.0.0.0"] {
            assert!(!is_loopback(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn an_accepted_host_contains_nothing_else(text in vec(32..=126_u8, 0..30)) {
            let text = String::from_utf8(text).expect("ASCII");
            if let Some(host) = Host::parse(&text) {
                prop_assert!(!host.name().is_empty() && !text.contains(['/', '@', '?', '#', '\\', ' ', '"', '<', '>']), "{}", text);
            }
        }
    }
}
