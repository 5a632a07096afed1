use super::connection::SmtpConnection;
use super::dialogue::SmtpStep;
use super::guarded_stream::GuardedStream;
use super::login::SmtpLogin;
use super::send_error::{RetryClass, SendError};
use super::starttls::start_tls;
use crate::mail::tls::{client_config, server_name};
use crate::mail::{Deadlines, Relay, RelayConfigError, Sender, TlsMode};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use rustls_pki_types::ServerName;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;

/// Delay before the next address is tried in parallel (RFC 8305 §5).
const ATTEMPT_DELAY: Duration = Duration::from_millis(250);

/// Opens connections to one relay.
///
/// lettre 0.11.23 could do so itself, but it keeps its read buffer across `STARTTLS`, so that clear-text replies are believed inside TLS,
/// and its time-out covers only the TCP connection.
pub(in crate::mail) struct Connector {
    relay: Relay,
    sender: Sender,
    tls: TlsConnector,
    server_name: ServerName<'static>,
    deadlines: Deadlines,
    /// Address of the last opened connection, which is tried first. Cleared after an error that another address may avoid.
    last_peer: Mutex<Option<SocketAddr>>,
}

impl Connector {
    pub(in crate::mail) fn new(relay: Relay, sender: Sender, deadlines: Deadlines) -> Result<Self, RelayConfigError> {
        let tls = TlsConnector::from(client_config(&relay)?);
        Ok(Self { server_name: server_name(&relay)?, relay, sender, tls, deadlines, last_peer: Mutex::default() })
    }

    pub(in crate::mail) const fn relay(&self) -> &Relay {
        &self.relay
    }

    pub(in crate::mail) const fn deadlines(&self) -> Deadlines {
        self.deadlines
    }

    /// Opens a connection inside verified TLS, and logs in if the relay has credentials, within [`Deadlines::open`].
    pub(in crate::mail) async fn open(&self) -> Result<SmtpConnection, SendError> {
        let login = match &self.relay.credentials {
            Some(credentials) => Some(SmtpLogin::prepare(credentials).await?),
            None => None,
        };
        let opened = timeout(self.deadlines.open, Box::pin(self.open_without_limit(login))).await;
        let opened = opened.unwrap_or(Err(SendError::TimedOut));
        match &opened {
            Ok((_, peer)) => *self.last_peer() = Some(*peer),
            // Another address may do better.
            Err(error) if error.retry_class() == RetryClass::Soon => *self.last_peer() = None,
            Err(_) => {}
        }
        opened.map(|(connection, _)| connection)
    }

    fn last_peer(&self) -> MutexGuard<'_, Option<SocketAddr>> {
        self.last_peer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn open_without_limit(&self, login: Option<SmtpLogin>) -> Result<(SmtpConnection, SocketAddr), SendError> {
        let from_io = |error| SendError::from_stream(&error);
        let preferred = *self.last_peer();
        let tcp = dial(&self.relay.host, self.relay.port, preferred, self.deadlines.dial).await.map_err(from_io)?;
        let (local, peer) = (tcp.local_addr().map_err(from_io)?, tcp.peer_addr().map_err(from_io)?);
        let client_id = self.sender.client_id(local);
        let tcp = match self.relay.tls {
            TlsMode::StartTls => start_tls(tcp, peer, &client_id, self.deadlines).await?,
            TlsMode::Implicit => tcp,
        };
        let tls = self.tls.connect(self.server_name.clone(), tcp).await.map_err(from_io)?;
        let stream = GuardedStream::new(tls, peer, self.deadlines);
        let stream = match self.relay.tls {
            TlsMode::StartTls => stream.with_greeting(),
            TlsMode::Implicit => stream,
        };
        let dialogue = stream.dialogue();
        let smtp = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &client_id)
            .await
            .map_err(|error| SendError::from_smtp(SmtpStep::Hello, &error))?;
        let mut connection = SmtpConnection::new(smtp, dialogue);
        if let Some(login) = login {
            connection.log_in(login).await?;
        }
        Ok((connection, peer))
    }
}

/// Connects to the first address of the host that answers, within `limit` for all of them. `preferred` is tried first, if the host still
/// has it.
///
/// # Errors
/// See [`resolve`] and [`connect`].
async fn dial(host: &str, port: u16, preferred: Option<SocketAddr>, limit: Duration) -> io::Result<TcpStream> {
    let end = Instant::now() + limit;
    let mut addresses = resolve(host, port, end).await?;
    // The sort is stable, so that the others keep their order.
    addresses.sort_by_key(|address| Some(*address) != preferred);
    connect(&addresses, end).await
}

/// Looks up the addresses of a host, in the order in which to try them.
///
/// # Errors
/// The error of the system's look-up, or [`ErrorKind::TimedOut`].
pub(in crate::mail) async fn resolve(host: &str, port: u16, end: Instant) -> io::Result<Vec<SocketAddr>> {
    Ok(interleaved(timeout_at(end, lookup_host((host, port))).await??.collect()))
}

/// Connects to the first of these addresses that answers. Tries the next one when one fails or is silent for [`ATTEMPT_DELAY`]; silent ones
/// may still answer.
///
/// # Errors
/// The error of the last address that failed, [`ErrorKind::TimedOut`], or [`ErrorKind::NotFound`] without addresses.
pub(in crate::mail) async fn connect(addresses: &[SocketAddr], end: Instant) -> io::Result<TcpStream> {
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
        let next_at = if waiting.len() > 0 { end.min(Instant::now() + ATTEMPT_DELAY) } else { end };
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
fn interleaved(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let is_v4_first = addresses.first().is_some_and(SocketAddr::is_ipv4);
    let (first, second): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv4() == is_v4_first);
    let length = first.len().max(second.len());
    (0..length).flat_map(|index| [first.get(index), second.get(index)]).flatten().copied().collect()
}

#[cfg(test)]
#[path = "connector_tests.rs"]
mod tests;
