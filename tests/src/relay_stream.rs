use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

/// Received bytes, shared with the test while the relay runs.
pub(crate) type Heard = Arc<Mutex<Vec<u8>>>;

/// A connection that records every byte it receives.
pub(crate) struct RelayStream<S> {
    stream: S,
    heard: Heard,
    buffer: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> RelayStream<S> {
    pub(crate) fn new(stream: S, heard: Heard) -> Self {
        Self { stream, heard, buffer: Vec::new() }
    }

    /// Sends a text; `None` when the client is gone.
    pub(crate) async fn say(&mut self, text: &str) -> Option<()> {
        self.stream.write_all(text.as_bytes()).await.ok()?;
        self.stream.flush().await.ok()
    }

    /// Reads the next line without its end; `None` when the client is gone.
    pub(crate) async fn line(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.buffer.drain(..=end).collect();
                return Some(String::from_utf8_lossy(&line).trim_end().to_owned());
            }
            self.read().await?;
        }
    }

    /// Sends nothing, but keeps reading until the client is gone.
    pub(crate) async fn stay_silent(&mut self) -> Option<()> {
        loop {
            self.read().await?;
        }
    }

    /// Sends nothing for this time; `None` when the client leaves earlier.
    pub(crate) async fn wait(&mut self, time: Duration) -> Option<()> {
        timeout(time, self.stay_silent()).await.unwrap_or(Some(()))
    }

    /// The underlying connection, for TLS; `None` when unprocessed bytes were read that a TLS handshake would miss.
    pub(crate) fn into_inner(self) -> Option<S> {
        self.buffer.is_empty().then_some(self.stream)
    }

    async fn read(&mut self) -> Option<()> {
        let start = self.buffer.len();
        if self.stream.read_buf(&mut self.buffer).await.ok()? == 0 {
            return None;
        }
        self.heard.lock().expect("no panic while it was held").extend_from_slice(&self.buffer[start..]);
        Some(())
    }
}
