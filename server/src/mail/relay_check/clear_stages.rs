//! The stages before TLS.

use super::findings::{RelayStage, Stopped};
use super::transcript::{RecordingStream, Transcript};
use super::{RelayCheck, Tls, within};
use crate::mail::smtp::{GuardedStream, connect, ehlo, read_greeting, request_tls, resolve};
use crate::mail::tls::PresentedCertificate;
use crate::mail::{RelayProblem, SendError};
use lettre::transport::smtp::extension::ClientId;
use rustls_pki_types::ServerName;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;

/// How long to wait for a greeting before probing whether the port begins with TLS.
const PROBE_AFTER: Duration = Duration::from_secs(6);

/// Time-out of the probe: connection and handshake.
const PROBE_WITHIN: Duration = Duration::from_secs(3);

impl RelayCheck<'_> {
    pub(super) async fn resolve(&mut self) -> Result<Vec<SocketAddr>, Stopped> {
        let end = Instant::now() + self.deadlines.dial;
        match resolve(&self.relay.host, self.relay.port, end).await {
            Ok(addresses) if !addresses.is_empty() => {
                let mut shown: Vec<_> = addresses.iter().map(|address| address.ip().to_string()).collect();
                shown.dedup();
                self.findings.passed(RelayStage::Dns, &shown.join(", "));
                Ok(addresses)
            }
            Ok(_) => Err(self.findings.failed(RelayStage::Dns, RelayProblem::UnknownHost, "the name has no address")),
            Err(error) => Err(self.findings.failed(RelayStage::Dns, RelayProblem::UnknownHost, &error.to_string())),
        }
    }

    pub(super) async fn connect(&mut self, addresses: &[SocketAddr]) -> Result<TcpStream, Stopped> {
        let end = Instant::now() + self.deadlines.dial;
        connect(addresses, end).await.map_err(|error| {
            let problem = RelayProblem::of_connection(self.relay, &error);
            self.findings.failed(RelayStage::Connect, problem, &error.to_string())
        })
    }

    /// Runs the stages in clear text: greeting, `EHLO` and `STARTTLS`.
    pub(super) async fn upgrade_to_tls(
        &mut self,
        tcp: TcpStream,
        peer: SocketAddr,
        client_id: &ClientId,
        tls: Option<&Tls>,
        addresses: &[SocketAddr],
    ) -> Result<TcpStream, Stopped> {
        let transcript = Transcript::default();
        let mut stream = GuardedStream::new(RecordingStream::new(tcp, transcript.clone()), peer, self.deadlines);
        if let Err(error) = await_greeting(self.end, &mut stream, tls, addresses).await {
            let is_refused = matches!(error, SendError::Refused { .. });
            if !is_refused && begins_with_tls(tls, addresses).await {
                let said = format!("{error}; TLS begins at once on this port");
                return Err(self.findings.failed(RelayStage::Greeting, RelayProblem::ImplicitTlsPort, &said));
            }
            return Err(self.findings.failed_by(RelayStage::Greeting, &error, &transcript));
        }
        self.findings.passed_with_reply(RelayStage::Greeting, &transcript);
        let offer = within(self.end, ehlo(&mut stream, client_id)).await;
        let offer = offer.map_err(|error| self.findings.failed_by(RelayStage::Ehlo, &error, &transcript))?;
        self.findings.passed_with_offer(RelayStage::Ehlo, &transcript);
        let asked = within(self.end, request_tls(stream, &offer)).await;
        let stream = asked.map_err(|error| self.findings.failed_by(RelayStage::Starttls, &error, &transcript))?;
        self.findings.passed_with_reply(RelayStage::Starttls, &transcript);
        Ok(stream.into_inner())
    }
}

/// Reads the greeting. If it is late, probes for TLS from the first byte before waiting the rest of the time.
async fn await_greeting<S>(
    end: Instant,
    stream: &mut GuardedStream<S>,
    tls: Option<&Tls>,
    addresses: &[SocketAddr],
) -> Result<(), SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut greeted = pin!(within(end, read_greeting(stream)));
    match timeout(PROBE_AFTER, &mut greeted).await {
        Ok(greeted) => greeted,
        Err(_) if begins_with_tls(tls, addresses).await => Err(SendError::TimedOut),
        Err(_) => greeted.await,
    }
}

async fn begins_with_tls(tls: Option<&Tls>, addresses: &[SocketAddr]) -> bool {
    match tls {
        Some(Tls { connector, presented, name }) => probe_tls(addresses, connector, presented, name.clone()).await,
        None => false,
    }
}

/// Whether TLS begins with the first byte on this port, tried on a new connection. Sends nothing inside TLS. The certificate
/// need not be trusted.
async fn probe_tls(
    addresses: &[SocketAddr],
    connector: &TlsConnector,
    presented: &PresentedCertificate,
    name: ServerName<'static>,
) -> bool {
    let end = Instant::now() + PROBE_WITHIN;
    let Ok(stream) = connect(addresses, end).await else { return false };
    let shook_hands = timeout_at(end, connector.connect(name, stream)).await.is_ok_and(|result| result.is_ok());
    shook_hands || presented.certificate().is_some()
}
