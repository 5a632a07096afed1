use super::ports::{CodeId, CodeMail, Outcome, Place, Ports, StoreError, Taken};
use super::{Mailing, SignUp};
use domain::{Delivery, Limit};
use std::time::Duration;
use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, sleep_until, timeout};

/// How long the outcome of a mail is kept: longer than any page asks for it.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);
/// How long a mail that has to be tried again is waited for: its first retry comes after a second.
const RETRY_WITHIN: Duration = Duration::from_secs(3);

impl SignUp {
    /// Mails a code in its own task, which a visitor who leaves does not break, and says how it went. After `patience`, after
    /// [`Self::ANSWER_WITHIN`], or once it has to be tried again later, the answer is [`Delivery::Sending`] or
    /// [`Delivery::Retrying`]; the task goes on and notes its outcome for [`Self::step`].
    ///
    /// A mail that failed, or takes longer than [`Self::ANSWER_WITHIN`], costs no waiting time; one that failed does not count against its
    /// address and domain either. It stays counted for the client and the installation, whose limits protect the relay.
    pub async fn send(&self, mailing: Mailing, patience: Option<Duration>) -> Delivery {
        let Mailing { mail, code, taken, place } = mailing;
        let (answer, answered) = oneshot::channel();
        let task = Sending { ports: self.ports.clone(), masked: mail.to.typed().masked(), code, taken, answer: Some(answer) };
        self.tasks.spawn(task.run(mail, place));
        let answer = match patience {
            Some(patience) => timeout(patience, answered).await,
            None => Ok(answered.await),
        };
        match answer {
            // The task drops its end without an answer only by a panic of the mailer.
            Ok(answer) => answer.unwrap_or(Delivery::Unknown),
            Err(_) => Delivery::Sending,
        }
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
    masked: String,
    code: CodeId,
    taken: Taken,
    /// Whoever waits; `None`: they have been told.
    answer: Option<oneshot::Sender<Delivery>>,
}

impl Sending {
    async fn run(mut self, mail: CodeMail, place: Place) {
        let (news, mut heard) = watch::channel(Delivery::Sending);
        let ports = self.ports.clone();
        let mut sending = ports.mail.send(mail.into(), place, &news);
        let mut patience = Instant::now() + SignUp::ANSWER_WITHIN;
        let outcome = loop {
            tokio::select! {
                biased;
                outcome = &mut sending => break outcome,
                _ = heard.changed() => {
                    let delivery = *heard.borrow_and_update();
                    tracing::debug!(to = self.masked, ?delivery, "mail not settled yet");
                    // First, so that a page that tells of it can ask again.
                    self.give_back(&[Limit::ResendAfter]).await;
                    self.note(Outcome { delivery, relay: None }).await;
                    patience = patience.min(Instant::now() + RETRY_WITHIN);
                }
                () = sleep_until(patience), if self.answer.is_some() => {
                    self.give_back(&[Limit::ResendAfter]).await;
                    self.tell(*heard.borrow());
                }
            }
        };
        self.settle(outcome).await;
        self.tell(outcome.delivery);
    }

    /// Whoever asked may be gone: the answer goes nowhere then, and the outcome is noted all the same.
    fn tell(&mut self, delivery: Delivery) {
        if let Some(answer) = self.answer.take() {
            let _ = answer.send(delivery);
        }
    }

    /// Notes the outcome. What is given back comes first, so that a page that tells of a failure can ask again.
    async fn settle(&self, outcome: Outcome) {
        tracing::debug!(to = self.masked, ?outcome, "mail settled");
        if matches!(outcome.delivery, Delivery::Failed(_)) {
            self.give_back(&[Limit::ResendAfter, Limit::MailsPerAddress, Limit::MailsPerDomain]).await;
        }
        self.note(outcome).await;
    }

    async fn note(&self, outcome: Outcome) {
        let now = self.ports.clock.now();
        log(self.ports.store.record_delivery(self.code, outcome, now, now + REMEMBERED).await);
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
