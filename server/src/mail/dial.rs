use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

/// Delay before the next address is tried in parallel (RFC 8305 §5).
const NEXT_AFTER: Duration = Duration::from_millis(250);

/// Connects to the first address of the host that answers, within `limit` for all of them. `favourite` is tried first, if the host still
/// has it.
///
/// # Errors
/// See [`resolve`] and [`connect`].
pub(super) async fn dial(host: &str, port: u16, favourite: Option<SocketAddr>, limit: Duration) -> io::Result<TcpStream> {
    let end = Instant::now() + limit;
    let mut addresses = resolve(host, port, end).await?;
    // The sort is stable, so that the others keep their order.
    addresses.sort_by_key(|address| Some(*address) != favourite);
    connect(&addresses, end).await
}

/// Looks up the addresses of a host, in the order in which to try them.
///
/// # Errors
/// The error of the system's look-up, or [`ErrorKind::TimedOut`].
pub(super) async fn resolve(host: &str, port: u16, end: Instant) -> io::Result<Vec<SocketAddr>> {
    Ok(in_turn(timeout_at(end, lookup_host((host, port))).await??.collect()))
}

/// Connects to the first of these addresses that answers. Tries the next one when one fails or is silent for [`NEXT_AFTER`]; silent ones
/// may still answer.
///
/// # Errors
/// The error of the last address that failed, [`ErrorKind::TimedOut`], or [`ErrorKind::NotFound`] without addresses.
pub(super) async fn connect(addresses: &[SocketAddr], end: Instant) -> io::Result<TcpStream> {
    let stream = race(addresses, end, TcpStream::connect).await?;
    // Commands are short and wait for their replies, so Nagle's algorithm would only delay them.
    stream.set_nodelay(true)?;
    Ok(stream)
}

async fn race<T, F>(addresses: &[SocketAddr], end: Instant, connect: impl Fn(SocketAddr) -> F) -> io::Result<T>
where
    T: Send + 'static,
    F: Future<Output = io::Result<T>> + Send + 'static,
{
    let mut last_error = io::Error::from(ErrorKind::NotFound);
    let mut waiting = addresses.iter();
    // Dropping the set aborts the attempts that are left.
    let mut attempts = JoinSet::new();
    loop {
        if let Some(address) = waiting.next() {
            attempts.spawn(connect(*address));
        }
        let next_at = if waiting.len() > 0 { end.min(Instant::now() + NEXT_AFTER) } else { end };
        match timeout_at(next_at, attempts.join_next()).await {
            Ok(Some(Ok(Ok(stream)))) => return Ok(stream),
            Ok(Some(Ok(Err(error)))) => last_error = error,
            Ok(Some(Err(panicked))) => last_error = panicked.into(),
            Ok(None) => return Err(last_error),
            Err(elapsed) if next_at == end => return Err(elapsed.into()),
            Err(_) => {}
        }
    }
}

/// Alternates between the address families (RFC 8305 §4), starting with the one that the system prefers.
fn in_turn(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let is_v4_first = addresses.first().is_some_and(SocketAddr::is_ipv4);
    let (first, second): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv4() == is_v4_first);
    let length = first.len().max(second.len());
    (0..length).flat_map(|index| [first.get(index), second.get(index)]).flatten().copied().collect()
}

#[cfg(test)]
#[path = "dial_tests.rs"]
mod tests;
