use crate::PATIENCE;
use std::net::{IpAddr, SocketAddr};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

/// A bare TCP connection, for clients that misbehave.
pub struct RawConnection(pub TcpStream);

impl RawConnection {
    /// Connects to this server.
    pub async fn open(server: SocketAddr) -> Self {
        Self::open_from(server, "127.0.0.1").await
    }

    /// Connects from this address of 127.0.0.0/8; each address counts as another client.
    pub async fn open_from(server: SocketAddr, client: &str) -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        let client: IpAddr = client.parse().expect("an address");
        socket.bind(SocketAddr::new(client, 0)).expect("an address of loopback");
        Self(socket.connect(server).await.expect("a connection"))
    }

    /// Opens this many connections from one address, each of which has been served and is kept open.
    ///
    /// # Panics
    /// When one of them is not served.
    pub async fn hold(server: SocketAddr, client: &str, count: usize) -> Vec<Self> {
        let mut connections = Vec::new();
        for number in 0..count {
            let mut connection = Self::open_from(server, client).await;
            assert!(connection.is_served().await, "connection {number} of {client}");
            connections.push(connection);
        }
        connections
    }

    /// Sends these bytes. An error is ignored: the next read shows how the connection ended.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.0.write_all(bytes.as_ref()).await;
    }

    /// Requests a path as a browser does, with `Connection: close`, and returns the response.
    pub async fn get(&mut self, path: &str) -> String {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")).await;
        self.rest().await
    }

    /// Requests `/healthz` and keeps the connection open. Returns whether the response was `200`.
    pub async fn is_served(&mut self) -> bool {
        self.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
        let mut answer = Vec::new();
        let read = async {
            while !answer.ends_with(b"\r\n\r\nok\n") {
                if self.0.read_buf(&mut answer).await.unwrap_or(0) == 0 {
                    return false;
                }
            }
            answer.starts_with(b"HTTP/1.1 200 ")
        };
        timeout(PATIENCE, read).await.expect("an answer, or the end, in time")
    }

    /// Reads until the server closes the connection.
    ///
    /// # Panics
    /// When it does not close in time.
    pub async fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        // A reset also ends the connection; what was received before is kept.
        let _ = timeout(PATIENCE, self.0.read_to_end(&mut rest)).await.expect("the server closes in time");
        String::from_utf8_lossy(&rest).into_owned()
    }
}

/// The status in the head of a response; 0 if there is none.
#[must_use]
pub fn status(answer: &str) -> u16 {
    answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok()).unwrap_or(0)
}
