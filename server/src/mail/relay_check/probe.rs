use crate::mail::connect::connect;
use crate::mail::tls::Presented;
use rustls_pki_types::ServerName;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;

/// Time-out of connection and handshake.
const LIMIT: Duration = Duration::from_secs(3);

/// Whether TLS begins with the first byte on this port, tried on a new connection. Sends nothing inside TLS, and does not care whether the
/// certificate is trusted.
pub(super) async fn speaks_tls(
    addresses: &[SocketAddr],
    connector: &TlsConnector,
    presented: &Presented,
    name: ServerName<'static>,
) -> bool {
    let end = Instant::now() + LIMIT;
    let Ok(stream) = connect(addresses, end).await else { return false };
    let shook_hands = timeout_at(end, connector.connect(name, stream)).await.is_ok_and(|result| result.is_ok());
    shook_hands || presented.certificate().is_some()
}
