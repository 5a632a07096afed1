use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

/// A proxy before a web server that holds back requests for wasm files until it is opened.
pub struct HoldingProxy {
    origin: String,
    opened: watch::Sender<bool>,
    task: AbortHandle,
}

impl HoldingProxy {
    /// Starts a closed proxy before the server at `http://HOST:PORT`.
    pub async fn before(origin: &str) -> Self {
        let server: Arc<str> = origin.trim_start_matches("http://").into();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("a bound port"));
        let (opened, is_open) = watch::channel(false);
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                connections.spawn(pass(client, Arc::clone(&server), is_open.clone()));
            }
        });
        Self { origin, opened, task: task.abort_handle() }
    }

    /// The origin of the proxy: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Lets the held requests and all later ones through.
    pub fn open(&self) {
        self.opened.send_replace(true);
    }

    /// Holds all later requests back again.
    pub fn close(&self) {
        self.opened.send_replace(false);
    }
}

impl Drop for HoldingProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Forwards one request. A connection carries only one, so that a later request on it cannot pass unseen.
async fn pass(mut client: TcpStream, server: Arc<str>, mut is_open: watch::Receiver<bool>) -> Option<()> {
    let mut request = Vec::new();
    while !request.windows(4).any(|bytes| bytes == b"\r\n\r\n") {
        if client.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
    let text = String::from_utf8_lossy(&request).replacen("Connection: keep-alive", "Connection: close", 1);
    if text.lines().next()?.contains(".wasm ") {
        is_open.wait_for(|open| *open).await.ok()?;
    }
    let mut server = TcpStream::connect(&*server).await.ok()?;
    server.write_all(text.as_bytes()).await.ok()?;
    tokio::io::copy_bidirectional(&mut client, &mut server).await.ok()?;
    Some(())
}
