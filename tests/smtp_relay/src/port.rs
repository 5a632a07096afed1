use crate::Script;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::timeout;

/// Size of the system's queue of connections that the relay has not accepted.
const BACKLOG: u32 = 16;
/// Time-out after which a connection over loopback will not succeed any more.
const NO_CONNECTION_AFTER: Duration = Duration::from_millis(300);

/// A relay's port on 127.0.0.1: open, closed or unresponsive.
pub(crate) struct Port {
    address: SocketAddr,
    listener: Option<TcpListener>,
    /// Bound but not listening: it refuses connections, and no other test gets the port.
    closed: Option<TcpSocket>,
    /// The relay's own connections, never accepted. While they fill the system's queue, it drops every further SYN (`tcp_abort_on_overflow`
    /// in tcp(7)).
    fillers: Vec<TcpStream>,
    /// The client addresses of all fillers so far, also of closed ones.
    known: Vec<SocketAddr>,
}

impl Port {
    /// Opens a port that the system chooses.
    pub(crate) fn new() -> Self {
        let listener = bind(SocketAddr::from(([127, 0, 0, 1], 0))).listen(BACKLOG).expect("it can listen");
        let address = listener.local_addr().expect("a bound port");
        Self { address, listener: Some(listener), closed: None, fillers: Vec::new(), known: Vec::new() }
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Accepts the next connection; waits forever while the port is closed or unresponsive.
    pub(crate) async fn next(&self) -> TcpStream {
        loop {
            let listener = self.listener.as_ref().filter(|_| self.fillers.is_empty());
            let Some(listener) = listener else { return std::future::pending().await };
            let (stream, peer) = listener.accept().await.expect("a connection");
            if !self.known.contains(&peer) {
                return stream;
            }
        }
    }

    /// Opens, closes or blocks the port as the script demands.
    pub(crate) async fn apply(&mut self, script: Script) {
        if script == Script::Closed {
            self.close();
            return;
        }
        if let Some(socket) = self.closed.take() {
            self.listener = Some(socket.listen(BACKLOG).expect("it can listen"));
        }
        if script != Script::Unanswered {
            self.fillers.clear();
        } else if self.fillers.is_empty() {
            self.fill().await;
        }
    }

    fn close(&mut self) {
        self.fillers.clear();
        if self.listener.take().is_some() {
            self.closed = Some(bind(self.address));
        }
    }

    async fn fill(&mut self) {
        while let Ok(filler) = timeout(NO_CONNECTION_AFTER, TcpStream::connect(self.address)).await {
            let filler = filler.expect("a connection, or silence");
            self.known.push(filler.local_addr().expect("a connected port"));
            self.fillers.push(filler);
        }
        assert!(!self.fillers.is_empty(), "the queue was filled");
    }
}

/// Binds a socket to this address, even if connections of an earlier socket still exist.
fn bind(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_reuseaddr(true).expect("an option");
    socket.bind(address).expect("the port is free");
    socket
}
