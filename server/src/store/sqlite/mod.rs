//! The store in SQLite: one file, no server.
//!
//! This file implements the rules' store port; the statements are in the file of their table: `accounts`, `buckets`, `deliveries`,
//! `sign_ups`. `audit`, `sessions` and `signed_in` implement the stores of those modules, `session_row` encodes a session. `open` opens the
//! database over `connections` and runs the `migrations`, and `open_error` says why it cannot; `schema_state` compares its schema with that
//! of this version, `opened_file` notices that its file was replaced, and `database_fault` distinguishes errors that may pass.

mod accounts;
mod audit;
mod buckets;
mod connections;
mod database_fault;
mod deliveries;
mod migrations;
mod open;
mod open_error;
mod opened_file;
mod schema_state;
mod session_row;
mod sessions;
mod sign_ups;
mod signed_in;

pub use database_fault::DatabaseFault;
pub use open::SqliteStore;
pub use open_error::{OpenProblem, StoreOpenError};
pub use schema_state::SchemaState;
pub use sessions::SqliteSessions;

use crate::sign_up::ports::{
    Account, AccountId, Bucket, Change, CodeId, DeliveryNote, Exhausted, MailOutcome, NewCode, SignUpId, SignUpState, Store, StoreError,
    TakenUses, TriedCode, TryOutcome,
};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;
use database_fault::failed;
use domain::{Delivery, Limit};
use sqlx::{Sqlite, Transaction};
use std::path::Path;
use std::time::Duration;

/// How often [`SqliteStore::replaced`] checks that the file is still at its path.
const FILE_CHECK_INTERVAL: Duration = Duration::from_secs(1);

// A method that writes does so in one transaction, begun by `begin_write`.
#[async_trait]
impl Store for SqliteStore {
    async fn take(&self, buckets: &[Bucket], now: Timestamp) -> Result<Result<TakenUses, Exhausted>, StoreError> {
        let mut transaction = self.begin_write().await?;
        let taken = buckets::take(&mut transaction, buckets, now).await?;
        if taken.is_ok() {
            transaction.commit().await.map_err(failed)?;
        }
        Ok(taken)
    }

    async fn give_back(&self, taken: &TakenUses) -> Result<(), StoreError> {
        if taken.0.is_empty() {
            return Ok(());
        }
        let mut transaction = self.begin_write().await?;
        buckets::give_back(&mut transaction, taken).await?;
        transaction.commit().await.map_err(failed)
    }

    async fn clear(&self, limit: Limit, key: &str) -> Result<(), StoreError> {
        let mut transaction = self.begin_write().await?;
        buckets::clear(&mut transaction, limit, key).await?;
        transaction.commit().await.map_err(failed)
    }

    async fn free_at(&self, bucket: &Bucket, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        buckets::free_at(&mut connection, bucket, now).await
    }

    async fn begin(&self, code: &NewCode, mute: Option<&Bucket>, now: Timestamp) -> Result<Result<(), Exhausted>, StoreError> {
        let mut transaction = self.begin_write().await?;
        if let Some(mute) = mute
            && let Some(until) = buckets::free_at(&mut transaction, mute, now).await?
        {
            return Ok(Err(Exhausted { limit: mute.limit, until }));
        }
        sign_ups::begin(&mut transaction, code).await?;
        let sending = MailOutcome { delivery: Delivery::Sending, relay: None };
        deliveries::record(&mut transaction, code.id, sending, now, code.ends_at).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(Ok(()))
    }

    async fn void_by_token(&self, token: NotMeMac, now: Timestamp) -> Result<bool, StoreError> {
        // The token is looked up without the write lock, so that guesses do not hold up writers.
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        let Some(mailbox) = sign_ups::mailbox_of_token(&mut connection, token, now).await? else { return Ok(false) };
        drop(connection);
        let mut transaction = self.begin_write().await?;
        sign_ups::void(&mut transaction, &mailbox, now).await?;
        buckets::replace(&mut transaction, Limit::Muted, &mailbox, now).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(true)
    }

    async fn sign_up(&self, id: SignUpId, tries: u32) -> Result<SignUpState, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        sign_ups::state(&mut connection, id, tries).await
    }

    async fn take_try(
        &self,
        id: SignUpId,
        code: TriedCode,
        tries: u32,
        failures: &[Bucket],
        now: Timestamp,
    ) -> Result<TryOutcome, StoreError> {
        let mut transaction = self.begin_write().await?;
        let taken = sign_ups::take_try(&mut transaction, id, code, tries, failures, now).await?;
        if matches!(taken, TryOutcome::Taken { .. }) {
            transaction.commit().await.map_err(failed)?;
        }
        Ok(taken)
    }

    async fn was_tried(&self, id: SignUpId, code: TriedCode) -> Result<bool, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        sign_ups::was_tried(&mut connection, id, code).await
    }

    async fn consume(
        &self,
        id: SignUpId,
        failure: &TakenUses,
        address: &CanonicalAddress,
        new_account: AccountId,
        now: Timestamp,
    ) -> Result<Option<Account>, StoreError> {
        let mut transaction = self.begin_write().await?;
        if !sign_ups::consume(&mut transaction, id, now).await? {
            return Ok(None);
        }
        buckets::give_back(&mut transaction, failure).await?;
        let account = accounts::find_or_create(&mut transaction, address, new_account, now).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(Some(account))
    }

    async fn record_delivery(&self, code: CodeId, outcome: MailOutcome, now: Timestamp, ends_at: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.begin_write().await?;
        deliveries::record(&mut transaction, code, outcome, now, ends_at).await?;
        transaction.commit().await.map_err(failed)
    }

    async fn delivery(&self, code: CodeId) -> Result<Option<DeliveryNote>, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        deliveries::read(&mut connection, code).await
    }

    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        accounts::read(&mut connection, id).await
    }

    async fn account_of(&self, address: &CanonicalAddress) -> Result<Option<Account>, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        accounts::find(&mut connection, address).await
    }

    async fn change_email(
        &self,
        id: SignUpId,
        failure: &TakenUses,
        account: AccountId,
        address: &CanonicalAddress,
        now: Timestamp,
    ) -> Result<Change, StoreError> {
        let mut transaction = self.begin_write().await?;
        if !sign_ups::consume(&mut transaction, id, now).await? {
            return Ok(Change::TooLate);
        }
        buckets::give_back(&mut transaction, failure).await?;
        let change = accounts::change_email(&mut transaction, account, address).await?;
        transaction.commit().await.map_err(failed)?;
        self.truncate_wal().await;
        Ok(change)
    }

    async fn delete_account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let mut transaction = self.begin_write().await?;
        let account = accounts::delete(&mut transaction, id).await?;
        transaction.commit().await.map_err(failed)?;
        self.truncate_wal().await;
        Ok(account)
    }

    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.begin_write().await?;
        buckets::clean_up(&mut transaction, oldest_use).await?;
        sign_ups::clean_up(&mut transaction, now).await?;
        deliveries::clean_up(&mut transaction, now).await?;
        transaction.commit().await.map_err(failed)
    }
}

impl SqliteStore {
    /// Checks that the open file is still at the database's path and that it can be written: checks the path, then runs
    /// [`Self::try_write`].
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be written at the moment, with a [`DatabaseFault`] or an error for which
    /// [`DatabaseFault::of`] returns one; [`StoreError::Failed`] for any other error.
    pub async fn check(&self) -> Result<(), StoreError> {
        self.file.check_in_place()?;
        self.try_write().await.map_err(failed)
    }

    /// Writes to the database without a change: sets `user_version` to the value that it has.
    ///
    /// # Errors
    /// Any error of the database.
    pub async fn try_write(&self) -> Result<(), sqlx::Error> {
        let mut transaction = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let number: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *transaction).await?;
        sqlx::query(&format!("PRAGMA user_version = {number}")).execute(&mut *transaction).await?;
        transaction.commit().await
    }

    /// The path of the database's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Waits until another file, or none, is at the database's path.
    pub async fn replaced(&self) {
        while self.file.check_in_place().is_ok() {
            tokio::time::sleep(FILE_CHECK_INTERVAL).await;
        }
    }

    /// Begins a transaction that has the write lock from its start. A transaction that reads first and writes later could fail at the
    /// write, without waiting for `busy_timeout`, if another writer came between.
    async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.file.check_in_place()?;
        self.pool().begin_with("BEGIN IMMEDIATE").await.map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::SqliteStore;
    use std::fs;

    #[tokio::test]
    async fn try_write_really_writes_to_the_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let url = format!("sqlite://{}", directory.path().join("mailcode.db").display());
        let store = SqliteStore::open(&url).await.expect("a new database");
        let log_length = || fs::metadata(directory.path().join("mailcode.db-wal")).expect("a write-ahead log").len();
        let before = log_length();
        store.try_write().await.expect("it can be written");
        assert!(log_length() > before, "the write reached the file");
        let to_read = SqliteStore::open_to_read(&url).await.expect("the same database for reading");
        assert!(to_read.try_write().await.is_err());
    }
}
