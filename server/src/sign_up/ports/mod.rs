//! The interfaces that the rules need: time, randomness, mail and a store. Everything else is plain computation, so that a test can use a
//! fake clock and a seeded generator.
//!
//! `mail` has the mail port with the mails and their outcomes, `store` the store port, `store_error` its
//! failures, `steps` what its methods take and return, `stored` the
//! ids and values that it stores. `records` has what a step stores for the session and the audit trail, which are no matter of the rules.

mod mail;
mod records;
mod steps;
mod store;
mod store_error;
mod stored;

pub use mail::{CodeMail, DeliveryNote, Mail, MailOutcome, Notice, NoticeMail, OutgoingMail, QueueFull, QueueSlot, RelayRole};
pub use records::{AuditRow, MailRecording, Records, SessionConflict, SessionHash, SessionRow, SessionWrite};
pub use steps::{
    Attempt, AttemptOutcome, CodeOutcome, Comparison, Completion, ExistingSignUp, Goal, IssueCode, IssueOutcome, Lookup, LookupResult,
};
pub use store::Store;
pub use store_error::StoreError;
pub use stored::{Account, AccountId, Bucket, CodeId, CodePurpose, Exhausted, NewCode, SignUpId, SignUpState, TakenUses, TriedCode, Use};

use super::Timestamp;
use rand::CryptoRng;
use std::sync::Arc;

/// Everything that the rules use, each behind its trait.
#[derive(Clone)]
pub struct Ports {
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    /// The source of codes and ids.
    pub randomness: Arc<dyn Randomness>,
    /// Counters, sign-ups and accounts.
    pub store: Arc<dyn Store>,
    /// The sender of mails.
    pub mail: Arc<dyn Mail>,
    /// The records of the mails' outcomes.
    pub mail_recording: Arc<dyn MailRecording>,
}

/// The time of day.
pub trait Clock: Send + Sync {
    /// The current time.
    fn now(&self) -> Timestamp;
}

/// A source of unpredictable bits.
pub trait Randomness: Send + Sync {
    /// A generator fit for secrets. In production it reads the operating system at every draw.
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_>;
}
