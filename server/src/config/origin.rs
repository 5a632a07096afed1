use super::ConfigError;
use std::fmt;
use std::net::SocketAddr;
use url::Url;

/// An origin (RFC 6454 §4): scheme, host and port of http or https, without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(Url);

impl Origin {
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let error = || ConfigError::new("MAILCODE_PUBLIC_URL", "must be an origin without a path, such as https://sign-up.example.org.");
        let url = Url::parse(text.trim()).map_err(|_| error())?;
        let is_origin = matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if is_origin { Ok(Self(url)) } else { Err(error()) }
    }

    /// The origin of a listener without a proxy.
    ///
    /// # Panics
    /// Never: a socket address is a host and a port.
    #[must_use]
    pub fn of(listener: SocketAddr) -> Self {
        Self(Url::parse(&format!("http://{listener}/")).expect("a socket address is a host and a port"))
    }

    /// Whether the scheme is https, so that cookies can be `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The host, without a port.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The port, unless it is the scheme's default (80 or 443).
    #[must_use]
    pub fn port(&self) -> Option<u16> {
        self.0.port()
    }

    /// The URL of a path that begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{self}{path}")
    }

    /// Whether only this machine can reach the origin.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.has_loopback_address() || self.host() == "localhost"
    }

    /// The origin with the host `localhost`, if its host is a loopback address.
    #[must_use]
    pub fn localhost(&self) -> Option<Self> {
        let mut url = self.0.clone();
        (self.has_loopback_address() && url.set_host(Some("localhost")).is_ok()).then_some(Self(url))
    }

    fn has_loopback_address(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            Some(url::Host::Domain(_)) | None => false,
        }
    }
}

/// Writes the origin as browsers do in the `Origin` header field: no trailing slash, no default port.
impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.origin().ascii_serialization())
    }
}
