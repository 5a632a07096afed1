use super::reply_lines::ReplyFault;
use app::domain::{Delivery, DeliveryFailure};
use lettre::transport::smtp;
use std::error::Error;
use std::io::{self, ErrorKind};

/// A step of the dialogue with the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The greeting and `EHLO`.
    Hello,
    /// `STARTTLS`.
    StartTls,
    /// `AUTH`.
    Auth,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Recipient,
    /// `DATA`.
    Data,
    /// The text of the mail and its final dot.
    Text,
    /// `NOOP`.
    Check,
}

/// Why a mail was not, or perhaps not, handed to the relay. Holds neither the address nor any text of the relay's,
/// so it may be logged.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// No address of the relay could be connected to, or the connection broke.
    #[error("the relay cannot be reached: {}", .0.kind())]
    Unreachable(#[source] io::Error),
    /// A step took longer than its deadline.
    #[error("the relay did not answer in time")]
    TimedOut,
    /// What came was not SMTP, or not in order.
    #[error("the relay sent {0}")]
    BadReply(#[source] ReplyFault),
    /// The relay does not offer `STARTTLS`.
    #[error("the relay does not offer STARTTLS")]
    NoStartTls,
    /// Bytes came between the reply to `STARTTLS` and the TLS handshake, as if to be taken for replies within it.
    #[error("unencrypted bytes followed the reply to STARTTLS")]
    Injected,
    /// TLS could not be agreed on, or the certificate is not to be trusted.
    #[error("TLS failed: {0}")]
    Tls(#[source] rustls::Error),
    /// There are credentials, but the relay offers neither `AUTH PLAIN` nor `AUTH LOGIN`.
    #[error("the relay offers neither AUTH PLAIN nor AUTH LOGIN")]
    NoLogin,
    /// The relay said no.
    #[error("the relay refused {step:?} with {code}")]
    Refused {
        /// What it refused.
        step: Step,
        /// Its reply code, 400 to 599 (RFC 5321 §4.2.1).
        code: u16,
    },
    /// The address needs `SMTPUTF8` (RFC 6531), which the relay does not offer.
    #[error("the relay does not offer SMTPUTF8, which this address needs")]
    NoInternationalMail,
    /// The mail could not be written, since its recipient has no place in a header.
    #[error("the mail cannot be written")]
    Unwritable,
    /// The mail could not be signed, though there is a key for it.
    #[error("the mail cannot be signed")]
    Unsigned,
    /// The connection was lost after the final dot and before its answer.
    #[error("the connection was lost after the final dot")]
    LostAfterFinalDot,
}

impl SendError {
    /// What the visitor is told.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        let failure = match *self {
            Self::LostAfterFinalDot => return Delivery::Unknown,
            Self::Unreachable(_) | Self::TimedOut | Self::BadReply(_) => DeliveryFailure::Unreachable,
            Self::NoStartTls | Self::Injected | Self::Tls(_) => DeliveryFailure::Insecure,
            Self::NoLogin => DeliveryFailure::Credentials,
            Self::NoInternationalMail | Self::Unwritable => DeliveryFailure::Recipient,
            // Another try may do, and no other address would.
            Self::Unsigned => DeliveryFailure::Later,
            Self::Refused { step, code } => refusal(step, code),
        };
        Delivery::Failed(failure)
    }

    /// Whether somebody must change the settings of user name and password.
    #[must_use]
    pub fn is_credentials(&self) -> bool {
        self.delivery() == Delivery::Failed(DeliveryFailure::Credentials)
    }

    /// What lettre reports of a step: the reply code if the relay answered, else what became of the stream.
    pub(super) fn from_smtp(step: Step, error: &smtp::Error) -> Self {
        if let Some(code) = error.status() {
            return Self::Refused { step, code: code.into() };
        }
        let mut source = error.source();
        while let Some(error) = source {
            if let Some(error) = error.downcast_ref::<io::Error>() {
                return Self::from_stream(error);
            }
            source = error.source();
        }
        Self::BadReply(ReplyFault::OutOfPlace)
    }

    /// What an error of the guarded stream, or of TLS below it, means.
    pub(super) fn from_stream(error: &io::Error) -> Self {
        let cause = error.get_ref();
        if let Some(fault) = cause.and_then(|cause| cause.downcast_ref::<ReplyFault>()) {
            return Self::BadReply(*fault);
        }
        if let Some(error) = cause.and_then(|cause| cause.downcast_ref::<rustls::Error>()) {
            return Self::Tls(error.clone());
        }
        if error.kind() == ErrorKind::TimedOut { Self::TimedOut } else { Self::Unreachable(error.kind().into()) }
    }
}

/// Codes of RFC 5321 §4.2.3 and, for what they mean around `AUTH`, RFC 4954 §6.
const fn refusal(step: Step, code: u16) -> DeliveryFailure {
    match (step, code) {
        // 454 to STARTTLS is "TLS not available due to temporary reason" (RFC 3207 §4): still no TLS.
        (Step::StartTls, _) => DeliveryFailure::Insecure,
        (_, 400..=499) => DeliveryFailure::Later,
        (Step::Auth, _) | (_, 530 | 534 | 535 | 538) => DeliveryFailure::Credentials,
        (Step::Recipient, _) => DeliveryFailure::Recipient,
        _ => DeliveryFailure::Rejected,
    }
}

#[cfg(test)]
mod tests {
    use super::{SendError, Step};
    use app::domain::{Delivery, DeliveryFailure};

    #[test]
    fn codes_mean_what_the_step_makes_them_mean() {
        for (step, code, failure) in [
            (Step::Hello, 421, DeliveryFailure::Later),
            (Step::Hello, 554, DeliveryFailure::Rejected),
            (Step::StartTls, 454, DeliveryFailure::Insecure),
            (Step::StartTls, 502, DeliveryFailure::Insecure),
            (Step::Auth, 454, DeliveryFailure::Later),
            (Step::Auth, 535, DeliveryFailure::Credentials),
            (Step::Auth, 504, DeliveryFailure::Credentials),
            (Step::Mail, 530, DeliveryFailure::Credentials),
            (Step::Mail, 550, DeliveryFailure::Rejected),
            (Step::Recipient, 450, DeliveryFailure::Later),
            (Step::Recipient, 550, DeliveryFailure::Recipient),
            (Step::Recipient, 530, DeliveryFailure::Credentials),
            (Step::Data, 503, DeliveryFailure::Rejected),
            (Step::Text, 451, DeliveryFailure::Later),
            (Step::Text, 552, DeliveryFailure::Rejected),
        ] {
            let delivery = SendError::Refused { step, code }.delivery();
            assert_eq!(delivery, Delivery::Failed(failure), "{step:?} {code}");
        }
        assert_eq!(SendError::LostAfterFinalDot.delivery(), Delivery::Unknown);
    }
}
