use super::OutgoingMail;
use async_trait::async_trait;
use domain::Delivery;
use tokio::sync::{OwnedSemaphorePermit, watch};

/// Which of the relays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelayRole {
    /// The one that mails go to.
    Main,
    /// The one they go to when the other cannot take them.
    Fallback,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What is known of it.
    pub delivery: Delivery,
    /// The relay that took it, may have taken it or refused it last; `None`: no relay was asked.
    pub relay: Option<RelayRole>,
}

/// A mail's place among those that wait or are under way; free again when it is dropped.
#[derive(Debug)]
pub struct Place(Option<OwnedSemaphorePermit>);

impl Place {
    /// One of those that there are.
    #[must_use]
    pub const fn new(permit: OwnedSemaphorePermit) -> Self {
        Self(Some(permit))
    }

    /// One beside them, for a mail that must not be kept out by others.
    #[must_use]
    pub const fn beside_the_queue() -> Self {
        Self(None)
    }

    /// Whether it is one of those that there are.
    #[must_use]
    pub const fn is_in_queue(&self) -> bool {
        self.0.is_some()
    }
}

/// All places are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many mails wait or are under way")]
pub struct QueueFull;

/// Sends mail.
#[async_trait]
pub trait Mail: Send + Sync {
    /// A place for one mail, without waiting for one.
    ///
    /// # Errors
    /// [`QueueFull`]: ask again later.
    fn reserve(&self) -> Result<Place, QueueFull>;

    /// Hands one mail to a relay and says how that ended: its [`Delivery::is_final`]. What becomes known before goes to
    /// `news`. Ends well within the mail's lifetime and the implementation's overall deadline after it.
    async fn send(&self, mail: OutgoingMail, place: Place, news: &watch::Sender<Delivery>) -> Outcome;
}
