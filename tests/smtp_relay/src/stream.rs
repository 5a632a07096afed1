use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::time::timeout;

/// Received bytes, shared with the test while the relay runs.
pub(crate) type Bytes = Arc<Mutex<Vec<u8>>>;

/// The bytes so far, as text.
pub(crate) fn text(bytes: &Bytes) -> String {
    String::from_utf8_lossy(&bytes.lock().expect("no panic while it was held")).into_owned()
}

/// A connection that records every byte it receives.
pub(crate) struct Recorded<S> {
    stream: S,
    received: Bytes,
}

/// A recorded connection that is read line by line.
pub(crate) struct Lines<S> {
    stream: Recorded<S>,
    buffer: Vec<u8>,
}

impl<S> Recorded<S> {
    pub(crate) fn new(stream: S, received: Bytes) -> Self {
        Self { stream, received }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Lines<S> {
    pub(crate) fn new(stream: S, received: Bytes) -> Self {
        Self { stream: Recorded::new(stream, received), buffer: Vec::new() }
    }

    /// Sends a text; `None` when the client is gone.
    pub(crate) async fn send(&mut self, text: &str) -> Option<()> {
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
        self.buffer.is_empty().then_some(self.stream.stream)
    }

    async fn read(&mut self) -> Option<()> {
        let count = self.stream.read_buf(&mut self.buffer).await.ok()?;
        (count > 0).then_some(())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Recorded<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        self.received.lock().expect("no panic while it was held").extend_from_slice(&buffer.filled()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Recorded<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
