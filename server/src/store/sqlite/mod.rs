//! The store in SQLite: one file, no server.
//!
//! This file implements the rules' store port. Each method that writes is a step of `steps`, which runs in the `writer`; the statements are
//! in the file of their table: `accounts`, `audit`, `buckets`, `deliveries`, `sessions`, `sign_ups`. `audit` and `session_storage` implement
//! the stores of those modules. `open` opens the database over `connections` and runs the `migrations`, and `open_error` says why it cannot;
//! `database_file` is where it is, `schema_state` compares its schema with that of this version, `opened_file` notices that its file was replaced, and `database_fault`
//! distinguishes errors that may pass. `step` is a step in the writer's queue. `transfer` reads and writes whole tables.

mod accounts;
mod audit;
mod buckets;
mod connections;
mod database_fault;
mod database_file;
mod deliveries;
mod group_commit;
mod migrations;
mod open;
mod open_error;
mod opened_file;
mod schema_state;
mod session_storage;
mod sessions;
mod sign_ups;
mod step;
mod steps;
#[cfg(test)]
mod test_world;
mod transfer;
mod writer;

pub use database_fault::DatabaseFault;
pub use database_file::DatabaseFile;
pub use open::SqliteStore;
pub use open_error::{OpenProblem, StoreOpenError};
pub(super) use transfer::{SqliteSource, SqliteTarget};

use crate::sign_up::ports::{
    Account, AccountId, Attempt, AttemptOutcome, CodeOutcome, IssueCode, IssueOutcome, Lookup, LookupResult, Records, SessionConflict,
    SignUpState, Store, StoreError, TakenUses,
};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;
use database_fault::store_error;
use rusqlite::Connection;
use std::path::Path;
use std::time::Duration;
use step::Step;

/// How often [`SqliteStore::replaced`] checks that the file is still at its path.
const FILE_CHECK_INTERVAL: Duration = Duration::from_secs(1);

#[async_trait]
impl Store for SqliteStore {
    async fn look_up(&self, lookup: &Lookup, now: Timestamp) -> Result<LookupResult, StoreError> {
        let read = self.readers.read_at_one_moment(|connection| {
            let buckets = lookup.buckets.iter().map(|bucket| buckets::free_at(connection, bucket, now));
            Ok(LookupResult {
                sign_up: match lookup.sign_up {
                    Some((id, tries)) => sign_ups::state(connection, id, tries)?,
                    None => SignUpState::Unknown,
                },
                was_tried: match (lookup.sign_up, lookup.tried) {
                    (Some((id, _)), Some(code)) => sign_ups::was_tried(connection, id, code)?,
                    _ => false,
                },
                free_at: buckets.collect::<Result<_, _>>()?,
                deliveries: lookup.codes.iter().map(|code| deliveries::read(connection, *code)).collect::<Result<_, _>>()?,
            })
        });
        read.map_err(store_error)
    }

    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        self.read_with(|connection| accounts::read(connection, id))
    }

    async fn account_of(&self, address: &CanonicalAddress) -> Result<Option<Account>, StoreError> {
        self.read_with(|connection| accounts::find(connection, address))
    }

    async fn issue_code(&self, step: &IssueCode, records: &Records, now: Timestamp) -> Result<IssueOutcome, StoreError> {
        let (step, records) = (step.clone(), records.clone());
        self.write_step(move |connection| steps::issue_code(connection, &step, &records, now)).await
    }

    async fn record_outcome(&self, outcome: &CodeOutcome, records: &Records, now: Timestamp) -> Result<(), StoreError> {
        let (outcome, records) = (outcome.clone(), records.clone());
        self.write_step(move |connection| steps::record_outcome(connection, &outcome, &records, now).map(Step::Commit)).await
    }

    async fn give_back(&self, taken: &TakenUses) -> Result<(), StoreError> {
        if taken.0.is_empty() {
            return Ok(());
        }
        let taken = taken.clone();
        self.write_step(move |connection| buckets::give_back(connection, &taken).map(Step::Commit)).await
    }

    async fn try_code(&self, attempt: &Attempt, now: Timestamp) -> Result<AttemptOutcome, StoreError> {
        let attempt = attempt.clone();
        let outcome = self.write_step(move |connection| steps::try_code(connection, &attempt, now)).await?;
        if matches!(outcome, AttemptOutcome::EmailChanged(_)) {
            self.truncate_wal().await;
        }
        Ok(outcome)
    }

    async fn void_by_token(&self, token: NotMeMac, records: &Records, now: Timestamp) -> Result<bool, StoreError> {
        // The token is looked up without the writer first, so that guesses do not hold up steps.
        if self.read_with(|connection| sign_ups::mailbox_of_token(connection, token, now))?.is_none() {
            return Ok(false);
        }
        let records = records.clone();
        self.write_step(move |connection| steps::void_by_token(connection, token, &records, now)).await
    }

    async fn delete_account(&self, id: AccountId, records: &Records) -> Result<Option<Account>, StoreError> {
        let records = records.clone();
        let deleted = self.write_step(move |connection| steps::delete_account(connection, id, &records)).await?.map_err(store_error)?;
        if deleted.is_some() {
            self.truncate_wal().await;
        }
        Ok(deleted)
    }

    async fn write(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError> {
        self.write_records(records).await
    }

    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError> {
        while self.write_step(move |connection| steps::clean_up(connection, now, oldest_use).map(Step::Commit)).await? {}
        Ok(())
    }
}

impl SqliteStore {
    /// Checks that the open file is still at the database's path and that it can be written: sets `user_version` to the value that it has.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be written at the moment, with a cause for which [`DatabaseFault::of_store_error`] returns
    /// a fault; [`StoreError::Failed`] for any other error.
    pub async fn try_write(&self) -> Result<(), StoreError> {
        let step = |connection: &Connection| {
            let number: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
            connection.pragma_update(None, "user_version", number).map(Step::Commit)
        };
        self.write_step(step).await
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

    /// Runs a step in the writer.
    async fn write_step<T, F>(&self, step: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<Step<T>> + Send + 'static,
    {
        self.writer.run(step).await
    }

    /// Reads from a reading connection.
    fn read_with<T>(&self, query: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        self.readers.read(query).map_err(store_error)
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
