use super::{Account, AccountId, Bucket, Change, CodeId, DeliveryNote, Exhausted, NewCode, Outcome, SignUpId, SignUpState, Taken, Try};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;
use domain::Limit;

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

    /// Notes the code's token, its mail as [`Sending`](domain::Delivery::Sending) and its sign-up: a new one with no try spent, or one it
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

    /// Ends the sign-up that proved the address, giving the taken failure back, and makes the address that of the account, unless
    /// another one has it. The sign-up is at its end in that case, too.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn change_email(
        &self,
        id: SignUpId,
        failure: &Taken,
        account: AccountId,
        address: &CanonicalAddress,
        now: Timestamp,
    ) -> Result<Change, StoreError>;

    /// Deletes the account and everything that belongs to it, and says what it was; `None`: there is none. Of several calls one does.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_account(&self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// Deletes what no rule needs any more: sign-ups, tokens and notes past their end, uses older than `oldest_use`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError>;
}
