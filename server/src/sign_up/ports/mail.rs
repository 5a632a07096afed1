use super::OutgoingMail;
use async_trait::async_trait;
use domain::Delivery;
use tokio::sync::{OwnedSemaphorePermit, watch};

/// The role of a relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelayRole {
    /// The relay that mails are sent to.
    Main,
    /// The relay that mails are sent to when the main one cannot take them.
    Fallback,
}

/// The outcome of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The delivery state.
    pub delivery: Delivery,
    /// The relay that took the mail, may have taken it or refused it last; `None` if no relay was asked.
    pub relay: Option<RelayRole>,
}

/// A mail's slot in the queue, in which mails wait or are being sent. It is freed when dropped.
#[derive(Debug)]
pub struct Place(Option<OwnedSemaphorePermit>);

impl Place {
    /// Creates a slot of the queue.
    #[must_use]
    pub const fn new(permit: OwnedSemaphorePermit) -> Self {
        Self(Some(permit))
    }

    /// Creates a slot outside the queue, for a mail that others must not keep out.
    #[must_use]
    pub const fn beside_the_queue() -> Self {
        Self(None)
    }

    /// Whether this is a slot of the queue.
    #[must_use]
    pub const fn is_in_queue(&self) -> bool {
        self.0.is_some()
    }
}

/// All slots of the queue are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many mails wait or are under way")]
pub struct QueueFull;

/// Sends mail.
#[async_trait]
pub trait Mail: Send + Sync {
    /// Reserves a slot for one mail, without waiting for one.
    ///
    /// # Errors
    /// [`QueueFull`] if no slot is free at the moment.
    fn reserve(&self) -> Result<Place, QueueFull>;

    /// Hands one mail to a relay and returns the outcome, which [is final](Delivery::is_final). Delivery states before that are sent to
    /// `news`. Ends well within the mail's lifetime and the implementation's overall deadline after it.
    async fn send(&self, mail: OutgoingMail, place: Place, news: &watch::Sender<Delivery>) -> Outcome;
}
