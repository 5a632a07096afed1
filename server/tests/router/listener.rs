use axum::Router;
use axum::http::StatusCode;
use server::config::TrustedProxies;
use server::listener::{Bounds, ConnectionLimiter, Listener, Timeouts};
use std::net::SocketAddr;
use std::time::Duration;
use test_support::{RawConnection, status};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// Time-out for what should come at once, or after the listener's short time-outs.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Time-outs long enough for a busy machine to respond, and short enough to wait for.
pub(crate) const SHORT: Timeouts = Timeouts {
    head: Duration::from_secs(1),
    proxy_idle: Duration::from_secs(1),
    write: Duration::from_secs(1),
    retire: Duration::from_secs(60),
    life: Duration::from_secs(60),
    last_request: Duration::from_secs(60),
    linger: Duration::from_secs(1),
};

/// Enough connections for every test that is not about their limit.
pub(crate) const SPACIOUS: Bounds = Bounds { total: 64, per_client: 64, refused: 8 };

/// A listener on loopback.
pub(crate) struct TestListener {
    address: SocketAddr,
    pub(crate) shutdown: CancellationToken,
    pub(crate) served: JoinHandle<()>,
}

impl TestListener {
    /// Starts a listener that serves this router.
    pub(crate) async fn open(router: Router, bounds: Bounds, timeouts: Timeouts) -> Self {
        Self::open_behind(TrustedProxies::default(), router, bounds, timeouts).await
    }

    /// Like [`Self::open`], behind these proxies.
    pub(crate) async fn open_behind(proxies: TrustedProxies, router: Router, bounds: Bounds, timeouts: Timeouts) -> Self {
        let socket = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = socket.local_addr().expect("a bound socket has an address");
        let turned_away = |status| Router::new().fallback(async move || status);
        let listener = Listener {
            socket,
            router,
            when_full: turned_away(StatusCode::SERVICE_UNAVAILABLE),
            when_client_is_full: turned_away(StatusCode::TOO_MANY_REQUESTS),
            limiter: ConnectionLimiter::new(bounds, proxies),
            timeouts,
        };
        let shutdown = CancellationToken::new();
        let served = tokio::spawn(listener.serve(shutdown.clone()));
        Self { address, shutdown, served }
    }

    /// Opens a connection.
    pub(crate) async fn connect(&self) -> RawConnection {
        RawConnection::open(self.address).await
    }

    /// The status of the response to a request on its own connection; 0 if the connection is dropped without a response.
    pub(crate) async fn status(&self) -> u16 {
        let mut client = self.connect().await;
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await;
        status(&client.rest().await)
    }

    /// Sends requests until a response has this status.
    pub(crate) async fn wait_for(&self, expected: u16) {
        let asked = async { while self.status().await != expected {} };
        timeout(PATIENCE, asked).await.unwrap_or_else(|_| panic!("waited in vain for {expected}"));
    }
}

/// A router that responds `ok`, as the health check does.
pub(crate) fn ok() -> Router {
    Router::new().fallback(async || "ok\n")
}
