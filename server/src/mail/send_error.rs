use super::reply_lines::ReplyFault;
use super::{EnhancedCode, Outage, TokenError};
use domain::{Delivery, DeliveryFailure};
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
    /// There are credentials, but the relay offers no mechanism for their kind: `PLAIN` and `LOGIN` are for passwords,
    /// `XOAUTH2` for tokens.
    #[error("the relay offers no AUTH that we know: neither PLAIN nor LOGIN for a password, nor XOAUTH2 for a token")]
    NoLogin,
    /// The access token for `XOAUTH2` cannot be had.
    #[error("no access token: {0}")]
    NoToken(#[source] TokenError),
    /// The relay said no.
    #[error("the relay refused {step:?} with {code}")]
    Refused {
        /// What it refused.
        step: Step,
        /// Its reply code, 400 to 599 (RFC 5321 §4.2.1).
        code: u16,
        /// Its enhanced code, if it gave one.
        enhanced: Option<EnhancedCode>,
    },
    /// The address needs `SMTPUTF8` (RFC 6531), which the relay does not offer.
    #[error("the relay does not offer SMTPUTF8, which this address needs")]
    NoInternationalMail,
    /// The mail could not be written, since its recipient has no place in a header.
    #[error("the mail cannot be written")]
    Unwritable,
    /// No connection to the relay became free in time.
    #[error("all connections to the relay were in use")]
    Busy,
    /// No connection to the relay could be opened a moment ago, for this reason, so that none was asked for.
    #[error("the relay could not be used a moment ago: {}", .0.problem)]
    Down(Outage),
    /// The mail could not be signed, though there is a key for it.
    #[error("the mail cannot be signed")]
    Unsigned,
    /// The connection was lost after the final dot and before its answer.
    #[error("the connection was lost after the final dot")]
    LostAfterFinalDot,
}

/// What may become of a mail after an error, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// The relay may take it as soon as it is there again.
    Soon,
    /// The relay may take it later: it said so by a 4yz reply (RFC 5321 §4.2.1).
    Later,
    /// This relay will not take any mail until somebody has put something right; another may.
    Elsewhere,
    /// It is refused for good, or was perhaps taken.
    Final,
}

impl SendError {
    /// What may become of the mail.
    pub(super) const fn fate(&self) -> Fate {
        match *self {
            Self::Down(Outage { failure: DeliveryFailure::Insecure | DeliveryFailure::Credentials, .. })
            | Self::NoStartTls
            | Self::Injected
            | Self::Tls(_)
            | Self::NoLogin
            | Self::NoToken(_)
            | Self::NoInternationalMail => Fate::Elsewhere,
            Self::Unreachable(_) | Self::TimedOut | Self::BadReply(_) | Self::Busy | Self::Down(_) => Fate::Soon,
            Self::Refused { code: 400..=499, .. } => Fate::Later,
            Self::Refused { step: Step::Hello | Step::StartTls | Step::Auth, .. } | Self::Refused { code: 530 | 534 | 535 | 538, .. } => {
                Fate::Elsewhere
            }
            Self::Refused { .. } | Self::LostAfterFinalDot | Self::Unwritable | Self::Unsigned => Fate::Final,
        }
    }

    /// What the visitor is told.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.failure().map_or(Delivery::Unknown, Delivery::Failed)
    }

    /// Why the mail was not accepted; `None`: it may have been.
    #[must_use]
    pub fn failure(&self) -> Option<DeliveryFailure> {
        Some(match *self {
            Self::LostAfterFinalDot => return None,
            Self::Unreachable(_) | Self::TimedOut | Self::BadReply(_) | Self::Busy => DeliveryFailure::Unreachable,
            Self::Down(outage) => outage.failure,
            Self::NoStartTls | Self::Injected | Self::Tls(_) => DeliveryFailure::Insecure,
            Self::NoLogin | Self::NoToken(_) => DeliveryFailure::Credentials,
            Self::NoInternationalMail => DeliveryFailure::Unsupported,
            Self::Unwritable => DeliveryFailure::Recipient,
            // Another try may do, and no other address would.
            Self::Unsigned => DeliveryFailure::Later,
            Self::Refused { step, code, enhanced } => refusal(step, code, enhanced),
        })
    }

    /// Whether somebody must change the settings of user name and password.
    #[must_use]
    pub fn is_credentials(&self) -> bool {
        self.failure() == Some(DeliveryFailure::Credentials)
    }

    /// What lettre reports of a step: the reply code if the relay answered, else what became of the stream.
    pub(super) fn from_smtp(step: Step, error: &smtp::Error) -> Self {
        if let Some(code) = error.status() {
            // lettre keeps the words of the reply as the error's source.
            let enhanced = error.source().and_then(|words| EnhancedCode::of_text(&words.to_string()));
            return Self::Refused { step, code: code.into(), enhanced };
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

/// Codes of RFC 5321 §4.2.3, for what they mean around `AUTH` RFC 4954 §6, and enhanced ones of RFC 3463.
const fn refusal(step: Step, code: u16, enhanced: Option<EnhancedCode>) -> DeliveryFailure {
    match (step, code, enhanced) {
        // 454 to STARTTLS is "TLS not available due to temporary reason" (RFC 3207 §4): still no TLS.
        (Step::StartTls, ..) => DeliveryFailure::Insecure,
        (_, 400..=499, _) => DeliveryFailure::Later,
        (Step::Auth, ..) | (_, 530 | 534 | 535 | 538, _) => DeliveryFailure::Credentials,
        (Step::Recipient, _, Some(EnhancedCode { subject: 2, detail: 2 })) | (Step::Recipient, 552, _) => DeliveryFailure::MailboxFull,
        // Policy (x.7.z) and whatever else is not about the mailbox: asking for another spelling would be no help.
        (Step::Recipient, _, Some(EnhancedCode { subject: 3..=7, .. })) => DeliveryFailure::Rejected,
        (Step::Recipient, ..) => DeliveryFailure::Recipient,
        _ => DeliveryFailure::Rejected,
    }
}

#[cfg(test)]
#[path = "send_error_tests.rs"]
mod tests;
