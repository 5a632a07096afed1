use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far the dialogue on a connection has got. Shared by the stream, which sees the bytes, and by the one who leads the
/// dialogue: it says how many replies are due, and must know what became of the mail when the connection is lost.
#[derive(Debug)]
pub(super) struct Progress {
    in_text: AtomicBool,
    is_dotted: AtomicBool,
    due: AtomicUsize,
    offers_pipelining: AtomicBool,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            in_text: AtomicBool::new(false),
            is_dotted: AtomicBool::new(false),
            due: AtomicUsize::new(1),
            offers_pipelining: AtomicBool::new(false),
        }
    }
}

impl Progress {
    /// A new mail begins.
    pub(super) fn begin_mail(&self) {
        self.in_text.store(false, Ordering::Relaxed);
        self.is_dotted.store(false, Ordering::Relaxed);
    }

    /// What is written next are so many commands, each with its reply.
    pub(super) fn expect_replies(&self, count: usize) {
        self.due.store(count, Ordering::Relaxed);
    }

    /// The replies to what is written next.
    pub(super) fn due_replies(&self) -> usize {
        self.due.load(Ordering::Relaxed)
    }

    /// The relay takes several commands at once (RFC 2920).
    pub(super) fn note_pipelining(&self) {
        self.offers_pipelining.store(true, Ordering::Relaxed);
    }

    /// Whether the relay takes several commands at once.
    pub(super) fn offers_pipelining(&self) -> bool {
        self.offers_pipelining.load(Ordering::Relaxed)
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
