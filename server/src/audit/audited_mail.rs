use super::{Event, Recorder};
use crate::sign_up::ports::{CodeMail, Mail};
use app::domain::Delivery;
use async_trait::async_trait;
use std::sync::Arc;

/// Mail whose outcomes are recorded, those that no visitor waits for included.
pub struct AuditedMail {
    mail: Arc<dyn Mail>,
    recorder: Recorder,
}

impl AuditedMail {
    /// Records what becomes of the mails sent by `mail`.
    #[must_use]
    pub fn new(mail: Arc<dyn Mail>, recorder: Recorder) -> Self {
        Self { mail, recorder }
    }
}

#[async_trait]
impl Mail for AuditedMail {
    async fn send(&self, mail: CodeMail) -> Delivery {
        let to = mail.to.clone();
        let delivery = self.mail.send(mail).await;
        self.recorder.record_mail(Event::Mailed(delivery), &to).await;
        delivery
    }
}
