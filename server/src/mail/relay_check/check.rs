use super::findings::{Examined, Findings, RelayStage, Secrets, Stopped};
use super::probe::speaks_tls;
use crate::mail::certificate::Certificate;
use crate::mail::connect::{connect, resolve};
use crate::mail::guarded_stream::GuardedStream;
use crate::mail::log_in::Login;
use crate::mail::starttls::{ask_for_tls, greeting, say_hello};
use crate::mail::tls::{Presented, recording_config, roots, server_name};
use crate::mail::transcript::{RecordingStream, Transcript};
use crate::mail::{Deadlines, Relay, RelayError, RelayProblem, SendError, Sender, TlsMode};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::CodeMail;
use lettre::transport::smtp::extension::ClientId;
use rustls_pki_types::ServerName;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// How long to wait for a greeting before probing whether the port begins with TLS.
const PROBE_AFTER: Duration = Duration::from_secs(6);

/// A mail to be sent at the end of a relay check.
#[derive(Clone, Debug)]
pub struct TestMail {
    /// The mail, with a made-up code.
    pub mail: CodeMail,
    /// The sender, whose service name marks the mail as a test.
    pub sender: Sender,
}

/// Checks a relay through all stages up to the first that fails. As with the server's own connections, an access token is fetched first,
/// all stages up to the login share [`Deadlines::open`], and a mail has [`Deadlines::send`]. `now` determines the days that a certificate
/// has left.
///
/// # Errors
/// See [`RelayError`]: the settings do not even allow a try.
pub async fn examine(
    relay: &Relay,
    sender: &Sender,
    test_mail: Option<&TestMail>,
    now: Timestamp,
    deadlines: Deadlines,
) -> Result<Vec<Examined>, RelayError> {
    let roots = roots(relay)?;
    let has_roots = !roots.is_empty();
    let name = server_name(relay)?;
    let login = match &relay.credentials {
        Some(credentials) => Some(Login::prepare(credentials).await),
        None => None,
    };
    let secrets = login.as_ref().and_then(|login| login.as_ref().ok()).map(Login::forms_of_secret);
    let findings = Findings::new(relay, Secrets(secrets.unwrap_or_default()));
    let mut check = RelayCheck { relay, sender, deadlines, now, end: Instant::now() + deadlines.open, findings };
    let tls = if has_roots {
        let (config, presented) = recording_config(roots, &relay.extra_roots).map_err(RelayError::Tls)?;
        Some(Tls { connector: TlsConnector::from(config), presented, name })
    } else {
        None
    };
    // The findings already contain the stage that stopped the check.
    let _ = Box::pin(check.go(tls, login, test_mail)).await;
    Ok(check.findings.complete())
}

/// What the TLS handshake needs.
struct Tls {
    connector: TlsConnector,
    presented: Presented,
    name: ServerName<'static>,
}

/// One run through the stages.
pub(super) struct RelayCheck<'a> {
    pub(super) relay: &'a Relay,
    sender: &'a Sender,
    pub(super) deadlines: Deadlines,
    now: Timestamp,
    pub(super) end: Instant,
    pub(super) findings: Findings<'a>,
}

impl RelayCheck<'_> {
    async fn go(&mut self, tls: Option<Tls>, login: Option<Result<Login, SendError>>, test_mail: Option<&TestMail>) -> Result<(), Stopped> {
        let addresses = self.resolve().await?;
        let tcp = self.connect(&addresses).await?;
        let from_io = |error| SendError::from_stream(&error);
        let ends = tcp.local_addr().and_then(|local| Ok((local, tcp.peer_addr()?))).map_err(from_io);
        let (local, peer) = ends.map_err(|error| self.findings.failed_by(RelayStage::Connect, &error, &Transcript::default()))?;
        self.findings.passed(RelayStage::Connect, &peer.to_string());
        let hello = self.sender.hello(local);
        let tcp = match self.relay.tls {
            TlsMode::StartTls => self.begin_in_clear(tcp, peer, &hello, tls.as_ref(), &addresses).await?,
            TlsMode::Implicit => {
                self.findings.skipped(RelayStage::Starttls, "TLS begins with the first byte");
                tcp
            }
        };
        let stream = self.shake_hands(tcp, tls).await?;
        let transcript = Transcript::default();
        let mut connection = self.hear_offer(RecordingStream::new(stream, transcript.clone()), peer, &hello, &transcript).await?;
        self.log_in(&mut connection, &transcript, login).await?;
        self.send(&mut connection, &transcript, test_mail).await?;
        connection.quit().await;
        Ok(())
    }

    async fn resolve(&mut self) -> Result<Vec<SocketAddr>, Stopped> {
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

    async fn connect(&mut self, addresses: &[SocketAddr]) -> Result<TcpStream, Stopped> {
        let end = Instant::now() + self.deadlines.dial;
        connect(addresses, end).await.map_err(|error| {
            let problem = RelayProblem::of_connection(self.relay, &error);
            self.findings.failed(RelayStage::Connect, problem, &error.to_string())
        })
    }

    /// Runs the stages in clear text: greeting, `EHLO` and `STARTTLS`.
    async fn begin_in_clear(
        &mut self,
        tcp: TcpStream,
        peer: SocketAddr,
        hello: &ClientId,
        tls: Option<&Tls>,
        addresses: &[SocketAddr],
    ) -> Result<TcpStream, Stopped> {
        let transcript = Transcript::default();
        let mut stream = GuardedStream::new(RecordingStream::new(tcp, transcript.clone()), peer, self.deadlines);
        if let Err(error) = hear_greeting(self.end, &mut stream, tls, addresses).await {
            let is_refused = matches!(error, SendError::Refused { .. });
            if !is_refused && begins_with_tls(tls, addresses).await {
                let said = format!("{error}; TLS begins at once on this port");
                return Err(self.findings.failed(RelayStage::Greeting, RelayProblem::ImplicitTlsPort, &said));
            }
            return Err(self.findings.failed_by(RelayStage::Greeting, &error, &transcript));
        }
        self.findings.passed_with_reply(RelayStage::Greeting, &transcript);
        let offer = in_time(self.end, say_hello(&mut stream, hello)).await;
        let offer = offer.map_err(|error| self.findings.failed_by(RelayStage::Ehlo, &error, &transcript))?;
        self.findings.passed_with_offer(RelayStage::Ehlo, &transcript);
        let asked = in_time(self.end, ask_for_tls(stream, &offer)).await;
        let stream = asked.map_err(|error| self.findings.failed_by(RelayStage::Starttls, &error, &transcript))?;
        self.findings.passed_with_reply(RelayStage::Starttls, &transcript);
        Ok(stream.into_inner())
    }

    async fn shake_hands(&mut self, tcp: TcpStream, tls: Option<Tls>) -> Result<TlsStream<TcpStream>, Stopped> {
        let Some(Tls { connector, presented, name }) = tls else {
            let said = "there is no root certificate on this machine, and none was given";
            return Err(self.findings.failed(RelayStage::Certificate, RelayProblem::NoRoots, said));
        };
        let shaken = timeout_at(self.end, connector.connect(name, tcp)).await;
        let shaken = shaken.unwrap_or_else(|elapsed| Err(elapsed.into())).map_err(|error| SendError::from_stream(&error));
        let seen = presented.certificate().and_then(|der| Certificate::read(&der)).map(|certificate| certificate.describe(self.now));
        match (shaken, seen) {
            (Ok(stream), seen) => {
                self.findings.passed(RelayStage::Certificate, &seen.unwrap_or_default());
                Ok(stream)
            }
            (Err(error), Some(seen)) => {
                let problem = RelayProblem::of_error(self.relay, &error, None);
                Err(self.findings.failed(RelayStage::Certificate, problem, &format!("{problem}: {seen}")))
            }
            (Err(error), None) => Err(self.findings.failed_by(RelayStage::Certificate, &error, &Transcript::default())),
        }
    }
}

/// Reads the greeting. If it is late, probes for TLS from the first byte before waiting the rest of the time.
async fn hear_greeting<S>(end: Instant, stream: &mut GuardedStream<S>, tls: Option<&Tls>, addresses: &[SocketAddr]) -> Result<(), SendError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut greeted = pin!(in_time(end, greeting(stream)));
    match timeout(PROBE_AFTER, &mut greeted).await {
        Ok(greeted) => greeted,
        Err(_) if begins_with_tls(tls, addresses).await => Err(SendError::TimedOut),
        Err(_) => greeted.await,
    }
}

async fn begins_with_tls(tls: Option<&Tls>, addresses: &[SocketAddr]) -> bool {
    match tls {
        Some(Tls { connector, presented, name }) => speaks_tls(addresses, connector, presented, name.clone()).await,
        None => false,
    }
}

/// Runs a step of opening the connection. All steps together end at `end`.
pub(super) async fn in_time<T>(end: Instant, step: impl Future<Output = Result<T, SendError>>) -> Result<T, SendError> {
    timeout_at(end, Box::pin(step)).await.unwrap_or(Err(SendError::TimedOut))
}
