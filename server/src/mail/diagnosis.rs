//! Diagnoses why mail cannot be sent, by the step that failed and the relay's reply.
//!
//! The result is for people: sending does not depend on it.

use crate::mail::tls::UnfitKey;
use crate::mail::{Credentials, EnhancedCode, RejectionCause, Relay, RelayProblem, Reply, Secret, SendError, SmtpStep, TlsMode};
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
            SendError::NoAccessToken(_) => Self::NoToken,
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

    /// Diagnoses an error reply by the rejected step, its codes and its text. An unknown reply is diagnosed by its step alone.
    #[must_use]
    pub fn of_reply(relay: &Relay, step: SmtpStep, reply: &Reply) -> Self {
        Self::of_refusal(relay, step, reply, RejectionCause::of(step, reply))
    }

    /// Like [`Self::of_reply`], but with a known cause, since the text of the reply may be missing.
    fn of_refusal(relay: &Relay, step: SmtpStep, reply: &Reply, cause: RejectionCause) -> Self {
        if reply.code == 530 && reply.mentions("starttls") {
            return Self::MustStartTls;
        }
        match (step, reply.code) {
            (SmtpStep::StartTls, _) => Self::StartTlsRefused,
            (SmtpStep::Hello | SmtpStep::Check, 400..=499) => Self::Busy,
            (SmtpStep::Hello | SmtpStep::Check, _) => Self::NotWelcome,
            (SmtpStep::Auth, _) if is_about_backend(reply) => Self::SaslBackend,
            (SmtpStep::Auth, 400..=499) => Self::LoginLater,
            (SmtpStep::Auth, _) | (_, 530 | 534 | 535 | 538) => of_login(relay, reply),
            (_, _) if cause == RejectionCause::Relaying => Self::RelayingDenied,
            // Postfix sends this to clients that have not logged in and are not in its own networks.
            (_, _) if relay.credentials.is_none() && reply.mentions("rejected: access denied") => Self::LoginNeeded,
            (_, 400..=499) => Self::Later,
            (_, _) if cause == RejectionCause::Login => Self::LoginNeeded,
            (_, _) if cause == RejectionCause::SendingLimit => Self::SendingLimit,
            (_, _) if cause == RejectionCause::Blocked => Self::NotWelcome,
            (_, _) if cause == RejectionCause::Sender => Self::SenderRefused,
            (_, _) if cause.is_mailbox() => Self::RecipientRefused,
            (SmtpStep::Recipient, _) => Self::RecipientRefused,
            (SmtpStep::Mail | SmtpStep::Data | SmtpStep::Text, _) => Self::MailRefused,
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

/// Diagnoses a rejected login (RFC 4954 §6, and the codes of known providers).
fn of_login(relay: &Relay, reply: &Reply) -> RelayProblem {
    if reply.code == 535 && matches!(relay.credentials, Some(Credentials { secret: Secret::AccessToken(_), .. })) {
        return RelayProblem::TokenRefused;
    }
    let provider = Provider::of(&relay.host, reply);
    match (provider, reply.code, reply.enhanced) {
        // https://support.google.com/a/answer/3726730
        (Provider::Gmail, 534, Some(EnhancedCode { subject: 7, detail: 14 })) => RelayProblem::GmailWebLogin,
        (Provider::Gmail, 534, _) => RelayProblem::GmailAppPassword,
        (Provider::Gmail, 535, _) => RelayProblem::GmailPassword,
        // 5.7.139 means either disabled SMTP AUTH or a wrong password; the text shows which.
        (Provider::Microsoft, _, Some(EnhancedCode { subject: 7, detail: 139 })) if reply.mentions("credentials were incorrect") => {
            RelayProblem::MicrosoftPassword
        }
        (Provider::Microsoft, _, Some(EnhancedCode { subject: 7, detail: 139 | 57 })) => RelayProblem::MicrosoftAuthDisabled,
        (Provider::Microsoft, 535, _) => RelayProblem::MicrosoftPassword,
        (_, 530, _) => RelayProblem::LoginNeeded,
        (_, 504, _) => RelayProblem::NoMechanism,
        (Provider::AmazonSes, _, _) => RelayProblem::SesPassword,
        (Provider::SendGrid, _, _) => RelayProblem::SendGridPassword,
        _ => RelayProblem::WrongPassword,
    }
}

/// Whether Postfix reports that its SASL backend does not answer: "generic failure" of Cyrus without `saslauthd`, "Connection lost to
/// authentication server" without Dovecot's socket.
fn is_about_backend(reply: &Reply) -> bool {
    ["generic failure", "temporary authentication failure", "authentication server", "no mechanism available"]
        .iter()
        .any(|words| reply.mentions(words))
}

/// A large provider whose error replies are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Provider {
    Gmail,
    Microsoft,
    AmazonSes,
    SendGrid,
    Other,
}

impl Provider {
    /// Recognizes the provider by the relay's host or, where that is another name for it, by typical parts of its replies.
    fn of(host: &str, reply: &Reply) -> Self {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let is_under = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        let is_one_of = |domains: &[&str]| domains.iter().any(|domain| is_under(domain));
        if is_one_of(&["gmail.com", "googlemail.com", "google.com"]) || reply.mentions("gsmtp") {
            Self::Gmail
        } else if is_one_of(&["office365.com", "outlook.com", "office.com", "hotmail.com", "live.com"])
            || reply.mentions("prod.outlook.com")
            || reply.enhanced == Some(EnhancedCode { subject: 7, detail: 139 })
        {
            Self::Microsoft
        } else if is_under("amazonaws.com") {
            Self::AmazonSes
        } else if is_under("sendgrid.net") {
            Self::SendGrid
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
#[path = "diagnosis_tests.rs"]
mod replies_tests;
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
    fn the_port_and_the_tls_mode_explain_silence_and_unexpected_bytes() {
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
    fn each_tls_error_has_its_problem() {
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
    fn a_refusal_without_its_text_is_recognized_by_host_and_codes() {
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
