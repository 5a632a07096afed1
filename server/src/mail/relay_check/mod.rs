//! Runs the stages of sending a mail one by one and records the result of each, for `mailcode doctor`.
//!
//! It uses the parts that the server's own connections use, and keeps the same invariant: no mail content and no credential is sent outside
//! verified TLS.

mod clear_stages;
mod findings;
mod tls_stages;
mod transcript;

pub use findings::{RelayStage, StageOutcome, StageResult};

use crate::mail::smtp::SmtpLogin;
use crate::mail::tls::{PresentedCertificate, recording_config, roots, server_name};
use crate::mail::{Deadlines, Relay, RelayConfigError, SendError, Sender, TlsMode};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::CodeMail;
use findings::{Findings, Secrets, Stopped};
use rustls_pki_types::ServerName;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;
use transcript::{RecordingStream, Transcript};

/// A mail to be sent at the end of a relay check.
#[derive(Clone, Debug)]
pub struct TestMail {
    /// The mail, with an invented code.
    pub mail: CodeMail,
    /// The sender, whose service name marks the mail as a test.
    pub sender: Sender,
}

/// Checks a relay through all stages up to the first that fails. As with the server's own connections, an access token is fetched first,
/// all stages up to the login share [`Deadlines::open`], and a mail has [`Deadlines::send`]. `now` determines the days that a certificate
/// has left.
///
/// # Errors
/// See [`RelayConfigError`]: with such settings no stage can be run.
pub async fn check_relay_stages(
    relay: &Relay,
    sender: &Sender,
    test_mail: Option<&TestMail>,
    now: Timestamp,
    deadlines: Deadlines,
) -> Result<Vec<StageResult>, RelayConfigError> {
    let roots = roots(relay)?;
    let has_roots = !roots.is_empty();
    let name = server_name(relay)?;
    let login = match &relay.credentials {
        Some(credentials) => Some(SmtpLogin::prepare(credentials).await),
        None => None,
    };
    let secrets = login.as_ref().and_then(|login| login.as_ref().ok()).map(SmtpLogin::forms_of_secret);
    let findings = Findings::new(relay, Secrets(secrets.unwrap_or_default()));
    let mut check = RelayCheck { relay, sender, deadlines, now, end: Instant::now() + deadlines.open, findings };
    let tls = if has_roots {
        let (config, presented) = recording_config(roots, &relay.extra_roots).map_err(RelayConfigError::Tls)?;
        Some(Tls { connector: TlsConnector::from(config), presented, name })
    } else {
        None
    };
    // The findings already contain the stage that stopped the check.
    let _ = Box::pin(check.run(tls, login, test_mail)).await;
    Ok(check.findings.complete())
}

/// What the TLS handshake needs.
struct Tls {
    connector: TlsConnector,
    presented: PresentedCertificate,
    name: ServerName<'static>,
}

/// One run through the stages.
struct RelayCheck<'a> {
    relay: &'a Relay,
    sender: &'a Sender,
    deadlines: Deadlines,
    now: Timestamp,
    end: Instant,
    findings: Findings<'a>,
}

impl RelayCheck<'_> {
    async fn run(
        &mut self,
        tls: Option<Tls>,
        login: Option<Result<SmtpLogin, SendError>>,
        test_mail: Option<&TestMail>,
    ) -> Result<(), Stopped> {
        let addresses = self.resolve().await?;
        let tcp = self.connect(&addresses).await?;
        let from_io = |error| SendError::from_stream(&error);
        let ends = tcp.local_addr().and_then(|local| Ok((local, tcp.peer_addr()?))).map_err(from_io);
        let (local, peer) = ends.map_err(|error| self.findings.failed_by(RelayStage::Connect, &error, &Transcript::default()))?;
        self.findings.passed(RelayStage::Connect, &peer.to_string());
        let client_id = self.sender.client_id(local);
        let tcp = match self.relay.tls {
            TlsMode::StartTls => self.upgrade_to_tls(tcp, peer, &client_id, tls.as_ref(), &addresses).await?,
            TlsMode::Implicit => {
                self.findings.skipped(RelayStage::Starttls, "TLS begins with the first byte");
                tcp
            }
        };
        let stream = self.tls_handshake(tcp, tls).await?;
        let transcript = Transcript::default();
        let mut connection = self.ehlo_inside_tls(RecordingStream::new(stream, transcript.clone()), peer, &client_id, &transcript).await?;
        self.log_in(&mut connection, &transcript, login).await?;
        self.send(&mut connection, &transcript, test_mail).await?;
        connection.quit().await;
        Ok(())
    }
}

/// Runs a step of opening the connection. All steps together end at `end`.
async fn within<T>(end: Instant, step: impl Future<Output = Result<T, SendError>>) -> Result<T, SendError> {
    timeout_at(end, Box::pin(step)).await.unwrap_or(Err(SendError::TimedOut))
}

#[cfg(test)]
mod relay_check_tests;
