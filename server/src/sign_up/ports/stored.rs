use super::{AccountId, CodeId, Outcome, SignUpId};
use crate::sign_up::{CanonicalAddress, Cap, NotMeMac, Timestamp};
use domain::Limit;

/// An account: somebody who proved that they read the mail of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The address, as typed at the sign-up that made it.
    pub email: CanonicalAddress,
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

/// The uses that were counted by one [`Store::take`](super::Store::take), to give them back.
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

/// What became of the change of an account's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The account has the address now; before, it was this.
    Done(Account),
    /// Another account has it.
    Taken,
    /// The sign-up was completed or voided before.
    TooLate,
    /// There is no such account any more.
    NoAccount,
}
