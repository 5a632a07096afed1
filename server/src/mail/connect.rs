use super::connection::Connection;
use super::deadlines::Deadlines;
use super::dial::dial;
use super::guarded_stream::GuardedStream;
use super::log_in::Login;
use super::relay::{Relay, TlsMode};
use super::send_error::{SendError, Step};
use super::sender::Sender;
use super::starttls::start_tls;
use super::tls::{RelayError, client_config, server_name};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use rustls_pki_types::ServerName;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// Opens connections to one relay.
///
/// lettre 0.11.23 could do so itself, but it keeps its read buffer across `STARTTLS`, so that replies in clear text
/// are believed inside TLS, and its timeout ends with the TCP connection.
pub(super) struct Connector {
    relay: Relay,
    sender: Sender,
    tls: TlsConnector,
    server_name: ServerName<'static>,
    deadlines: Deadlines,
}

impl Connector {
    pub(super) fn new(relay: Relay, sender: Sender, deadlines: Deadlines) -> Result<Self, RelayError> {
        let tls = TlsConnector::from(client_config(&relay)?);
        Ok(Self { server_name: server_name(&relay)?, relay, sender, tls, deadlines })
    }

    pub(super) const fn relay(&self) -> &Relay {
        &self.relay
    }

    pub(super) const fn deadlines(&self) -> Deadlines {
        self.deadlines
    }

    /// A connection inside verified TLS, logged in if the relay has credentials, within [`Deadlines::open`].
    pub(super) async fn open(&self) -> Result<Connection, SendError> {
        let login = match &self.relay.credentials {
            Some(credentials) => Some(Login::prepare(credentials).await?),
            None => None,
        };
        let opened = timeout(self.deadlines.open, Box::pin(self.open_at_leisure(login))).await;
        opened.unwrap_or(Err(SendError::TimedOut))
    }

    async fn open_at_leisure(&self, login: Option<Login>) -> Result<Connection, SendError> {
        let from_io = |error| SendError::from_stream(&error);
        let tcp = dial(&self.relay.host, self.relay.port, self.deadlines.dial).await.map_err(from_io)?;
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
        Ok(connection)
    }
}
