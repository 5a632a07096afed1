use std::time::Duration;

/// How long each part of a connection may take. The body of a request and the response have limits of their own in the router, which can
/// respond with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// The head of a request, from its first byte to its last, and the wait for it on a connection that is kept open, since hyper has one
    /// clock for both.
    pub head: Duration,
    /// The same for a trusted proxy, which sends heads whole. It must be longer than the proxy keeps idle connections; otherwise the proxy
    /// would send a request on one that is being closed.
    pub proxy_idle: Duration,
    /// A write, while the client accepts no byte of it.
    pub write: Duration,
    /// Age of a connection at which a response announces that it is the last (`Connection: close`). No request is lost that way, as it
    /// could be when an idle connection is closed.
    pub retire: Duration,
    /// A whole connection, however busy. It limits a client that reads a response byte by byte, which [`Self::write`] does not.
    pub life: Duration,
    /// The last request of a connection that has reached [`Self::life`], until the end of its response: longer than the router takes for a
    /// body and a response.
    pub last_request: Duration,
    /// The wait for the client to close, while what it still sends is discarded.
    pub linger: Duration,
}

impl Timeouts {
    /// Timeouts for a trusted proxy: it closes idle connections itself, and a busy one ends with a response.
    #[must_use]
    pub fn for_proxy(self) -> Self {
        Self { head: self.head.max(self.proxy_idle), life: self.retire + self.proxy_idle + self.last_request, ..self }
    }

    /// Timeouts for refused connections: enough for a request of one packet and the short response to it.
    #[must_use]
    pub fn for_refused(self) -> Self {
        let brief = self.head / 4;
        Self { head: brief, life: brief, last_request: brief, linger: self.linger / 5, ..self }
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            // A slow phone sends the 2 KB of a browser's head in one or two round trips; Apache's `mod_reqtimeout`
            // gives 20 s too.
            head: Duration::from_secs(20),
            // Google's load balancers keep idle connections for 600 s, the longest of the usual ones, and ask for 620 s.
            proxy_idle: Duration::from_secs(620),
            write: Duration::from_secs(20),
            retire: Duration::from_secs(5 * 60),
            life: Duration::from_secs(5 * 60),
            last_request: Duration::from_secs(60),
            // As nginx's `lingering_timeout`.
            linger: Duration::from_secs(5),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Timeouts;
    use std::time::Duration;

    #[test]
    fn a_proxy_may_keep_its_connections_longer_but_not_forever() {
        let usual = Timeouts::default();
        let of_proxy = usual.for_proxy();
        assert_eq!(of_proxy.head, Duration::from_secs(620), "what Google's load balancers ask for");
        // At worst it is idle from its retirement on, and then sends one last request.
        assert_eq!(of_proxy.life, usual.retire + Duration::from_secs(620) + usual.last_request);
        let brief = Timeouts { proxy_idle: Duration::from_secs(1), ..usual };
        assert_eq!(brief.for_proxy().head, usual.head, "never shorter than what others have");
    }
}
