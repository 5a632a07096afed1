use super::extensions::Offer;
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

/// State of the dialogue on a connection. Shared by the stream, which sees the bytes, and by [`Connection`](super::connection::Connection),
/// which announces how many replies are due and must know after an error whether the mail may have been accepted.
#[derive(Debug)]
pub(in crate::mail) struct Progress {
    in_text: AtomicBool,
    is_dotted: AtomicBool,
    due: AtomicUsize,
    offer: AtomicU8,
}

impl Default for Progress {
    fn default() -> Self {
        Self { in_text: AtomicBool::new(false), is_dotted: AtomicBool::new(false), due: AtomicUsize::new(1), offer: AtomicU8::new(0) }
    }
}

impl Progress {
    /// Resets the state for a new mail.
    pub(super) fn begin_mail(&self) {
        self.in_text.store(false, Ordering::Relaxed);
        self.is_dotted.store(false, Ordering::Relaxed);
    }

    /// Announces that the next write holds `count` commands, each with a reply.
    pub(super) fn expect_replies(&self, count: usize) {
        self.due.store(count, Ordering::Relaxed);
    }

    /// Number of replies to the next write.
    pub(super) fn due_replies(&self) -> usize {
        self.due.load(Ordering::Relaxed)
    }

    /// Adds extensions to the relay's offer.
    pub(super) fn note_offer(&self, offer: Offer) {
        self.offer.fetch_or(offer.bits(), Ordering::Relaxed);
    }

    /// The extensions that the relay offers.
    pub(super) fn offer(&self) -> Offer {
        Offer::from_bits(self.offer.load(Ordering::Relaxed))
    }

    /// Marks the start of the mail's content, which ends with the final dot: the relay has replied `354`.
    pub(super) fn begin_text(&self) {
        self.in_text.store(true, Ordering::Relaxed);
    }

    /// Whether the content of the mail has been started.
    pub(super) fn is_in_text(&self) -> bool {
        self.in_text.load(Ordering::Relaxed)
    }

    /// Records that the final dot has been written. From now on the relay may have accepted the mail (RFC 5321 §4.2.5).
    pub(super) fn note_final_dot(&self) {
        self.is_dotted.store(true, Ordering::Relaxed);
    }

    /// Whether the final dot has been written.
    pub(in crate::mail) fn is_dotted(&self) -> bool {
        self.is_dotted.load(Ordering::Relaxed)
    }
}
