use crate::{Mailcode, PATIENCE};
use std::net::{IpAddr, SocketAddr};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

/// A bare connection, for clients that do not behave.
pub struct Wire(TcpStream);

impl Wire {
    /// A connection to this server.
    pub async fn open(mailcode: &Mailcode) -> Self {
        Self::open_from(mailcode, "127.0.0.1").await
    }

    /// A connection from this address of 127.0.0.0/8, each of which counts as another client.
    pub async fn open_from(mailcode: &Mailcode, client: &str) -> Self {
        let server: SocketAddr = mailcode.origin().trim_start_matches("http://").parse().expect("an address and a port");
        let socket = TcpSocket::new_v4().expect("a socket");
        let client: IpAddr = client.parse().expect("an address");
        socket.bind(SocketAddr::new(client, 0)).expect("an address of loopback");
        Self(socket.connect(server).await.expect("a connection"))
    }

    /// Sends these bytes. An error is left for the next read, which tells how the connection ended.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.0.write_all(bytes.as_ref()).await;
    }

    /// Asks for a path as a browser does, and to close the connection after it.
    pub async fn get(&mut self, path: &str) -> String {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")).await;
        self.rest().await
    }

    /// Asks for `/healthz` and keeps the connection open. Whether it was answered `200`.
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

    /// All that comes until the server closes.
    ///
    /// # Panics
    /// When it does not close in time.
    pub async fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        // A connection that is reset has ended, too; what came before is there.
        let _ = timeout(PATIENCE, self.0.read_to_end(&mut rest)).await.expect("the server closes in time");
        String::from_utf8_lossy(&rest).into_owned()
    }
}

/// The status in the head of an answer; 0 if there is none.
#[must_use]
pub fn status(answer: &str) -> u16 {
    answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok()).unwrap_or(0)
}
