use super::{
    Account, AccountId, Bucket, Change, CodeId, DeliveryNote, Exhausted, MailOutcome, NewCode, SignUpId, SignUpState, TakenUses, TriedCode,
    TryOutcome,
};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;
use domain::Limit;

/// An operation of the store failed. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store is unavailable at the moment, for instance because the disk is full. The same operation may succeed later.
    #[error("the store is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The operation failed, and would fail again.
    #[error("the store failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The storage of everything that must survive a restart and hold across parallel requests and instances. Each method is one transaction:
/// it takes effect completely or not at all.
#[async_trait]
pub trait Store: Send + Sync {
    /// Counts one use in every bucket, or in none if any is full.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails. The inner error is the full bucket with the longest wait.
    async fn take(&self, buckets: &[Bucket], now: Timestamp) -> Result<Result<TakenUses, Exhausted>, StoreError>;

    /// Gives back uses that turned out not to count. Giving one back twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn give_back(&self, taken: &TakenUses) -> Result<(), StoreError>;

    /// Deletes all uses of this bucket.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn clear(&self, limit: Limit, key: &str) -> Result<(), StoreError>;

    /// When a further use of this bucket will be allowed; `None`: at once. Counts no use.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn free_at(&self, bucket: &Bucket, now: Timestamp) -> Result<Option<Timestamp>, StoreError>;

    /// Records the code's token, its mail as [`Sending`](domain::Delivery::Sending) and its sign-up: a new one with no try spent, or an
    /// existing one, whose tries stay spent and whose end is postponed. Records nothing while `mute` is full.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails. The inner error is the mute.
    async fn begin(&self, code: &NewCode, mute: Option<&Bucket>, now: Timestamp) -> Result<Result<(), Exhausted>, StoreError>;

    /// Voids every sign-up of the mailbox that this token was mailed to, except completed ones, and counts one use of the mailbox by
    /// [`Limit::Muted`] in place of all earlier ones. Returns `false` and changes nothing if the token is unknown or expired.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn void_by_token(&self, token: NotMeMac, now: Timestamp) -> Result<bool, StoreError>;

    /// The state of this sign-up, which allows `tries` wrong codes. Changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn sign_up(&self, id: SignUpId, tries: u32) -> Result<SignUpState, StoreError>;

    /// Counts one of the sign-up's `tries` and one use in every failure bucket, or nothing, in one transaction before the code is compared,
    /// and records `code`. A code that is already recorded counts nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn take_try(
        &self,
        id: SignUpId,
        code: TriedCode,
        tries: u32,
        failures: &[Bucket],
        now: Timestamp,
    ) -> Result<TryOutcome, StoreError>;

    /// Whether this code was tried in the sign-up before.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn was_tried(&self, id: SignUpId, code: TriedCode) -> Result<bool, StoreError>;

    /// Completes the sign-up, finds or creates the account of the address, and gives back the counted failure. Only the first call for a
    /// sign-up returns an account; every later one, and any for a voided one, returns `None`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn consume(
        &self,
        id: SignUpId,
        failure: &TakenUses,
        address: &CanonicalAddress,
        new_account: AccountId,
        now: Timestamp,
    ) -> Result<Option<Account>, StoreError>;

    /// Records the outcome of a code's mail, in place of an earlier one. From `ends_at` on it may be deleted.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn record_delivery(&self, code: CodeId, outcome: MailOutcome, now: Timestamp, ends_at: Timestamp) -> Result<(), StoreError>;

    /// The last recorded outcome of a code's mail.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delivery(&self, code: CodeId) -> Result<Option<DeliveryNote>, StoreError>;

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

    /// Completes the sign-up that proved the address, gives back the counted failure, and gives the account this address unless another
    /// account has it. The sign-up is completed in that case, too.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn change_email(
        &self,
        id: SignUpId,
        failure: &TakenUses,
        account: AccountId,
        address: &CanonicalAddress,
        now: Timestamp,
    ) -> Result<Change, StoreError>;

    /// Deletes the account and everything that belongs to it, and returns the deleted account; `None` if it does not exist. Of several
    /// calls only one returns it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_account(&self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// Deletes what no rule needs any more: sign-ups, tokens and delivery notes past their end, and uses older than `oldest_use`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError>;
}
