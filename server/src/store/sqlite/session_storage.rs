use super::database_fault::store_error;
use super::step::is_full_batch;
use super::{SqliteStore, Step, audit, sessions, steps};
use crate::sessions::{SessionHandle, SessionStorage, SignedInSession, StoredSession};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, AuditRow, Records, SessionConflict, SessionHash, StoreError};
use async_trait::async_trait;
use rusqlite::Connection;

#[async_trait]
impl SessionStorage for SqliteStore {
    async fn read(&self, id: SessionHash, now: Timestamp) -> Result<Option<StoredSession>, StoreError> {
        self.read_with(|connection| sessions::read(connection, id, now))
    }

    async fn write(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError> {
        self.write_records(records).await
    }

    async fn signed_in(&self, account: AccountId, now: Timestamp) -> Result<Vec<SignedInSession>, StoreError> {
        self.read_with(|connection| sessions::signed_in(connection, account, now))
    }

    async fn end_others(
        &self,
        account: AccountId,
        this: SessionHash,
        handle: Option<SessionHandle>,
        audit: &[AuditRow],
    ) -> Result<u64, StoreError> {
        let rows = audit.to_vec();
        let step = move |connection: &Connection| {
            let ended = sessions::delete_others(connection, account, this, handle)?;
            if ended == 0 {
                return Ok(Step::Rollback(0));
            }
            audit::append(connection, &rows)?;
            Ok(Step::Commit(ended))
        };
        self.write_step(step).await
    }

    async fn delete_expired(&self, now: Timestamp) -> Result<(), StoreError> {
        while is_full_batch(self.write_step(move |connection| sessions::delete_batch(connection, now).map(Step::Commit)).await?) {}
        Ok(())
    }
}

impl SqliteStore {
    /// Ends the sessions of this account, or of all accounts if it is `None`, adds the audit rows, and returns how many were signed in.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_sessions(&self, account: Option<AccountId>, records: &Records) -> Result<u64, StoreError> {
        let records = records.clone();
        let step = move |connection: &Connection| {
            let ended = sessions::delete_of(connection, account)?;
            steps::write_records(connection, &records).map(|written| Step::of(written.map(|()| ended)))
        };
        self.write_step(step).await?.map_err(store_error)
    }

    /// Writes these records alone.
    pub(super) async fn write_records(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError> {
        if records.is_empty() {
            return Ok(Ok(()));
        }
        let records = records.clone();
        self.write_step(move |connection| steps::write_records(connection, &records).map(Step::of)).await
    }
}

#[cfg(test)]
#[path = "session_storage_tests.rs"]
mod tests;
