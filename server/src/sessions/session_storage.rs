use super::SessionHandle;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, AuditRow, Records, SessionConflict, SessionHash, StoreError};
use async_trait::async_trait;

/// The storage of the sessions' rows, each under the hash of its id.
#[async_trait]
pub trait SessionStorage: Send + Sync {
    /// The row with this hash, unless it has expired.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn read(&self, id: SessionHash, now: Timestamp) -> Result<Option<StoredSession>, StoreError>;

    /// Writes these records in one transaction. The inner error is a conflict: nothing was written.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn write(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError>;

    /// The rows of the account's sessions that have not expired, in any order.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn signed_in(&self, account: AccountId, now: Timestamp) -> Result<Vec<SignedInSession>, StoreError>;

    /// Deletes the account's sessions except `this`, or only the one with this handle, adds the audit rows if there were any, and returns
    /// how many there were. It deletes none if `this` is not a session of the account any more: if two browsers end each other, only one
    /// succeeds.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn end_others(
        &self,
        account: AccountId,
        this: SessionHash,
        handle: Option<SessionHandle>,
        audit: &[AuditRow],
    ) -> Result<u64, StoreError>;

    /// Deletes the expired sessions.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    async fn delete_expired(&self, now: Timestamp) -> Result<(), StoreError>;
}

/// The stored row of a session.
#[derive(Clone)]
pub struct StoredSession {
    /// What [`SessionRow::data`](crate::sign_up::ports::SessionRow::data) was, or anything else that is in its place.
    pub data: Vec<u8>,
    /// The version of the row.
    pub version: i64,
}

/// The stored row of a session of an account.
#[derive(Clone)]
pub struct SignedInSession {
    /// The hash of its id.
    pub id: SessionHash,
    /// As in [`StoredSession`].
    pub data: Vec<u8>,
    /// When it expires.
    pub expires_at: Timestamp,
    /// Its handle.
    pub handle: SessionHandle,
}
