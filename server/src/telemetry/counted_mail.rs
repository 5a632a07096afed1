use super::Metrics;
use crate::sign_up::ports::{CodeMail, Mail, Outcome, Place, QueueFull};
use app::domain::Delivery;
use async_trait::async_trait;
use std::sync::Arc;
use tokio::sync::watch;

/// Mail whose outcomes are counted.
pub struct CountedMail {
    mail: Arc<dyn Mail>,
    metrics: Metrics,
}

impl CountedMail {
    /// Counts what becomes of the mails sent by `mail`.
    #[must_use]
    pub fn new(mail: Arc<dyn Mail>, metrics: Metrics) -> Self {
        Self { mail, metrics }
    }
}

#[async_trait]
impl Mail for CountedMail {
    fn reserve(&self) -> Result<Place, QueueFull> {
        self.mail.reserve()
    }

    async fn send(&self, mail: CodeMail, place: Place, news: &watch::Sender<Delivery>) -> Outcome {
        let outcome = self.mail.send(mail, place, news).await;
        self.metrics.count_mail(outcome);
        outcome
    }
}
