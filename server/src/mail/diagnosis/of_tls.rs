use super::RelayProblem;
use crate::mail::certificate::UnfitKey;
use crate::mail::{Relay, TlsMode};
use rustls::{AlertDescription, CertificateError, Error, InvalidMessage};

impl RelayProblem {
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
