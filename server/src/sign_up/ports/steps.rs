use super::{
    Account, AccountId, AuditRow, Bucket, CodeId, DeliveryNote, Exhausted, MailOutcome, NewCode, Records, SignUpId, SignUpState, TakenUses,
    TriedCode,
};
use crate::sign_up::{CanonicalAddress, Timestamp};

/// What [`Store::look_up`](super::Store::look_up) reads.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    /// The sign-up whose state is read, and how many tries it allows.
    pub sign_up: Option<(SignUpId, u32)>,
    /// A code that may have been tried in that sign-up.
    pub tried: Option<TriedCode>,
    /// The buckets whose next free moment is read.
    pub buckets: Vec<Bucket>,
    /// The codes whose delivery is read.
    pub codes: Vec<CodeId>,
}

/// What [`Store::look_up`](super::Store::look_up) has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookupResult {
    /// The state of the sign-up; [`SignUpState::Unknown`] if none was asked for.
    pub sign_up: SignUpState,
    /// Whether the code was tried in the sign-up.
    pub was_tried: bool,
    /// When a further use of each bucket will be allowed, in the order asked; `None`: at once.
    pub free_at: Vec<Option<Timestamp>>,
    /// The last recorded outcome of each code's mail, in the order asked.
    pub deliveries: Vec<Option<DeliveryNote>>,
}

/// The step that issues a code.
#[derive(Clone, Debug)]
pub struct IssueCode {
    /// The code.
    pub code: NewCode,
    /// Set if the code is added to a sign-up that exists.
    pub existing: Option<ExistingSignUp>,
    /// Buckets of which none may be full. Nothing is counted in them.
    pub must_be_free: Vec<Bucket>,
    /// Buckets in which one use each is counted, or in none if any is full.
    pub counted_in: Vec<Bucket>,
}

/// What must hold of a sign-up to which a code is added.
#[derive(Clone, Copy, Debug)]
pub struct ExistingSignUp {
    /// How many tries it allows. It must be open.
    pub tries: u32,
    /// The new code as one that was tried, which it must not have been: it would be a free guess at every new code.
    pub code: TriedCode,
}

/// The result of [`Store::issue_code`](super::Store::issue_code). Nothing was written unless it is `Issued`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueOutcome {
    /// The code is stored and counted.
    Issued(TakenUses),
    /// A limit is reached: the first full bucket that must be free, or the one with the longest wait.
    Limited(Exhausted),
    /// The sign-up that exists is not open any more, or the code was tried in it: the rule reads again.
    Outdated,
    /// Another request has changed or ended the session.
    SessionConflict,
}

/// What [`Store::record_outcome`](super::Store::record_outcome) records.
#[derive(Clone, Debug)]
pub struct CodeOutcome {
    /// The code whose mail it was.
    pub code: CodeId,
    /// The outcome.
    pub outcome: MailOutcome,
    /// From when on the outcome may be deleted.
    pub ends_at: Timestamp,
    /// The uses to give back.
    pub given_back: TakenUses,
}

/// The step that tries a typed code.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The sign-up.
    pub sign_up: SignUpId,
    /// The code, as one that was tried.
    pub code: TriedCode,
    /// How many tries the sign-up allows.
    pub tries: u32,
    /// The buckets of wrong codes for the address.
    pub failures: Vec<Bucket>,
    /// The result of comparing the code. Nothing of it may show before the try is counted.
    pub comparison: Comparison,
}

/// The result of comparing a typed code with those of a sign-up, and what is to be stored then.
#[derive(Clone, Debug)]
pub enum Comparison {
    /// It is right: the sign-up is completed, and the counted failure given back.
    Right(Box<Completion>),
    /// It was right before it expired.
    Expired(Vec<AuditRow>),
    /// It is wrong. The rows for each number of tries left, from 0 on.
    Wrong(Vec<Vec<AuditRow>>),
}

/// What completes a sign-up.
#[derive(Clone, Debug)]
pub struct Completion {
    /// What is done for the address that is proved now.
    pub goal: Goal,
    /// The address.
    pub address: CanonicalAddress,
    /// The bucket of the pause between two mails, which is cleared, so that the visitor can sign in on a second device at once.
    pub pause: Bucket,
    /// The records that are stored with it. The writes of the session are stored also if another account has the address.
    pub records: Records,
}

/// What is done for an address that is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The account of the address is signed in: this one if the address has an account, which must be the case now as it was when the rule
    /// read it; otherwise a new one with this id.
    SignIn {
        /// The account's id.
        account: AccountId,
        /// Whether the account existed when the rule read it.
        exists: bool,
    },
    /// This account gets the address. It must be as it was when the rule read it.
    ChangeEmail(Account),
}

/// The result of [`Store::try_code`](super::Store::try_code).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttemptOutcome {
    /// The code was right: the account that is signed in.
    SignedIn(Account),
    /// The code was right: the account with its new address.
    EmailChanged(Account),
    /// The code was right, but another account has the address. The sign-up is completed.
    AddressTaken,
    /// The code has expired. It has counted.
    Expired,
    /// The code is wrong. It has counted, unless it was tried before.
    Wrong {
        /// Wrong codes left.
        tries_left: u32,
    },
    /// This sign-up has no tries left. Nothing was written.
    Spent,
    /// This sign-up was completed before. Nothing was written.
    Consumed,
    /// The reader of the mail has voided this sign-up. Nothing was written.
    Voided,
    /// The store has no such sign-up, for instance because it was deleted long after its end. Nothing was written.
    Unknown,
    /// The limit of wrong codes for the address is reached. Nothing was written.
    Limited(Exhausted),
    /// The account is not as the rule has read it: the rule reads again. Nothing was written.
    Outdated,
    /// Another request has changed or ended the session. Nothing was written.
    SessionConflict,
}
