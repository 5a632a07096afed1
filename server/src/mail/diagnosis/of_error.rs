use crate::mail::tls::UnfitKey;
use crate::mail::{Relay, RelayProblem, Reply, SendError, TlsMode};
use rustls::{AlertDescription, CertificateError, Error, InvalidMessage};
use std::io::{self, ErrorKind};

impl RelayProblem {
    /// Diagnoses an error of this relay. `reply` is the relay's reply, if it was kept; without it a rejection is diagnosed by its codes and
    /// cause.
    #[must_use]
    pub fn of_error(relay: &Relay, error: &SendError, reply: Option<&Reply>) -> Self {
        match error {
            SendError::Unreachable(error) => Self::of_connection(relay, error),
            SendError::TimedOut if relay.port == 465 && relay.tls == TlsMode::StartTls => Self::ImplicitTlsPort,
            SendError::TimedOut | SendError::Busy => Self::Silent,
            SendError::Down(outage) => outage.problem,
            SendError::BadReply(_) => Self::NotSmtp,
            SendError::NoStartTls => Self::NoStartTls,
            SendError::Injected => Self::Injected,
            SendError::Tls(error) => Self::of_tls(relay, error),
            SendError::NoLogin => Self::NoMechanism,
            SendError::NoToken(_) => Self::NoToken,
            SendError::Refused { step, code, enhanced, cause } => match reply.filter(|reply| reply.code == *code) {
                Some(reply) => Self::of_reply(relay, *step, reply),
                None => Self::of_refusal(relay, *step, &Reply::bare(*code, *enhanced), *cause),
            },
            SendError::NoInternationalMail => Self::NoInternationalMail,
            SendError::Message(_) => Self::Unwritable,
            SendError::LostAfterFinalDot => Self::NoAnswer,
        }
    }

    /// Diagnoses why a connection failed or broke.
    #[must_use]
    pub fn of_connection(relay: &Relay, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::TimedOut | ErrorKind::ConnectionRefused if relay.port == 25 => Self::Port25,
            ErrorKind::TimedOut => Self::ConnectTimedOut,
            ErrorKind::ConnectionRefused => Self::ConnectionRefused,
            ErrorKind::NotFound => Self::UnknownHost,
            ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => Self::HungUp,
            _ => Self::NoRoute,
        }
    }

    /// Diagnoses a failed handshake.
    #[must_use]
    pub fn of_tls(relay: &Relay, error: &Error) -> Self {
        match error {
            // The relay sent the digit of an SMTP greeting where the type of a TLS record is due (RFC 8446 §5.1).
            Error::InvalidMessage(InvalidMessage::InvalidContentType) if relay.tls == TlsMode::Implicit => Self::ClearTextPort,
            Error::PeerIncompatible(_)
            | Error::AlertReceived(
                AlertDescription::ProtocolVersion | AlertDescription::HandshakeFailure | AlertDescription::InsufficientSecurity,
            ) => Self::OldTls,
            Error::InvalidCertificate(error) => of_certificate(error),
            _ => Self::BrokenTls,
        }
    }
}

fn of_certificate(error: &CertificateError) -> RelayProblem {
    use CertificateError::{
        BadSignature, Expired, ExpiredContext, NotValidForName, NotValidForNameContext, NotValidYet, NotValidYetContext, Other,
        UnknownIssuer,
    };
    match error {
        NotValidForName | NotValidForNameContext { .. } => RelayProblem::WrongName,
        Expired | ExpiredContext { .. } => RelayProblem::Expired,
        NotValidYet | NotValidYetContext { .. } => RelayProblem::NotYetValid,
        // With `BadSignature`, a trusted authority has the name of the issuer but another key.
        UnknownIssuer | BadSignature => RelayProblem::UnknownIssuer,
        Other(other) if other.0.downcast_ref().is_some_and(|key: &UnfitKey| key.is_weak()) => RelayProblem::WeakKey,
        Other(other) => match other.0.downcast_ref() {
            Some(webpki::Error::CaUsedAsEndEntity) => RelayProblem::AuthorityAsServer,
            _ => RelayProblem::UnusableCertificate,
        },
        _ => RelayProblem::UnusableCertificate,
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::{EnhancedCode, RejectionCause, Relay, RelayProblem, ReplyFault, SendError, SmtpStep, TlsMode};
    use rustls::{AlertDescription, CertificateError, Error, InvalidMessage, PeerIncompatible};
    use std::io::ErrorKind;

    fn problem(host: &str, port: u16, tls: TlsMode, error: &SendError) -> RelayProblem {
        let relay = Relay { host: host.to_owned(), port, tls, credentials: None, extra_roots: Vec::new() };
        RelayProblem::of_error(&relay, error, None)
    }

    #[test]
    fn the_port_and_the_mode_tell_silence_and_noise_apart() {
        let of = |port, tls, error: SendError| problem("relay.example", port, tls, &error);
        let unreachable = |kind: ErrorKind| SendError::Unreachable(kind.into());
        assert_eq!(of(465, TlsMode::StartTls, SendError::TimedOut), RelayProblem::ImplicitTlsPort);
        assert_eq!(of(465, TlsMode::Implicit, SendError::TimedOut), RelayProblem::Silent);
        assert_eq!(of(587, TlsMode::StartTls, SendError::TimedOut), RelayProblem::Silent);
        let greeting = || SendError::Tls(Error::InvalidMessage(InvalidMessage::InvalidContentType));
        assert_eq!(of(587, TlsMode::Implicit, greeting()), RelayProblem::ClearTextPort);
        assert_eq!(of(587, TlsMode::StartTls, greeting()), RelayProblem::BrokenTls);
        for kind in [ErrorKind::TimedOut, ErrorKind::ConnectionRefused] {
            assert_eq!(of(25, TlsMode::StartTls, unreachable(kind)), RelayProblem::Port25);
        }
        assert_eq!(of(587, TlsMode::StartTls, unreachable(ErrorKind::TimedOut)), RelayProblem::ConnectTimedOut);
        assert_eq!(of(587, TlsMode::StartTls, unreachable(ErrorKind::ConnectionRefused)), RelayProblem::ConnectionRefused);
        assert_eq!(of(587, TlsMode::StartTls, unreachable(ErrorKind::NetworkUnreachable)), RelayProblem::NoRoute);
        assert_eq!(of(587, TlsMode::StartTls, unreachable(ErrorKind::NotFound)), RelayProblem::UnknownHost);
        assert_eq!(of(587, TlsMode::StartTls, unreachable(ErrorKind::ConnectionReset)), RelayProblem::HungUp);
        assert_eq!(of(587, TlsMode::StartTls, SendError::BadReply(ReplyFault::Malformed)), RelayProblem::NotSmtp);
    }

    #[test]
    fn a_handshake_fails_for_known_reasons() {
        for (error, problem_of_it) in [
            (Error::AlertReceived(AlertDescription::ProtocolVersion), RelayProblem::OldTls),
            (PeerIncompatible::ServerDoesNotSupportTls12Or13.into(), RelayProblem::OldTls),
            (Error::AlertReceived(AlertDescription::InternalError), RelayProblem::BrokenTls),
            (CertificateError::NotValidForName.into(), RelayProblem::WrongName),
            (CertificateError::Expired.into(), RelayProblem::Expired),
            (CertificateError::NotValidYet.into(), RelayProblem::NotYetValid),
            (CertificateError::UnknownIssuer.into(), RelayProblem::UnknownIssuer),
            (CertificateError::BadSignature.into(), RelayProblem::UnknownIssuer),
            (CertificateError::BadEncoding.into(), RelayProblem::UnusableCertificate),
        ] {
            assert_eq!(problem("relay.example", 587, TlsMode::StartTls, &SendError::Tls(error)), problem_of_it);
        }
    }

    #[test]
    fn without_its_words_a_refusal_is_told_by_host_and_codes() {
        let refused = |host, step, code, detail: Option<u16>| {
            let enhanced = detail.map(|detail| EnhancedCode { subject: 7, detail });
            problem(host, 587, TlsMode::StartTls, &SendError::Refused { step, code, enhanced, cause: RejectionCause::Unknown })
        };
        assert_eq!(refused("smtp.gmail.com", SmtpStep::Auth, 534, None), RelayProblem::GmailAppPassword);
        assert_eq!(refused("SMTP.Gmail.com.", SmtpStep::Auth, 535, Some(8)), RelayProblem::GmailPassword);
        assert_eq!(refused("smtp.gmail.com", SmtpStep::Auth, 534, Some(14)), RelayProblem::GmailWebLogin);
        assert_eq!(refused("notgmail.com", SmtpStep::Auth, 535, None), RelayProblem::WrongPassword);
        assert_eq!(refused("smtp.office365.com", SmtpStep::Auth, 535, None), RelayProblem::MicrosoftPassword);
        assert_eq!(refused("smtp.office365.com", SmtpStep::Auth, 535, Some(139)), RelayProblem::MicrosoftAuthDisabled);
        assert_eq!(refused("relay.example", SmtpStep::Hello, 421, None), RelayProblem::Busy);
    }
}
