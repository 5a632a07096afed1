use super::ports::{CodeId, CodeMail, Ports, StoreError, Taken};
use super::{Mailing, SignUp};
use app::domain::{Delivery, Limit};
use std::time::Duration;
use tokio::sync::oneshot;

/// How long the outcome of a mail is kept: longer than any page asks for it.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

impl SignUp {
    /// Mails a code in its own task, which a visitor who leaves does not break, and says how it went. After
    /// [`Self::ANSWER_WITHIN`] the answer is [`Delivery::Sending`]; the task goes on and notes its outcome for
    /// [`Self::step`].
    ///
    /// A mail that failed, or is that slow, costs no waiting time; one that failed does not count against its
    /// address and domain either. It stays counted for the client and the installation, whose limits protect the relay.
    pub async fn send(&self, mailing: Mailing) -> Delivery {
        let Mailing { mail, code, taken } = mailing;
        let (answer, answered) = oneshot::channel();
        let task = Sending { ports: self.ports.clone(), code, taken };
        self.tasks.spawn(task.run(mail, answer));
        // The task drops its end without an answer only by a panic of the mailer.
        answered.await.unwrap_or(Delivery::Unknown)
    }
}

impl SignUp {
    /// Lets go of a code that is not to be mailed after all; it counts against nothing.
    pub async fn withdraw(&self, mailing: Mailing) {
        log(self.ports.store.give_back(&mailing.taken).await);
    }
}

struct Sending {
    ports: Ports,
    code: CodeId,
    taken: Taken,
}

impl Sending {
    async fn run(self, mail: CodeMail, answer: oneshot::Sender<Delivery>) {
        let masked = mail.to.typed().masked();
        let mut sending = self.ports.mail.send(mail);
        // Whoever asked may be gone: the answer goes nowhere then, and the outcome is noted all the same.
        if let Ok(delivery) = tokio::time::timeout(SignUp::ANSWER_WITHIN, &mut sending).await {
            self.settle(delivery, &masked).await;
            let _ = answer.send(delivery);
        } else {
            self.give_back(&[Limit::ResendAfter]).await;
            let _ = answer.send(Delivery::Sending);
            self.settle(sending.await, &masked).await;
        }
    }

    /// Notes the outcome. What is given back comes first, so that a page that tells of a failure can ask again.
    async fn settle(&self, delivery: Delivery, masked: &str) {
        tracing::debug!(to = masked, ?delivery, "mail settled");
        if matches!(delivery, Delivery::Failed(_)) {
            self.give_back(&[Limit::ResendAfter, Limit::MailsPerAddress, Limit::MailsPerDomain]).await;
        }
        let now = self.ports.clock.now();
        log(self.ports.store.record_delivery(self.code, delivery, now, now + REMEMBERED).await);
    }

    async fn give_back(&self, limits: &[Limit]) {
        log(self.ports.store.give_back(&self.taken.only(limits)).await);
    }
}

/// Nobody waits for these; the limits err on the strict side when the store fails.
fn log(result: Result<(), StoreError>) {
    if let Err(error) = result {
        tracing::error!(error = &error as &dyn std::error::Error, "could not note the outcome of a mail");
    }
}
