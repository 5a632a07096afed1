use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy, sink};
use tokio::time::timeout;

/// The most that is passed over, in bytes. It bounds the work, not the memory, of which one small buffer is enough.
const MOST: u64 = 32 * 1024 * 1024;

/// Ends a connection so that its last answer is read: says that nothing more comes, and passes over what is still
/// sent until the client closes, but no longer than `longest`. Closed at once with bytes unread, the system would reset
/// the connection (RFC 1122 §4.2.2.13), and a client that is still sending its body loses the answer that refuses it
/// (RFC 9112 §9.6).
pub(super) async fn linger(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), longest: Duration) {
    let _ = timeout(longest, async {
        if stream.shutdown().await.is_ok() {
            let _ = copy(&mut stream.take(MOST), &mut sink()).await;
        }
    })
    .await;
}
