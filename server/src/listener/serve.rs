use super::accept_faults::AcceptFaults;
use super::connection::Connection;
use super::places::Full;
use super::{Places, Timeouts};
use axum::Router;
use std::net::SocketAddr;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// A socket, and what answers on it.
#[derive(Debug)]
pub struct Listener {
    /// The socket, which listens.
    pub socket: TcpListener,
    /// What answers. Each request has a [`ConnectInfo`](axum::extract::ConnectInfo) among its extensions.
    pub router: Router,
    /// What answers when all places are taken.
    pub when_full: Router,
    /// What answers a client that has as many connections as one may have.
    pub when_client_is_full: Router,
    /// The places.
    pub places: Places,
    /// How long a connection may take for what.
    pub timeouts: Timeouts,
}

impl Listener {
    /// Serves until `shutdown` is cancelled, and ends when the last connection has ended after that.
    pub async fn serve(self, shutdown: CancellationToken) {
        let connections = TaskTracker::new();
        let mut faults = AcceptFaults::default();
        loop {
            let accepted = tokio::select! {
                () = shutdown.cancelled() => break,
                accepted = self.socket.accept() => accepted,
            };
            match accepted {
                Ok((stream, peer)) => self.receive(stream, peer, &connections, &shutdown),
                Err(error) => faults.pause(&error).await,
            }
        }
        // Clients are refused from now on rather than left in the queue.
        drop(self);
        connections.close();
        connections.wait().await;
    }

    /// Serves one connection in a task of its own. One that finds no place is told so; one that finds none even for
    /// that is dropped.
    fn receive(&self, stream: TcpStream, peer: SocketAddr, connections: &TaskTracker, shutdown: &CancellationToken) {
        let (place, router, timeouts, is_kept) = match self.places.take(peer.ip()) {
            Ok(place) => (place, &self.router, self.timeouts, true),
            Err(full) => {
                let Some(place) = self.places.take_to_turn_away() else { return };
                let router = match full {
                    Full::House => &self.when_full,
                    Full::Client => &self.when_client_is_full,
                };
                (place, router, self.timeouts.hurried(), false)
            }
        };
        let connection = Connection { stream, peer, router: router.clone(), timeouts, is_kept };
        let served = connection.serve(shutdown.clone());
        connections.spawn(async move {
            served.await;
            drop(place);
        });
    }
}
