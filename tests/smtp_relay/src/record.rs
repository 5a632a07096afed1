use crate::Mail;
use crate::stream::{Bytes, text};
use std::sync::{Arc, Mutex};
use tokio::time::Instant;

/// What a relay has received so far.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// When each connection was made.
    pub connections: Vec<Instant>,
    /// How many connections are open.
    pub open: usize,
    /// The largest number of connections that were open at once.
    pub most_open: usize,
    /// Everything that was received outside TLS, as text, without TLS records.
    pub clear: String,
    /// Everything that was received inside TLS.
    pub inside: String,
    /// The number of MAIL commands.
    pub mail_commands: usize,
    /// The recipient and the time of each RCPT command.
    pub rcpt_commands: Vec<(String, Instant)>,
    /// Mails that were sent with their final dot, whatever the reply was.
    pub sent: Vec<SentMail>,
}

/// A mail that was sent with its final dot.
#[derive(Clone, Debug)]
pub struct SentMail {
    /// The recipient in the envelope.
    pub recipient: String,
    /// The mail.
    pub mail: Mail,
    /// The relay's reply to the final dot.
    pub verdict: Verdict,
}

/// A relay's reply to the final dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No reply so far: the client cannot know whether the relay has the mail.
    Unanswered,
    /// The relay has accepted the mail, by 250.
    Accepted,
    /// The relay has refused the mail, temporarily or permanently.
    Refused,
}

impl Received {
    /// The mails that the relay has accepted, the newest last.
    pub fn accepted(&self) -> impl Iterator<Item = &SentMail> {
        self.sent.iter().filter(|sent| sent.verdict == Verdict::Accepted)
    }

    /// The number of RCPT commands for this recipient.
    #[must_use]
    pub fn rcpt_commands_for(&self, recipient: &str) -> usize {
        self.rcpt_commands.iter().filter(|(tried, _)| tried == recipient).count()
    }

    /// The mails to this recipient that were sent with their final dot.
    #[must_use]
    pub fn sent_to(&self, recipient: &str) -> Vec<&SentMail> {
        self.sent.iter().filter(|sent| sent.recipient == recipient).collect()
    }
}

/// The record that the connections of a relay share.
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) clear: Bytes,
    pub(crate) inside: Bytes,
    received: Mutex<Received>,
}

/// An open connection; counted as closed when dropped.
pub(crate) struct Open(Arc<Record>);

impl Record {
    /// Records a new connection.
    pub(crate) fn open(self: &Arc<Self>) -> Open {
        self.update(|received| {
            received.connections.push(Instant::now());
            received.open += 1;
            received.most_open = received.most_open.max(received.open);
        });
        Open(Arc::clone(self))
    }

    /// Updates the record.
    pub(crate) fn update<T>(&self, update: impl FnOnce(&mut Received) -> T) -> T {
        update(&mut self.received.lock().expect("no panic while it was held"))
    }

    /// A copy of the record so far.
    pub(crate) fn received(&self) -> Received {
        let received = self.update(|received| received.clone());
        Received { clear: text(&self.clear), inside: text(&self.inside), ..received }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.update(|received| received.open -= 1);
    }
}
