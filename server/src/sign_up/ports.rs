//! What the rules need from the world: time, randomness, mail and a store. Everything else they do is
//! plain computation, so a test can play the world with a fake clock and a seeded generator.

use super::{CanonicalAddress, Cap, NotMeMac, NotMeToken, Timestamp};
use app::domain::{Delivery, EmailAddress, Limit, OneTimeCode};
use app::words::Language;
use async_trait::async_trait;
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, watch};

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

/// The one mail of a sign-up.
#[derive(Clone, Debug)]
pub struct CodeMail {
    /// The only recipient.
    pub to: CanonicalAddress,
    /// The code; not printed by `Debug`.
    pub code: OneTimeCode,
    /// How long the code works from now on; the mail says so in minutes.
    pub lifetime: Duration,
    /// When the code was made; becomes the `Date` header.
    pub issued_at: Timestamp,
    /// In which it is written.
    pub language: Language,
    /// By which the reader says that they did not ask for it; not printed by `Debug`.
    pub not_me: NotMeToken,
}

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
pub struct Place(pub OwnedSemaphorePermit);

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
    async fn send(&self, mail: CodeMail, place: Place, news: &watch::Sender<Delivery>) -> Outcome;
}

macro_rules! random_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A new id of 128 random bits.
            pub fn generate(generator: &mut dyn CryptoRng) -> Self {
                let mut bytes = [0; 16];
                generator.fill_bytes(&mut bytes);
                Self(bytes)
            }

            /// The bytes, as the store keeps them.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({:02x}{:02x}…)", stringify!($name), self.0[0], self.0[1])
            }
        }
    };
}

random_id! {
    /// One sign-up, from its first code to its end.
    SignUpId
}
random_id! {
    /// One mailed code.
    CodeId
}
random_id! {
    /// One account.
    AccountId
}

/// An account: somebody who proved that they read the mail of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The address as typed at the sign-up that made it.
    pub email: EmailAddress,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What one use is counted against: a limit and the thing it limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Which limit.
    pub limit: Limit,
    /// What is limited: a keyed hash, a challenge's own, or `all`; no address, domain or network in clear.
    pub key: String,
    /// The caps in force; none means that uses are counted and never refused.
    pub caps: Vec<Cap>,
}

/// One counted use of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The limit it counts against.
    pub limit: Limit,
    /// The store's number of it, never given twice.
    pub id: i64,
}

/// The uses that were counted by one [`Store::take`], to give them back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken(pub Vec<Use>);

impl Taken {
    /// Those that count against one of these limits.
    #[must_use]
    pub fn only(&self, limits: &[Limit]) -> Self {
        Self(self.0.iter().copied().filter(|one| limits.contains(&one.limit)).collect())
    }
}

/// A limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhausted {
    /// Which one.
    pub limit: Limit,
    /// When one more use will be allowed.
    pub until: Timestamp,
}

/// What the store notes of a code that is about to be mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCode {
    /// Its id.
    pub id: CodeId,
    /// Its sign-up.
    pub sign_up: SignUpId,
    /// The mailbox that its mail goes to: a keyed hash, no address in clear.
    pub mailbox: String,
    /// From when on the sign-up may be cleaned up.
    pub ends_at: Timestamp,
    /// By which the reader of its mail says that they did not ask for it.
    pub token: NotMeMac,
    /// From when on the token is not known any more.
    pub token_ends_at: Timestamp,
}

/// What the store has noted of a code's mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryNote {
    /// What is known.
    pub outcome: Outcome,
    /// Since when.
    pub at: Timestamp,
}

/// What became of an attempt to take a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Try {
    /// A try was taken, and the address's failure counted, before any comparison.
    Taken {
        /// Wrong codes left after this one, should it be wrong.
        tries_left: u32,
        /// To give the failure back should the code be right.
        failure: Taken,
    },
    /// This sign-up has no tries left.
    Spent,
    /// This sign-up was completed before.
    Consumed,
    /// Whoever reads the mail has voided this sign-up.
    Voided,
    /// The store knows no such sign-up (it was dropped, or cleaned up long after its end).
    Unknown,
    /// The address has no failures left.
    Exhausted(Exhausted),
}

/// How a sign-up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUpState {
    /// It can still be completed.
    Open,
    /// It has no tries left.
    Spent,
    /// It was completed.
    Consumed,
    /// Whoever reads the mail has said that they did not ask for it.
    Voided,
    /// The store knows no such sign-up (it was dropped, or cleaned up long after its end).
    Unknown,
}

/// The store could not do its work. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
#[error("the store failed")]
pub struct StoreError(#[from] pub Box<dyn std::error::Error + Send + Sync>);

/// Everything that must survive a restart and hold across parallel requests and instances. Each method is
/// one transaction: it happens whole or not at all.
#[async_trait]
pub trait Store: Send + Sync {
    /// Counts one use in every bucket, or, if any is full, in none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails. The inner error is the bucket whose wait is longest.
    async fn take(&self, buckets: &[Bucket], now: Timestamp) -> Result<Result<Taken, Exhausted>, StoreError>;

    /// Gives uses back that turned out not to count. Giving one back twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn give_back(&self, taken: &Taken) -> Result<(), StoreError>;

    /// Forgets all uses of this bucket.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn clear(&self, limit: Limit, key: &str) -> Result<(), StoreError>;

    /// When a further use of this bucket will be allowed; `None`: at once. Counts nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn free_at(&self, bucket: &Bucket, now: Timestamp) -> Result<Option<Timestamp>, StoreError>;

    /// Notes the code's token, its mail as [`Delivery::Sending`] and its sign-up: a new one with no try spent, or one it
    /// knows, whose tries stay spent and whose end is put off. Nothing is noted while the mute, if one counts, is full.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails. The inner error is the mute.
    async fn begin(&self, code: &NewCode, mute: Option<&Bucket>, now: Timestamp) -> Result<Result<(), Exhausted>, StoreError>;

    /// Voids every sign-up of the mailbox that this token was mailed to, but for completed ones, and counts one use of the
    /// mailbox by [`Limit::Muted`] in place of all earlier ones. `false`, and nothing done, if no such token is known.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn disown(&self, token: NotMeMac, now: Timestamp) -> Result<bool, StoreError>;

    /// How this sign-up, which may spend `tries` wrong codes, stands. Changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn sign_up(&self, id: SignUpId, tries: u32) -> Result<SignUpState, StoreError>;

    /// Takes one of `tries` from the sign-up and one use from every failure bucket, or none, by one atomic
    /// statement before the code is compared.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn take_try(&self, id: SignUpId, tries: u32, failures: &[Bucket], now: Timestamp) -> Result<Try, StoreError>;

    /// Ends the sign-up and finds or makes the account of the address, giving the taken failure back. Only
    /// the first call for a sign-up returns an account; every later one, and any for a voided one, returns `None`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn consume(
        &self,
        id: SignUpId,
        failure: &Taken,
        address: &CanonicalAddress,
        new_account: AccountId,
        now: Timestamp,
    ) -> Result<Option<Account>, StoreError>;

    /// Notes what is known of a code's mail. A later call replaces an earlier one. From `ends_at` on the note
    /// may be cleaned up.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn record_delivery(&self, code: CodeId, outcome: Outcome, now: Timestamp, ends_at: Timestamp) -> Result<(), StoreError>;

    /// What was last noted of a code's mail.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delivery(&self, code: CodeId) -> Result<Option<DeliveryNote>, StoreError>;

    /// The account with this id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// Deletes the account and everything that belongs to it. Deleting what is not there is no error.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_account(&self, id: AccountId) -> Result<(), StoreError>;

    /// Deletes what no rule needs any more: sign-ups, tokens and notes past their end, uses older than `oldest_use`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError>;
}
