use super::Metrics;
use crate::sign_up::ports::{CodeMail, Mail};
use app::domain::Delivery;
use async_trait::async_trait;
use std::sync::Arc;

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
    async fn send(&self, mail: CodeMail) -> Delivery {
        let delivery = self.mail.send(mail).await;
        self.metrics.count_mail(delivery);
        delivery
    }
}
