//! The stages inside TLS.

use super::findings::{RelayStage, Stopped};
use super::transcript::{RecordingStream, Transcript};
use super::{RelayCheck, TestMail, Tls, within};
use crate::mail::message::{Message, MessageIds};
use crate::mail::smtp::{GuardedStream, SmtpConnection, SmtpLogin, read_greeting};
use crate::mail::tls::Certificate;
use crate::mail::{RelayProblem, Reply, SendError, SmtpStep, TlsMode};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use std::net::SocketAddr;
use tokio::net::TcpStream;
use tokio::time::{timeout, timeout_at};
use tokio_rustls::client::TlsStream;

impl RelayCheck<'_> {
    pub(super) async fn tls_handshake(&mut self, tcp: TcpStream, tls: Option<Tls>) -> Result<TlsStream<TcpStream>, Stopped> {
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

    /// Runs `EHLO` inside TLS as lettre does it, after the greeting if TLS is implicit, and checks the offered mechanisms.
    pub(super) async fn ehlo_inside_tls(
        &mut self,
        stream: RecordingStream<TlsStream<TcpStream>>,
        peer: SocketAddr,
        client_id: &ClientId,
        transcript: &Transcript,
    ) -> Result<SmtpConnection, Stopped> {
        let mut stream = GuardedStream::new(stream, peer, self.deadlines);
        let mut stage = RelayStage::AuthMechanisms;
        if self.relay.tls == TlsMode::Implicit {
            let greeted = within(self.end, read_greeting(&mut stream)).await;
            greeted.map_err(|error| self.findings.failed_by(RelayStage::Greeting, &error, transcript))?;
            self.findings.passed_with_reply(RelayStage::Greeting, transcript);
            stage = RelayStage::Ehlo;
        }
        let stream = stream.into_inner().map_err(SendError::BadReply);
        let stream = stream.map_err(|error| self.findings.failed_by(stage, &error, transcript))?;
        let stream = GuardedStream::new(stream, peer, self.deadlines).with_greeting();
        let dialogue = stream.dialogue();
        let connecting = async {
            let opened = AsyncSmtpConnection::connect_with_transport(Box::new(stream), client_id).await;
            opened.map_err(|error| SendError::from_smtp(SmtpStep::Hello, &error))
        };
        let smtp = within(self.end, connecting).await.map_err(|error| self.findings.failed_by(stage, &error, transcript))?;
        if stage == RelayStage::Ehlo {
            self.findings.passed_with_offer(RelayStage::Ehlo, transcript);
        }
        self.check_mechanisms(transcript)?;
        Ok(SmtpConnection::new(smtp, dialogue))
    }

    /// Checks that a mechanism is offered, if there are credentials. The login itself finds out whether it is one of ours.
    fn check_mechanisms(&mut self, transcript: &Transcript) -> Result<(), Stopped> {
        let offer = self.findings.newest(transcript);
        let mechanisms = offer.as_ref().map(Reply::mechanisms).unwrap_or_default().join(" ");
        if mechanisms.is_empty() && self.relay.credentials.is_some() {
            let said = offer.map(|offer| offer.offer()).unwrap_or_default();
            let said = format!("{}: {said}", RelayProblem::NoAuth);
            return Err(self.findings.failed(RelayStage::AuthMechanisms, RelayProblem::NoAuth, &said));
        }
        let said = if mechanisms.is_empty() { "none, and none is needed, since no user name is set" } else { &mechanisms };
        self.findings.passed(RelayStage::AuthMechanisms, said);
        Ok(())
    }

    pub(super) async fn log_in(
        &mut self,
        connection: &mut SmtpConnection,
        transcript: &Transcript,
        login: Option<Result<SmtpLogin, SendError>>,
    ) -> Result<(), Stopped> {
        let Some(login) = login else {
            self.findings.skipped(RelayStage::Auth, "no user name is set");
            return Ok(());
        };
        let logging_in = async { connection.log_in(login?).await };
        let logged_in = within(self.end, logging_in).await;
        logged_in.map_err(|error| self.findings.failed_by(RelayStage::Auth, &error, transcript))?;
        self.findings.passed_with_reply(RelayStage::Auth, transcript);
        Ok(())
    }

    pub(super) async fn send(
        &mut self,
        connection: &mut SmtpConnection,
        transcript: &Transcript,
        test_mail: Option<&TestMail>,
    ) -> Result<(), Stopped> {
        let Some(TestMail { mail, sender }) = test_mail else {
            self.findings.skipped(RelayStage::TestMail, "not requested (--send-to)");
            return Ok(());
        };
        let delivery = async { connection.deliver(&Message::write(&mail.clone().into(), sender, &MessageIds::random())?).await };
        let delivered = timeout(self.deadlines.send, Box::pin(delivery)).await.unwrap_or(Err(SendError::TimedOut));
        delivered.map_err(|error| self.findings.failed_by(RelayStage::TestMail, &error, transcript))?;
        self.findings.passed_with_reply(RelayStage::TestMail, transcript);
        Ok(())
    }
}
