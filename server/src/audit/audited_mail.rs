use super::{Event, Recorder};
use crate::sign_up::ports::{Mail, MailOutcome, OutgoingMail, QueueFull, QueueSlot};
use async_trait::async_trait;
use domain::Delivery;
use std::sync::Arc;
use tokio::sync::watch;

/// A [`Mail`] port that records the outcome of every mail, including those that no request waits for.
pub struct AuditedMail {
    mail: Arc<dyn Mail>,
    recorder: Recorder,
}

impl AuditedMail {
    /// Records the outcomes of the mails that `mail` sends.
    #[must_use]
    pub fn new(mail: Arc<dyn Mail>, recorder: Recorder) -> Self {
        Self { mail, recorder }
    }
}

#[async_trait]
impl Mail for AuditedMail {
    fn reserve(&self) -> Result<QueueSlot, QueueFull> {
        self.mail.reserve()
    }

    async fn send(&self, mail: OutgoingMail, slot: QueueSlot, progress: &watch::Sender<Delivery>) -> MailOutcome {
        let to = mail.to().clone();
        let outcome = self.mail.send(mail, slot, progress).await;
        self.recorder.record_mail(Event::Mailed(outcome.delivery), &to).await;
        outcome
    }
}
