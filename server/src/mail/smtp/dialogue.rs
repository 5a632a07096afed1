use super::extensions::Extensions;
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

/// A step of the dialogue with the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpStep {
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
    /// The content of the mail and its final dot.
    Text,
    /// `NOOP`.
    Check,
}

/// Names the step for an operator.
impl fmt::Display for SmtpStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Hello => "the connection (EHLO)",
            Self::StartTls => "STARTTLS",
            Self::Auth => "the login (AUTH)",
            Self::Mail => "the sender (MAIL FROM)",
            Self::Recipient => "the recipient (RCPT TO)",
            Self::Data => "the mail (DATA)",
            Self::Text => "the content of the mail",
            Self::Check => "NOOP",
        })
    }
}

/// State of the dialogue on a connection. Shared by the stream, which sees the bytes, and by the
/// [`SmtpConnection`](super::SmtpConnection), which announces how many replies are due and must know after an error whether the mail may
/// have been accepted.
#[derive(Debug)]
pub(in crate::mail) struct DialogueState {
    in_content: AtomicBool,
    is_final_dot_sent: AtomicBool,
    due: AtomicUsize,
    extensions: AtomicU8,
}

impl Default for DialogueState {
    fn default() -> Self {
        Self {
            in_content: AtomicBool::new(false),
            is_final_dot_sent: AtomicBool::new(false),
            due: AtomicUsize::new(1),
            extensions: AtomicU8::new(0),
        }
    }
}

impl DialogueState {
    /// Resets the state for a new mail.
    pub(super) fn begin_mail(&self) {
        self.in_content.store(false, Ordering::Relaxed);
        self.is_final_dot_sent.store(false, Ordering::Relaxed);
    }

    /// Announces that the next write holds `count` commands, each with a reply.
    pub(super) fn expect_replies(&self, count: usize) {
        self.due.store(count, Ordering::Relaxed);
    }

    /// Number of replies to the next write.
    pub(super) fn due_replies(&self) -> usize {
        self.due.load(Ordering::Relaxed)
    }

    /// Adds to the extensions that the relay offers.
    pub(super) fn add_extensions(&self, extensions: Extensions) {
        self.extensions.fetch_or(extensions.bits(), Ordering::Relaxed);
    }

    /// The extensions that the relay offers.
    pub(super) fn extensions(&self) -> Extensions {
        Extensions::from_bits(self.extensions.load(Ordering::Relaxed))
    }

    /// Marks the start of the mail's content, which ends with the final dot: the relay has replied `354`.
    pub(super) fn begin_content(&self) {
        self.in_content.store(true, Ordering::Relaxed);
    }

    /// Whether the content of the mail has been started.
    pub(super) fn is_in_content(&self) -> bool {
        self.in_content.load(Ordering::Relaxed)
    }

    /// Records that the final dot has been written. From now on the relay may have accepted the mail (RFC 5321 §4.2.5).
    pub(super) fn record_final_dot(&self) {
        self.is_final_dot_sent.store(true, Ordering::Relaxed);
    }

    /// Whether the final dot has been written.
    pub(in crate::mail) fn is_final_dot_sent(&self) -> bool {
        self.is_final_dot_sent.load(Ordering::Relaxed)
    }
}
