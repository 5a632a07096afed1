use crate::Mail;
use crate::relay_stream::Heard;
use std::sync::{Arc, Mutex};
use tokio::time::Instant;

/// What a relay got until now.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// When each connection was made.
    pub connections: Vec<Instant>,
    /// How many of them are open.
    pub open: usize,
    /// How many were open at once, at most.
    pub most_open: usize,
    /// Everything that came outside TLS, as text, but for TLS records.
    pub clear: String,
    /// Everything that came inside TLS.
    pub inside: String,
    /// How many mails were begun: MAIL commands.
    pub begun: usize,
    /// Whom mails were for, and when that was said: RCPT commands.
    pub tries: Vec<(String, Instant)>,
    /// Mails that came with their final dot, whatever was answered.
    pub dotted: Vec<Dotted>,
}

/// A mail that was sent to its end.
#[derive(Clone, Debug)]
pub struct Dotted {
    /// The recipient of its envelope.
    pub recipient: String,
    /// The mail.
    pub mail: Mail,
    /// What the relay has said to it.
    pub verdict: Verdict,
}

/// A relay's answer to a final dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// None until now: whoever sent the mail cannot know what became of it.
    Unanswered,
    /// It has taken the mail, by 250.
    Accepted,
    /// It has not, for now or for good.
    Refused,
}

impl Received {
    /// The mails that the relay has taken, the newest last.
    pub fn accepted(&self) -> impl Iterator<Item = &Dotted> {
        self.dotted.iter().filter(|dotted| dotted.verdict == Verdict::Accepted)
    }

    /// How often somebody tried to send to this recipient.
    #[must_use]
    pub fn tries_for(&self, recipient: &str) -> usize {
        self.tries.iter().filter(|(tried, _)| tried == recipient).count()
    }

    /// The mails to this recipient that came with their final dot.
    #[must_use]
    pub fn dotted_for(&self, recipient: &str) -> Vec<&Dotted> {
        self.dotted.iter().filter(|dotted| dotted.recipient == recipient).collect()
    }
}

/// Where the connections of a relay write down what they get.
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) clear: Heard,
    pub(crate) inside: Heard,
    received: Mutex<Received>,
}

/// An open connection; dropped when it ends.
pub(crate) struct Open(Arc<Record>);

impl Record {
    /// Notes a new connection.
    pub(crate) fn open(self: &Arc<Self>) -> Open {
        self.note(|received| {
            received.connections.push(Instant::now());
            received.open += 1;
            received.most_open = received.most_open.max(received.open);
        });
        Open(Arc::clone(self))
    }

    /// Changes what was received.
    pub(crate) fn note<T>(&self, note: impl FnOnce(&mut Received) -> T) -> T {
        note(&mut self.received.lock().expect("no panic while it was held"))
    }

    /// All there is up to now.
    pub(crate) fn received(&self) -> Received {
        let text = |heard: &Heard| String::from_utf8_lossy(&heard.lock().expect("no panic while it was held")).into_owned();
        let received = self.note(|received| received.clone());
        Received { clear: text(&self.clear), inside: text(&self.inside), ..received }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.note(|received| received.open -= 1);
    }
}
