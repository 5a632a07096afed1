//! What the rules need from the world: time, randomness, mail and a store. Everything else they do is
//! plain computation, so a test can play the world with a fake clock and a seeded generator.

mod ids;
mod mail;
mod store;
mod stored;

pub use super::outgoing_mail::{CodeFor, CodeMail, Notice, NoticeMail, OutgoingMail};
pub use ids::{AccountId, CodeId, SignUpId};
pub use mail::{Mail, Outcome, Place, QueueFull, RelayRole};
pub use store::{Store, StoreError};
pub use stored::{Account, Bucket, Change, DeliveryNote, Exhausted, NewCode, SignUpState, Taken, Try, Use};

use super::Timestamp;
use rand::CryptoRng;
use std::sync::Arc;

/// All that the rules use, each behind its trait.
#[derive(Clone)]
pub struct Ports {
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    /// Where codes and ids come from.
    pub randomness: Arc<dyn Randomness>,
    /// Counters, sign-ups and accounts.
    pub store: Arc<dyn Store>,
    /// The way to the visitor's mailbox.
    pub mail: Arc<dyn Mail>,
}

/// The time of day.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// A source of unpredictable bits.
pub trait Randomness: Send + Sync {
    /// A generator fit for secrets. In production it reads the operating system at every draw.
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_>;
}
