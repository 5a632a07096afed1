use super::Bounds;
use crate::config::TrustedProxies;
use crate::log_throttle::LogThrottle;
use crate::per_client_limit::{ClientPermit, PerClientLimit};
use crate::sign_up::ClientPrefix;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Limits the open connections of a listener. Clones share the counts.
#[derive(Clone, Debug)]
pub struct ConnectionLimiter(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    bounds: Bounds,
    proxies: TrustedProxies,
    clients: PerClientLimit,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    total: usize,
    refused: usize,
    total_throttle: LogThrottle,
    client_throttle: LogThrottle,
}

/// Which limit a new connection would exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LimitReached {
    /// The limit of the listener.
    Total,
    /// The limit of the client.
    Client,
}

/// Counts one open connection until it is dropped.
#[derive(Debug)]
pub(super) struct ConnectionPermit {
    limiter: ConnectionLimiter,
    holder: Holder,
}

#[derive(Debug)]
enum Holder {
    Client { _permit: ClientPermit },
    Proxy,
    Refused,
}

impl ConnectionLimiter {
    /// A limiter with these bounds. Only the total applies to trusted proxies.
    #[must_use]
    pub fn new(bounds: Bounds, proxies: TrustedProxies) -> Self {
        Self(Arc::new(Inner { bounds, proxies, clients: PerClientLimit::new(bounds.per_client), open: Mutex::default() }))
    }

    /// Counts a connection from this peer.
    pub(super) fn acquire(&self, peer: IpAddr) -> Result<ConnectionPermit, LimitReached> {
        let Inner { bounds, proxies, clients, .. } = &*self.0;
        let mut open = self.lock();
        if open.total >= bounds.total {
            if open.total_throttle.is_due() {
                tracing::warn!(connections = bounds.total, "the limit on connections is reached; refusing further clients for now");
            }
            return Err(LimitReached::Total);
        }
        let holder = if proxies.contain(peer) {
            Holder::Proxy
        } else if let Some(permit) = clients.acquire(ClientPrefix::from(peer)) {
            Holder::Client { _permit: permit }
        } else {
            if open.client_throttle.is_due() {
                tracing::warn!(
                    connections = bounds.per_client,
                    "a client has reached the limit on connections per client; if it is a proxy, name it in MAILCODE_TRUSTED_PROXIES"
                );
            }
            return Err(LimitReached::Client);
        };
        open.total += 1;
        Ok(ConnectionPermit { limiter: self.clone(), holder })
    }

    /// Counts a connection that only gets the response that the server is full; `None` if there are too many of those, too.
    pub(super) fn acquire_to_refuse(&self) -> Option<ConnectionPermit> {
        let mut open = self.lock();
        (open.refused < self.0.bounds.refused).then(|| {
            open.refused += 1;
            ConnectionPermit { limiter: self.clone(), holder: Holder::Refused }
        })
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConnectionPermit {
    /// Whether the connection comes from a trusted proxy.
    pub(super) const fn is_of_proxy(&self) -> bool {
        matches!(self.holder, Holder::Proxy)
    }
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut open = self.limiter.lock();
        match self.holder {
            Holder::Refused => open.refused -= 1,
            Holder::Client { .. } | Holder::Proxy => open.total -= 1,
        }
    }
}

#[cfg(test)]
#[path = "connection_limit_tests.rs"]
mod tests;
