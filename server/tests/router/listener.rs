use axum::Router;
use axum::http::StatusCode;
use server::config::TrustedProxies;
use server::listener::{Bounds, ConnectionLimiter, Listener, Timeouts};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
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

/// A client's connection.
pub(crate) struct Client(pub(crate) TcpStream);

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
    pub(crate) async fn connect(&self) -> Client {
        Client(TcpStream::connect(self.address).await.expect("a connection"))
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

impl Client {
    /// Sends these bytes. An error is ignored: the next read shows that the connection has ended.
    pub(crate) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.0.write_all(bytes.as_ref()).await;
    }

    /// Sends a request and reads the head of the response and the body `ok`.
    pub(crate) async fn ask(&mut self) {
        self.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
        let mut answer = Vec::new();
        let read = async {
            while !answer.ends_with(b"\r\n\r\nok") {
                assert_ne!(self.0.read_buf(&mut answer).await.expect("bytes"), 0, "{}", answer.escape_ascii());
            }
        };
        timeout(PATIENCE, read).await.expect("an answer in time");
        assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", answer.escape_ascii());
    }

    /// Reads until the server closes the connection.
    pub(crate) async fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        let read = timeout(PATIENCE, self.0.read_to_end(&mut rest)).await.expect("the other side closes in time");
        // A reset also ends the connection.
        let _ = read;
        String::from_utf8_lossy(&rest).into_owned()
    }
}

/// The status of a response; 0 if there is none.
pub(crate) fn status(answer: &str) -> u16 {
    answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok()).unwrap_or(0)
}

/// A router that responds `ok`.
pub(crate) fn ok() -> Router {
    Router::new().fallback(async || "ok")
}
