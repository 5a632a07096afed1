use super::{
    Account, AccountId, Attempt, AttemptOutcome, CodeOutcome, IssueCode, IssueOutcome, Lookup, LookupResult, Records, SessionConflict,
    StoreError, TakenUses,
};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;

/// The storage of everything that must survive a restart and hold across parallel requests and instances.
///
/// Each step of a sign-up is one method that writes, and one transaction: with the visitor's session and the audit trail, which come with it
/// as [`Records`], it takes effect completely or not at all, and it is durable when the method returns. A method that reads decides nothing:
/// what a step depends on, it checks again.
#[async_trait]
pub trait Store: Send + Sync {
    /// Reads a sign-up's state, deliveries and limits, all at one moment. Changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn look_up(&self, lookup: &Lookup, now: Timestamp) -> Result<LookupResult, StoreError>;

    /// The account with this id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// The account of this mailbox.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn account_of(&self, address: &CanonicalAddress) -> Result<Option<Account>, StoreError>;

    /// Counts a mail against its limits, and records its code, its token, its mail as [`Sending`](domain::Delivery::Sending) and its
    /// sign-up: a new one with no try spent, or an existing one, whose tries stay spent and whose end is postponed.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn issue_code(&self, step: &IssueCode, records: &Records, now: Timestamp) -> Result<IssueOutcome, StoreError>;

    /// Records the outcome of a code's mail, in place of an earlier one, and gives back uses. Giving one back twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn record_outcome(&self, outcome: &CodeOutcome, records: &Records, now: Timestamp) -> Result<(), StoreError>;

    /// Gives back uses that turned out not to count. Giving one back twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn give_back(&self, taken: &TakenUses) -> Result<(), StoreError>;

    /// Counts one try of the sign-up and one use in every failure bucket, or nothing if one is full, and records the code as tried; only
    /// then acts on the result of comparing the code. A code that was tried before counts nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn try_code(&self, attempt: &Attempt, now: Timestamp) -> Result<AttemptOutcome, StoreError>;

    /// Voids every sign-up of the mailbox that this token was mailed to, except completed ones, and counts one use of the mailbox by
    /// [`Limit::Muted`](domain::Limit::Muted) in place of all earlier ones. Returns `false` and changes nothing if the token is unknown or
    /// expired.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn void_by_token(&self, token: NotMeMac, records: &Records, now: Timestamp) -> Result<bool, StoreError>;

    /// Deletes the account and everything that belongs to it, its sessions included, and returns the deleted account; `None`, and nothing is
    /// written, if it does not exist. Of several calls only one returns it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_account(&self, id: AccountId, records: &Records) -> Result<Option<Account>, StoreError>;

    /// Writes these records alone. The inner error is that another request has changed or ended the session: nothing was written.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn write(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError>;

    /// Deletes what no rule needs any more: sign-ups, tokens and delivery notes past their end, and uses older than `oldest_use`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError>;
}
