//! The store in SQLite: one file, no server.

mod accounts;
mod audit;
mod buckets;
mod condition;
mod deliveries;
mod migrations;
mod not_me;
mod open;
mod sessions;
mod sign_ups;
mod signed_in;
mod text;

pub use condition::Form;
pub use open::{SqliteStore, StoreOpenError};
pub use sessions::SqliteSessions;

use crate::sign_up::ports::{
    Account, AccountId, Bucket, Change, CodeId, DeliveryNote, Exhausted, NewCode, Outcome, SignUpId, SignUpState, Store, StoreError, Taken,
    Try,
};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;
use domain::{Delivery, Limit};
use sqlx::{Connection, Row, Sqlite, Transaction};

// A method that writes does so in one transaction, begun by `begin_write`.
#[async_trait]
impl Store for SqliteStore {
    async fn take(&self, uses: &[Bucket], now: Timestamp) -> Result<Result<Taken, Exhausted>, StoreError> {
        let mut transaction = self.begin_write().await?;
        let taken = buckets::take(&mut transaction, uses, now).await?;
        if taken.is_ok() {
            transaction.commit().await.map_err(failed)?;
        }
        Ok(taken)
    }

    async fn give_back(&self, taken: &Taken) -> Result<(), StoreError> {
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
        not_me::note(&mut transaction, code).await?;
        let sending = Outcome { delivery: Delivery::Sending, relay: None };
        deliveries::record(&mut transaction, code.id, sending, now, code.ends_at).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(Ok(()))
    }

    async fn disown(&self, token: NotMeMac, now: Timestamp) -> Result<bool, StoreError> {
        // Guesses do not take the write lock.
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        let Some(mailbox) = not_me::mailbox(&mut connection, token, now).await? else { return Ok(false) };
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

    async fn take_try(&self, id: SignUpId, tries: u32, failures: &[Bucket], now: Timestamp) -> Result<Try, StoreError> {
        let mut transaction = self.begin_write().await?;
        let taken = sign_ups::take_try(&mut transaction, id, tries, failures, now).await?;
        if matches!(taken, Try::Taken { .. }) {
            transaction.commit().await.map_err(failed)?;
        }
        Ok(taken)
    }

    async fn consume(
        &self,
        id: SignUpId,
        failure: &Taken,
        address: &CanonicalAddress,
        new_account: AccountId,
        now: Timestamp,
    ) -> Result<Option<Account>, StoreError> {
        let mut transaction = self.begin_write().await?;
        if !sign_ups::consume(&mut transaction, id, now).await? {
            return Ok(None);
        }
        buckets::give_back(&mut transaction, failure).await?;
        let account = accounts::find_or_make(&mut transaction, address, new_account, now).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(Some(account))
    }

    async fn record_delivery(&self, code: CodeId, outcome: Outcome, now: Timestamp, ends_at: Timestamp) -> Result<(), StoreError> {
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

    async fn change_email(
        &self,
        id: SignUpId,
        failure: &Taken,
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
        self.empty_journal().await;
        Ok(change)
    }

    async fn delete_account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let mut transaction = self.begin_write().await?;
        let account = accounts::delete(&mut transaction, id).await?;
        transaction.commit().await.map_err(failed)?;
        self.empty_journal().await;
        Ok(account)
    }

    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.begin_write().await?;
        buckets::clean_up(&mut transaction, oldest_use).await?;
        sign_ups::clean_up(&mut transaction, now).await?;
        not_me::clean_up(&mut transaction, now).await?;
        deliveries::clean_up(&mut transaction, now).await?;
        transaction.commit().await.map_err(failed)
    }
}

impl SqliteStore {
    /// The account of this mailbox.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn account_of(&self, address: &CanonicalAddress) -> Result<Option<Account>, StoreError> {
        let mut connection = self.pool().acquire().await.map_err(failed)?;
        accounts::find(&mut connection, address).await
    }

    /// Ends the sessions of this account, or, without one, of all, and says how many were signed in.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_sessions(&self, account: Option<AccountId>) -> Result<u64, StoreError> {
        let ended = match account {
            Some(id) => sqlx::query("DELETE FROM session WHERE account = ?").bind(id.as_bytes().to_vec()),
            None => sqlx::query("DELETE FROM session WHERE account IS NOT NULL"),
        };
        Ok(ended.execute(self.pool()).await.map_err(failed)?.rows_affected())
    }

    /// Moves what the write-ahead journal holds into the file, overwritten where it was deleted, and cuts it off. Where
    /// somebody still reads from it, the next clean-up does so.
    pub async fn empty_journal(&self) {
        match self.cut_journal().await {
            Ok(false) => {}
            Ok(true) => tracing::info!("the database's journal is being read and could not be cut off; the next clean-up tries again"),
            Err(error) => tracing::warn!(error = &error as &dyn std::error::Error, "the database's journal could not be emptied"),
        }
    }

    /// Whether somebody's reading stood in the way. Waits for them for a moment only, since every writer waits meanwhile.
    async fn cut_journal(&self) -> Result<bool, sqlx::Error> {
        // Its own, so that no other statement ever has so little patience.
        let mut connection = self.pool().acquire().await?.detach();
        sqlx::query("PRAGMA busy_timeout = 100").execute(&mut connection).await?;
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?;
        connection.close().await?;
        Ok(row.try_get::<i64, _>(0)? != 0)
    }

    /// A transaction that has the write lock from its start. One that reads first and writes later could fail at
    /// the write, without `busy_timeout` to wait for, when another writer came between.
    async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.pool().begin_with("BEGIN IMMEDIATE").await.map_err(failed)
    }
}

/// The cause, for the log.
fn failed(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError(Box::new(error))
}
