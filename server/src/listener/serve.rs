use super::accept_faults::AcceptFaults;
use super::connection::HttpConnection;
use super::connection_limit::LimitReached;
use super::http2::Http2Refusal;
use super::{ConnectionLimiter, RequestsInProgress, Timeouts};
use axum::Router;
use std::net::SocketAddr;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// A socket, the routers that serve it, and its limits.
#[derive(Debug)]
pub struct Listener {
    /// The listening socket.
    pub socket: TcpListener,
    /// The router. Each request has a [`ConnectInfo`](axum::extract::ConnectInfo) among its extensions.
    pub router: Router,
    /// The router for connections above the limit of the listener.
    pub when_full: Router,
    /// The router for connections above the limit of one client.
    pub when_client_is_full: Router,
    /// Limits the connections.
    pub limiter: ConnectionLimiter,
    /// How long each part of a connection may take.
    pub timeouts: Timeouts,
}

impl Listener {
    /// Serves until `shutdown` is cancelled and the last connection has ended.
    pub async fn serve(self, shutdown: CancellationToken) {
        self.serve_counted(shutdown, RequestsInProgress::default()).await;
    }

    /// Like [`Self::serve`], and counts the requests in progress.
    pub async fn serve_counted(self, shutdown: CancellationToken, requests: RequestsInProgress) {
        let connections = TaskTracker::new();
        let faults = AcceptFaults::default();
        let http2 = Http2Refusal::default();
        loop {
            let accepted = tokio::select! {
                () = shutdown.cancelled() => break,
                accepted = self.socket.accept() => accepted,
            };
            match accepted {
                Ok((stream, peer)) => self.spawn(stream, peer, (http2.clone(), requests.clone()), &connections, &shutdown),
                Err(error) => faults.pause(&error).await,
            }
        }
        // From now on clients are refused instead of queued.
        drop(self);
        connections.close();
        connections.wait().await;
    }

    /// Serves one connection in a task of its own. One above the limit gets the response that the server is full; one above the limit
    /// on such responses is closed without a response.
    fn spawn(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
        (http2, requests): (Http2Refusal, RequestsInProgress),
        connections: &TaskTracker,
        shutdown: &CancellationToken,
    ) {
        let (permit, router, timeouts, keep_alive) = match self.limiter.acquire(peer.ip()) {
            Ok(permit) => {
                let timeouts = if permit.is_of_proxy() { self.timeouts.for_proxy() } else { self.timeouts };
                (permit, &self.router, timeouts, true)
            }
            Err(full) => {
                let Some(permit) = self.limiter.acquire_to_refuse() else { return };
                let router = match full {
                    LimitReached::Total => &self.when_full,
                    LimitReached::Client => &self.when_client_is_full,
                };
                (permit, router, self.timeouts.for_refused(), false)
            }
        };
        let connection = HttpConnection { stream, peer, router: router.clone(), timeouts, keep_alive, http2, requests };
        let served = connection.serve(shutdown.clone());
        connections.spawn(async move {
            served.await;
            drop(permit);
        });
    }
}
