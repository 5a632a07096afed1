use super::connection::Connection;
use super::deadlines::Deadlines;
use super::dial::dial;
use super::guarded_stream::GuardedStream;
use super::log_in::Login;
use super::relay::{Relay, TlsMode};
use super::send_error::{RetryClass, SendError, Step};
use super::sender::Sender;
use super::starttls::start_tls;
use super::tls::{RelayError, client_config, server_name};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use rustls_pki_types::ServerName;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// Opens connections to one relay.
///
/// lettre 0.11.23 could do so itself, but it keeps its read buffer across `STARTTLS`, so that clear-text replies are believed inside TLS,
/// and its time-out covers only the TCP connection.
pub(super) struct Connector {
    relay: Relay,
    sender: Sender,
    tls: TlsConnector,
    server_name: ServerName<'static>,
    deadlines: Deadlines,
    /// Address of the last opened connection, which is tried first. Cleared after an error that another address may avoid.
    answered: Mutex<Option<SocketAddr>>,
}

impl Connector {
    pub(super) fn new(relay: Relay, sender: Sender, deadlines: Deadlines) -> Result<Self, RelayError> {
        let tls = TlsConnector::from(client_config(&relay)?);
        Ok(Self { server_name: server_name(&relay)?, relay, sender, tls, deadlines, answered: Mutex::default() })
    }

    pub(super) const fn relay(&self) -> &Relay {
        &self.relay
    }

    pub(super) const fn deadlines(&self) -> Deadlines {
        self.deadlines
    }

    /// Opens a connection inside verified TLS, and logs in if the relay has credentials, within [`Deadlines::open`].
    pub(super) async fn open(&self) -> Result<Connection, SendError> {
        let login = match &self.relay.credentials {
            Some(credentials) => Some(Login::prepare(credentials).await?),
            None => None,
        };
        let opened = timeout(self.deadlines.open, Box::pin(self.open_at_leisure(login))).await;
        let opened = opened.unwrap_or(Err(SendError::TimedOut));
        match &opened {
            Ok((_, peer)) => *self.answered() = Some(*peer),
            // Another address may do better.
            Err(error) if error.retry_class() == RetryClass::Soon => *self.answered() = None,
            Err(_) => {}
        }
        opened.map(|(connection, _)| connection)
    }

    fn answered(&self) -> MutexGuard<'_, Option<SocketAddr>> {
        self.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn open_at_leisure(&self, login: Option<Login>) -> Result<(Connection, SocketAddr), SendError> {
        let from_io = |error| SendError::from_stream(&error);
        let favourite = *self.answered();
        let tcp = dial(&self.relay.host, self.relay.port, favourite, self.deadlines.dial).await.map_err(from_io)?;
        let (local, peer) = (tcp.local_addr().map_err(from_io)?, tcp.peer_addr().map_err(from_io)?);
        let hello = self.sender.hello(local);
        let tcp = match self.relay.tls {
            TlsMode::StartTls => start_tls(tcp, peer, &hello, self.deadlines).await?,
            TlsMode::Implicit => tcp,
        };
        let tls = self.tls.connect(self.server_name.clone(), tcp).await.map_err(from_io)?;
        let stream = GuardedStream::new(tls, peer, self.deadlines);
        let stream = match self.relay.tls {
            TlsMode::StartTls => stream.with_greeting(),
            TlsMode::Implicit => stream,
        };
        let progress = stream.progress();
        let smtp = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello)
            .await
            .map_err(|error| SendError::from_smtp(Step::Hello, &error))?;
        let mut connection = Connection::new(smtp, progress);
        if let Some(login) = login {
            connection.log_in(login).await?;
        }
        Ok((connection, peer))
    }
}

#[cfg(test)]
mod tests {
    use super::Connector;
    use crate::mail::Deadlines;
    use crate::mail::test_relay::{TestRelay, logged_in, sender};

    /// Silent addresses of a host cost a wait only once.
    #[tokio::test]
    async fn the_address_that_answered_is_remembered_until_it_fails() {
        let relay = TestRelay::start_in_turn(vec![logged_in(), Vec::new()]).await;
        let connector = Connector::new(relay.settings(), sender(), Deadlines::default()).expect("a connector");
        assert_eq!(*connector.answered(), None);
        connector.open().await.expect("opened");
        assert_eq!(*connector.answered(), Some(([127, 0, 0, 1], relay.settings().port).into()));
        assert!(connector.open().await.is_err());
        assert_eq!(*connector.answered(), None);
    }
}
