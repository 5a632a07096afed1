use super::dialogue::SmtpStep;
use super::rejection_cause::RejectionCause;
use super::reply::{EnhancedCode, Reply};
use super::reply_parser::ReplyFault;
use crate::mail::{AccessTokenError, MessageError, RelayOutage};
use domain::{Delivery, DeliveryFailure};
use lettre::transport::smtp;
use std::error::Error;
use std::io::{self, ErrorKind};

/// Why a mail was not, or may not have been, accepted by the relay. Contains neither the address nor any text of the relay's, so it may be
/// logged.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// No address of the relay accepted a connection, or the connection broke.
    #[error("the relay cannot be reached: {}", .0.kind())]
    Unreachable(#[source] io::Error),
    /// A step took longer than its deadline.
    #[error("the relay did not answer in time")]
    TimedOut,
    /// The relay sent a malformed or unexpected reply.
    #[error("the relay sent {0}")]
    BadReply(#[source] ReplyFault),
    /// The relay does not offer `STARTTLS`.
    #[error("the relay does not offer STARTTLS")]
    NoStartTls,
    /// Bytes arrived between the reply to `STARTTLS` and the TLS handshake, as an attacker sends them to be read as replies inside TLS.
    #[error("unencrypted bytes followed the reply to STARTTLS")]
    Injected,
    /// The TLS handshake failed, or the certificate is not trusted.
    #[error("TLS failed: {0}")]
    Tls(#[source] rustls::Error),
    /// The relay offers no mechanism for our kind of credentials: `PLAIN` and `LOGIN` are for passwords, `XOAUTH2` for tokens.
    #[error("the relay offers no supported AUTH mechanism: neither PLAIN nor LOGIN for a password, nor XOAUTH2 for a token")]
    NoLogin,
    /// The access token for `XOAUTH2` could not be read.
    #[error("no access token can be read: {0}")]
    NoAccessToken(#[source] AccessTokenError),
    /// The relay rejected a step.
    #[error("the relay rejected {step} with {code}")]
    Refused {
        /// The rejected step.
        step: SmtpStep,
        /// The reply code, 400 to 599 (RFC 5321 §4.2.1).
        code: u16,
        /// The enhanced code, if the reply has one.
        enhanced: Option<EnhancedCode>,
        /// What the reply is about, by its codes and text.
        cause: RejectionCause,
    },
    /// The address needs `SMTPUTF8` (RFC 6531), which the relay does not offer.
    #[error("the relay does not offer SMTPUTF8, which this address needs")]
    NoInternationalMail,
    /// The mail could not be built.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// No connection to the relay became free in time.
    #[error("all connections to the relay were in use")]
    Busy,
    /// The relay could not be used recently, for this reason: no connection could be opened, or it rejected a mail for a reason that
    /// applies to all.
    #[error("the relay has recently failed: {}", .0.problem)]
    Down(RelayOutage),
    /// The connection was lost after the final dot and before its reply, so the relay may have accepted the mail.
    #[error("the connection was lost after the final dot")]
    LostAfterFinalDot,
}

/// Whether a mail may be retried after an error, from the best case to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::mail) enum RetryClass {
    /// The relay may accept the mail as soon as it can be used again.
    Soon,
    /// The relay may accept the mail later: it sent a 4yz reply (RFC 5321 §4.2.1).
    Later,
    /// This relay will not accept the mail until an operator changes something; another relay may.
    Elsewhere,
    /// The mail was rejected for good, or may have been accepted.
    Final,
}

impl SendError {
    /// Whether, when and where the mail may be retried.
    pub(in crate::mail) const fn retry_class(&self) -> RetryClass {
        match *self {
            Self::Down(RelayOutage {
                failure: DeliveryFailure::Insecure | DeliveryFailure::Credentials | DeliveryFailure::Rejected,
                ..
            })
            | Self::NoStartTls
            | Self::Injected
            | Self::Tls(_)
            | Self::NoLogin
            | Self::NoAccessToken(_)
            | Self::NoInternationalMail => RetryClass::Elsewhere,
            Self::Unreachable(_) | Self::TimedOut | Self::BadReply(_) | Self::Busy | Self::Down(_) => RetryClass::Soon,
            Self::Refused { code: 400..=499, .. } => RetryClass::Later,
            Self::Refused { cause, .. } if !cause.is_mailbox() => RetryClass::Elsewhere,
            Self::Refused { .. } | Self::LostAfterFinalDot | Self::Message(_) => RetryClass::Final,
        }
    }

    /// The delivery state that the visitor sees.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.failure().map_or(Delivery::Unknown, Delivery::Failed)
    }

    /// Why the mail was not accepted; `None` if it may have been.
    #[must_use]
    pub fn failure(&self) -> Option<DeliveryFailure> {
        Some(match *self {
            Self::LostAfterFinalDot => return None,
            Self::Unreachable(_) | Self::TimedOut | Self::BadReply(_) | Self::Busy => DeliveryFailure::Unreachable,
            Self::Down(outage) => outage.failure,
            Self::NoStartTls | Self::Injected | Self::Tls(_) => DeliveryFailure::Insecure,
            Self::NoLogin | Self::NoAccessToken(_) => DeliveryFailure::Credentials,
            Self::NoInternationalMail => DeliveryFailure::Unsupported,
            Self::Message(MessageError::Unwritable) => DeliveryFailure::Recipient,
            // A retry may succeed; another address would not help.
            Self::Message(MessageError::Unsigned) => DeliveryFailure::Later,
            Self::Refused { step, code, cause, .. } => refusal(step, code, cause),
        })
    }

    /// Whether an operator must act before the relay accepts mail: it rejects our credentials, or us and not the mailbox.
    #[must_use]
    pub fn needs_operator(&self) -> bool {
        matches!(self.failure(), Some(DeliveryFailure::Credentials | DeliveryFailure::Rejected))
    }

    /// Whether the relay rejected this mail for a reason that applies to every mail of ours.
    #[must_use]
    pub const fn is_about_every_mail(&self) -> bool {
        use SmtpStep::{Data, Mail, Recipient, Text};
        matches!(*self, Self::Refused { step: Mail | Recipient | Data | Text, code: 500..=599, cause, .. } if cause.is_about_every_mail())
    }

    /// Whether the relay, by this error of opening a connection, may refuse just one connection more: it closed or refused it, sent 421
    /// (RFC 5321 §3.8) or x.3.2 (RFC 3463 §3.4: the system accepts nothing now), or said so.
    pub(in crate::mail) fn may_refuse_further_connection(&self) -> bool {
        use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset, UnexpectedEof};
        match self {
            Self::Unreachable(error) => {
                matches!(error.kind(), ConnectionRefused | ConnectionReset | ConnectionAborted | BrokenPipe | UnexpectedEof)
            }
            Self::Refused { code: 400..=499, enhanced: Some(EnhancedCode { subject: 3, detail: 2 }), .. } => true,
            _ => self.closes_connection() || self.is_about_connections(),
        }
    }

    /// Whether the relay closes the connection with this reply (RFC 5321 §3.8).
    pub(in crate::mail) const fn closes_connection(&self) -> bool {
        matches!(self, Self::Refused { code: 421, .. })
    }

    /// Whether the relay says that we have too many connections open.
    pub(in crate::mail) const fn is_about_connections(&self) -> bool {
        matches!(self, Self::Refused { cause: RejectionCause::Connections, .. })
    }

    /// Whether the credentials are the cause, so that an operator must change their settings.
    #[must_use]
    pub fn is_about_credentials(&self) -> bool {
        self.failure() == Some(DeliveryFailure::Credentials)
    }

    /// The error of a step that was rejected by this reply.
    pub(super) fn refused(step: SmtpStep, reply: &Reply) -> Self {
        Self::Refused { step, code: reply.code, enhanced: reply.enhanced, cause: RejectionCause::of(step, reply) }
    }

    /// Converts lettre's error in a step: from the reply if there was one, else from the error of the stream.
    pub(in crate::mail) fn from_smtp(step: SmtpStep, error: &smtp::Error) -> Self {
        if let Some(code) = error.status() {
            // lettre keeps the text of the reply as the error's source.
            let words = error.source().map(ToString::to_string).unwrap_or_default();
            return Self::refused(step, &Reply::new(code.into(), &words));
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

    /// Converts an error of the guarded stream, or of TLS below it.
    pub(in crate::mail) fn from_stream(error: &io::Error) -> Self {
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

/// Interprets a reply code by RFC 5321 §4.2.3 and, around `AUTH`, RFC 4954 §6.
const fn refusal(step: SmtpStep, code: u16, cause: RejectionCause) -> DeliveryFailure {
    match (step, code, cause) {
        // 454 to STARTTLS is "TLS not available due to temporary reason" (RFC 3207 §4): still no TLS.
        (SmtpStep::StartTls, ..) => DeliveryFailure::Insecure,
        (_, 400..=499, _) => DeliveryFailure::Later,
        (SmtpStep::Auth, ..) | (_, 530 | 534 | 535 | 538, _) => DeliveryFailure::Credentials,
        (_, _, RejectionCause::Mailbox) => DeliveryFailure::Recipient,
        (_, _, RejectionCause::MailboxFull) => DeliveryFailure::MailboxFull,
        // The mailbox is not the cause, so asking for another spelling would not help.
        _ => DeliveryFailure::Rejected,
    }
}

#[cfg(test)]
#[path = "send_error_tests.rs"]
mod tests;
