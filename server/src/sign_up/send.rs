use super::SignUp;
use super::ports::{CodeId, CodeMail, MailOutcome, Ports, QueueSlot, StoreError, TakenUses};
use domain::{Delivery, Limit};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until, timeout};

/// How long the store keeps the outcome of a mail: longer than any page reads it.
const OUTCOME_KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// How long [`SignUp::send`] waits for a mail that has to be retried. The first retry comes after a second.
const RETRY_WAIT: Duration = Duration::from_secs(3);
/// The wait before another attempt to record an outcome while the store is unavailable.
const RECORD_AGAIN_AFTER: Duration = Duration::from_secs(5);
/// The number of these attempts: they last an hour, which is as long as a code may work.
const RECORD_AGAIN_AT_MOST: u32 = 720;

/// A code that is created and counted, and that [`SignUp::send`] has yet to mail.
///
/// Save the visitor's state first: a mailed code that no session holds is useless.
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
        let task = SendTask { ports: self.ports.clone(), masked: mail.to.typed().masked(), code, taken, requester: Some(waiting) };
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

impl SignUp {
    /// Drops a code that will not be mailed, and gives back everything that it was counted against.
    ///
    /// This runs in its own task: if the store has just failed, the request does not wait for it once more.
    #[allow(clippy::must_use_candidate, reason = "its end need not be waited for")]
    pub fn withdraw(&self, unsent: UnsentMail) -> JoinHandle<()> {
        let store = Arc::clone(&self.ports.store);
        self.tasks.spawn(async move { log(store.give_back(&unsent.taken).await) })
    }
}

struct SendTask {
    ports: Ports,
    masked: String,
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
                    tracing::debug!(to = self.masked, ?delivery, "the outcome of a mail is not known yet");
                    // This is done first, so that a page that shows the state can request another code.
                    self.give_back(&[Limit::ResendAfter]).await;
                    // A failure is ignored: the next state may be recorded.
                    let _ = self.record(MailOutcome { delivery, relay: None }).await;
                    wait_until = wait_until.min(Instant::now() + RETRY_WAIT);
                }
                () = sleep_until(wait_until), if self.requester.is_some() => {
                    self.give_back(&[Limit::ResendAfter]).await;
                    self.end_wait(*received.borrow());
                }
            }
        };
        let recorded = self.settle(outcome).await;
        self.end_wait(outcome.delivery);
        if matches!(recorded, Err(StoreError::Unavailable(_))) {
            self.record_later(outcome).await;
        }
    }

    /// Sends the delivery state to the waiting request, unless it got one before. If its client has disconnected, the state is dropped.
    fn end_wait(&mut self, delivery: Delivery) {
        if let Some(waiting) = self.requester.take() {
            let _ = waiting.send(delivery);
        }
    }

    /// Records the outcome. The uses are given back first, so that a page that shows a failure can request another code.
    async fn settle(&self, outcome: MailOutcome) -> Result<(), StoreError> {
        tracing::debug!(to = self.masked, ?outcome, "the outcome of a mail is known");
        if matches!(outcome.delivery, Delivery::Failed(_)) {
            self.give_back(&[Limit::ResendAfter, Limit::MailsPerAddress, Limit::MailsPerDomain]).await;
        }
        self.record(outcome).await
    }

    async fn record(&self, outcome: MailOutcome) -> Result<(), StoreError> {
        let now = self.ports.clock.now();
        let recorded = self.ports.store.record_delivery(self.code, outcome, now, now + OUTCOME_KEPT_FOR).await;
        if let Err(error) = &recorded {
            tracing::error!(error = error as &dyn std::error::Error, "could not record the outcome of a mail");
        }
        recorded
    }

    /// Records the outcome once the store is available again, so that the page does not show the mail as being sent for ever.
    async fn record_later(&self, outcome: MailOutcome) {
        for _ in 0..RECORD_AGAIN_AT_MOST {
            sleep(RECORD_AGAIN_AFTER).await;
            if !matches!(self.record(outcome).await, Err(StoreError::Unavailable(_))) {
                return;
            }
        }
    }

    async fn give_back(&self, limits: &[Limit]) {
        log(self.ports.store.give_back(&self.taken.only(limits)).await);
    }
}

/// Logs a failure to give back uses. Nothing else is done about it, since the limits only become stricter.
fn log(result: Result<(), StoreError>) {
    if let Err(error) = result {
        tracing::error!(error = &error as &dyn std::error::Error, "could not undo the counting of a mail against its limits");
    }
}
