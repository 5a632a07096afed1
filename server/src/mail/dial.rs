use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};

/// Connects to the first address of the host that answers, within `limit` over all of them.
///
/// # Errors
/// Those of [`resolve`] and [`connect`].
pub(super) async fn dial(host: &str, port: u16, limit: Duration) -> io::Result<TcpStream> {
    let end = Instant::now() + limit;
    connect(&resolve(host, port, end).await?, end).await
}

/// The addresses of a host.
///
/// # Errors
/// That of the system's look-up; [`ErrorKind::TimedOut`].
pub(super) async fn resolve(host: &str, port: u16, end: Instant) -> io::Result<Vec<SocketAddr>> {
    Ok(timeout_at(end, lookup_host((host, port))).await??.collect())
}

/// Connects to the first of these addresses that answers. A silent one gets an equal share of the time that is left, so that
/// it cannot use up that of the next.
///
/// # Errors
/// That of the last address tried; [`ErrorKind::TimedOut`]; [`ErrorKind::NotFound`] if there is none.
pub(super) async fn connect(addresses: &[SocketAddr], end: Instant) -> io::Result<TcpStream> {
    let mut last_error = io::Error::from(ErrorKind::NotFound);
    for (index, address) in addresses.iter().enumerate() {
        let now = Instant::now();
        let left = u32::try_from(addresses.len() - index).unwrap_or(u32::MAX);
        let share = end.saturating_duration_since(now) / left;
        match timeout_at(now + share, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // Commands are short and each waits for its reply.
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Ok(Err(error)) => last_error = error,
            Err(elapsed) => last_error = elapsed.into(),
        }
    }
    Err(last_error)
}
