use std::sync::atomic::{AtomicBool, Ordering};

/// How far a mail has got on a connection. Shared by the stream, which sees the bytes, and by the one who must
/// say what became of the mail when the connection is lost.
#[derive(Debug, Default)]
pub(super) struct Progress {
    in_text: AtomicBool,
    is_dotted: AtomicBool,
}

impl Progress {
    /// A new mail begins.
    pub(super) fn begin_mail(&self) {
        self.in_text.store(false, Ordering::Relaxed);
        self.is_dotted.store(false, Ordering::Relaxed);
    }

    /// The relay said `354`: what follows is the text of the mail, up to the final dot.
    pub(super) fn begin_text(&self) {
        self.in_text.store(true, Ordering::Relaxed);
    }

    /// Whether the text is being sent.
    pub(super) fn is_in_text(&self) -> bool {
        self.in_text.load(Ordering::Relaxed)
    }

    /// The final dot is on its way; from now on the relay may have taken the mail (RFC 5321 §4.2.5).
    pub(super) fn note_final_dot(&self) {
        self.is_dotted.store(true, Ordering::Relaxed);
    }

    /// Whether the final dot is on its way or has been answered.
    pub(super) fn is_dotted(&self) -> bool {
        self.is_dotted.load(Ordering::Relaxed)
    }
}
