use super::ports::{CodeId, CodeMail, CodeOutcome, MailOutcome, Ports, QueueSlot, Records, StoreError, TakenUses};
use super::{CanonicalAddress, SignUp};
use domain::{Delivery, Limit};
use std::time::Duration;
use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, sleep, sleep_until, timeout};

/// How long the store keeps the outcome of a mail: longer than any page reads it.
const OUTCOME_KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// How long [`SignUp::send`] waits for a mail that has to be retried. The first retry comes after a second.
const RETRY_WAIT: Duration = Duration::from_secs(3);
/// The wait before another attempt to record an outcome while the store is unavailable.
const RECORD_AGAIN_AFTER: Duration = Duration::from_secs(5);
/// The number of these attempts: they last an hour, which is as long as a code may work.
const RECORD_AGAIN_AT_MOST: u32 = 720;

/// A code that is stored and counted, and that [`SignUp::send`] has yet to mail.
#[must_use = "without `SignUp::send` the code is never mailed"]
#[derive(Debug)]
pub struct UnsentMail {
    pub(super) mail: CodeMail,
    pub(super) code: CodeId,
    pub(super) taken: TakenUses,
    pub(super) slot: QueueSlot,
}

impl SignUp {
    /// Mails a code in its own task, which continues if the client disconnects, and returns the delivery state. It waits for the
    /// outcome, but not longer than `max_wait` and [`Self::MAX_DELIVERY_WAIT`], nor much longer than until the mail has to be retried. If
    /// the outcome is not known by then, it returns [`Delivery::Sending`] or [`Delivery::Retrying`], and the task records the outcome for
    /// [`Self::step`].
    ///
    /// A mail that failed, has to be retried or takes longer than [`Self::MAX_DELIVERY_WAIT`] starts no pause before the next mail. A
    /// failed one does not count against its address and domain either, but still counts against the client and the installation, whose
    /// limits protect the relay.
    pub async fn send(&self, unsent: UnsentMail, max_wait: Option<Duration>) -> Delivery {
        let UnsentMail { mail, code, taken, slot } = unsent;
        let (waiting, delivery) = oneshot::channel();
        let task = SendTask { ports: self.ports.clone(), to: mail.to.clone(), code, taken, requester: Some(waiting) };
        self.tasks.spawn(task.run(mail, slot));
        let delivery = match max_wait {
            Some(max_wait) => timeout(max_wait, delivery).await,
            None => Ok(delivery.await),
        };
        match delivery {
            // The task drops the sender without a delivery state only if the mailer panics.
            Ok(delivery) => delivery.unwrap_or(Delivery::Unknown),
            Err(_) => Delivery::Sending,
        }
    }
}

struct SendTask {
    ports: Ports,
    to: CanonicalAddress,
    code: CodeId,
    taken: TakenUses,
    /// The channel to the waiting request; `None` once it got the delivery state.
    requester: Option<oneshot::Sender<Delivery>>,
}

impl SendTask {
    async fn run(mut self, mail: CodeMail, slot: QueueSlot) {
        let (progress, mut received) = watch::channel(Delivery::Sending);
        let ports = self.ports.clone();
        let mut sending = ports.mail.send(mail.into(), slot, &progress);
        let mut wait_until = Instant::now() + SignUp::MAX_DELIVERY_WAIT;
        let outcome = loop {
            tokio::select! {
                biased;
                outcome = &mut sending => break outcome,
                _ = received.changed() => {
                    let delivery = *received.borrow_and_update();
                    tracing::debug!(to = self.to.typed().masked(), ?delivery, "the outcome of a mail is not known yet");
                    wait_until = wait_until.min(Instant::now() + RETRY_WAIT);
                    // A failure is ignored: the next state may be recorded.
                    let _ = self.record(MailOutcome { delivery, relay: None }, &[Limit::ResendAfter], &Records::default()).await;
                }
                () = sleep_until(wait_until), if self.requester.is_some() => {
                    self.end_pause().await;
                    self.end_wait(*received.borrow());
                }
            }
        };
        let records = Records::of_audit(self.ports.mail_recording.mailed(&self.to, outcome.delivery));
        let recorded = self.settle(outcome, &records).await;
        self.end_wait(outcome.delivery);
        let recorded = match recorded {
            Err(StoreError::Unavailable(_)) => self.settle_later(outcome, &records).await,
            recorded => recorded,
        };
        if let Err(error) = recorded {
            self.ports.mail_recording.lost(records.audit, &error);
        }
    }

    /// Sends the delivery state to the waiting request, unless it got one before. If its client has disconnected, the state is dropped.
    fn end_wait(&mut self, delivery: Delivery) {
        if let Some(waiting) = self.requester.take() {
            let _ = waiting.send(delivery);
        }
    }

    /// Records the outcome, and gives back the uses that do not count then.
    async fn settle(&self, outcome: MailOutcome, records: &Records) -> Result<(), StoreError> {
        tracing::debug!(to = self.to.typed().masked(), ?outcome, "the outcome of a mail is known");
        let given_back: &[Limit] = match outcome.delivery {
            Delivery::Failed(_) => &[Limit::ResendAfter, Limit::MailsPerAddress, Limit::MailsPerDomain],
            _ => &[],
        };
        self.record(outcome, given_back, records).await
    }

    async fn record(&self, outcome: MailOutcome, given_back: &[Limit], records: &Records) -> Result<(), StoreError> {
        let now = self.ports.clock.now();
        let outcome = CodeOutcome { code: self.code, outcome, ends_at: now + OUTCOME_KEPT_FOR, given_back: self.taken.only(given_back) };
        let recorded = self.ports.store.record_outcome(&outcome, records, now).await;
        if let Err(error) = &recorded {
            tracing::error!(error = error as &dyn std::error::Error, "could not record the outcome of a mail");
        }
        recorded
    }

    /// Records the outcome once the store is available again, so that the page does not show the mail as being sent for ever.
    async fn settle_later(&self, outcome: MailOutcome, records: &Records) -> Result<(), StoreError> {
        let mut recorded = Ok(());
        for _ in 0..RECORD_AGAIN_AT_MOST {
            sleep(RECORD_AGAIN_AFTER).await;
            recorded = self.settle(outcome, records).await;
            if !matches!(recorded, Err(StoreError::Unavailable(_))) {
                break;
            }
        }
        recorded
    }

    /// Ends the pause before the next mail. A failure is only logged, since the limits only become stricter.
    async fn end_pause(&self) {
        if let Err(error) = self.ports.store.give_back(&self.taken.only(&[Limit::ResendAfter])).await {
            tracing::error!(error = &error as &dyn std::error::Error, "could not undo the counting of a mail against its limits");
        }
    }
}
