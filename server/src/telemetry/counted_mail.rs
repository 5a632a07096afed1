use super::Metrics;
use crate::sign_up::ports::{Mail, MailOutcome, OutgoingMail, QueueFull, QueueSlot};
use async_trait::async_trait;
use domain::Delivery;
use std::sync::Arc;
use tokio::sync::watch;

/// A [`Mail`] that counts its outcomes.
pub struct CountedMail {
    mail: Arc<dyn Mail>,
    metrics: Metrics,
}

impl CountedMail {
    /// Counts the outcomes of the mails sent by `mail`.
    #[must_use]
    pub fn new(mail: Arc<dyn Mail>, metrics: Metrics) -> Self {
        Self { mail, metrics }
    }
}

#[async_trait]
impl Mail for CountedMail {
    fn reserve(&self) -> Result<QueueSlot, QueueFull> {
        self.mail.reserve()
    }

    async fn send(&self, mail: OutgoingMail, place: QueueSlot, news: &watch::Sender<Delivery>) -> MailOutcome {
        let outcome = self.mail.send(mail, place, news).await;
        self.metrics.count_mail(outcome);
        outcome
    }
}
