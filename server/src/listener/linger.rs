use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy, sink};
use tokio::time::timeout;

/// The most bytes that are discarded. This limits the work; the memory is one small buffer.
const MOST: u64 = 32 * 1024 * 1024;

/// Ends a connection so that the client can read the last response: closes the sending side, and discards what the client still sends until
/// it closes, for at most `longest`. If the connection were closed at once with bytes unread, the system would reset it (RFC 1122
/// §4.2.2.13), and a client that is still sending its body would lose the response that refuses it (RFC 9112 §9.6).
pub(super) async fn linger(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), longest: Duration) {
    let _ = timeout(longest, async {
        if stream.shutdown().await.is_ok() {
            let _ = copy(&mut stream.take(MOST), &mut sink()).await;
        }
    })
    .await;
}
