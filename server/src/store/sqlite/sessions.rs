use super::SqliteStore;
use super::database_fault::failed;
use super::session_row::{decode, encode, expiry, hash};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, Clock, StoreError};
use async_trait::async_trait;
use std::error::Error;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as SessionStoreError, Result};
use tower_sessions::{ExpiredDeletion, SessionStore};

/// The number of expired sessions that are deleted in one statement.
const BATCH: u32 = 1000;

/// The session store, in the same file as all other data.
///
/// A record is saved only if the stored one still exists and has the version before: a slow request neither brings back a session that
/// another request has ended (ASVS 5.0 V7.4.1) nor overwrites the changes of another request. Ids are stored as hashes.
#[derive(Clone)]
pub struct SqliteSessions {
    store: SqliteStore,
    clock: Arc<dyn Clock>,
    /// The id that the next new record gets.
    first_id: Arc<Mutex<Option<Id>>>,
    conflict: Arc<AtomicBool>,
    unavailable: Arc<AtomicBool>,
}

impl SqliteSessions {
    /// Creates the session store of this database; sessions expire by this clock.
    #[must_use]
    pub fn new(store: SqliteStore, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, first_id: Arc::default(), conflict: Arc::default(), unavailable: Arc::default() }
    }

    /// The key of a record's version: a number, 1 at the first write and one more at each further one.
    pub const VERSION: &str = "version";

    /// The key of the [`VisitorState`](crate::sign_up::VisitorState). Its name is on disk.
    pub const VISITOR: &str = "visit";

    /// The key of the signed-in account: an [`AccountId`] or null.
    pub const ACCOUNT: &str = "account";

    /// The key of the moment at which the account signed in.
    pub const SIGNED_IN_AT: &str = "signed_in";

    /// The key of the time at which the session was last used, to the hour. `prolonged` is the stored name.
    pub const SEEN_AT: &str = "prolonged";

    /// The key of the [`Browser`](crate::sessions::Browser) that signed in.
    pub const BROWSER: &str = "browser";

    /// The store that holds the sessions.
    pub(super) const fn store(&self) -> &SqliteStore {
        &self.store
    }

    /// The same session store for one request, with its own flags for conflicts and failures. With `first_id`, the first new record gets
    /// that id; if another request has created a record with that id meanwhile, this is a conflict.
    #[must_use]
    pub fn for_request(&self, first_id: Option<Id>) -> Self {
        let first_id = Arc::new(Mutex::new(first_id));
        Self { first_id, conflict: Arc::default(), unavailable: Arc::default(), ..self.clone() }
    }

    /// Makes the next new record get an id of its own.
    pub fn forget_first_id(&self) {
        self.take_first_id();
    }

    fn take_first_id(&self) -> Option<Id> {
        self.first_id.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// The current time of the clock by which the sessions expire.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the last write or deletion was a conflict: the record did not exist any more, or had another version. tower-sessions' errors
    /// cannot express it. Reading this clears it.
    #[must_use]
    pub fn had_conflict(&self) -> bool {
        self.conflict.swap(false, Ordering::Relaxed)
    }

    /// Whether the database was unavailable at the last operation, which tower-sessions' errors cannot express. Reading this clears it.
    #[must_use]
    pub fn was_unavailable(&self) -> bool {
        self.unavailable.swap(false, Ordering::Relaxed)
    }

    fn failed(&self, error: sqlx::Error) -> SessionStoreError {
        let error = failed(error);
        self.unavailable.store(matches!(error, StoreError::Unavailable(_)), Ordering::Relaxed);
        SessionStoreError::Backend(with_cause(&error))
    }

    fn check_in_place(&self) -> Result<()> {
        self.store.file.check_in_place().map_err(|error| {
            self.unavailable.store(true, Ordering::Relaxed);
            SessionStoreError::Backend(with_cause(&error))
        })
    }

    /// Deletes the row of this session. Returns whether it existed.
    async fn delete_row(&self, id: &Id) -> Result<bool> {
        let deleted = sqlx::query("DELETE FROM session WHERE id_hash = ?").bind(hash(id)).execute(self.store.pool()).await;
        deleted.map(|deleted| deleted.rows_affected() > 0).map_err(|error| self.failed(error))
    }

    fn conflict(&self) -> SessionStoreError {
        self.conflict.store(true, Ordering::Relaxed);
        SessionStoreError::Backend("a concurrent request has changed or ended the session".to_owned())
    }
}

#[async_trait]
impl SessionStore for SqliteSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.check_in_place()?;
        if let Some(id) = self.take_first_id() {
            record.id = id;
        }
        // Ids of 128 random bits do not collide, but two requests may have the same first id. The second one replaces the record only if it
        // has expired, or if it has no visitor state and so contains only a flash message.
        let created = sqlx::query(
            "INSERT INTO session (id_hash, data, expires_at, version, account, handle) VALUES (?1, ?2, ?3, ?4, ?5, randomblob(16))
             ON CONFLICT (id_hash) DO UPDATE SET data = ?2, expires_at = ?3, version = ?4, account = ?5, handle = excluded.handle
             WHERE session.expires_at <= ?6 OR json_extract(session.data, ?7) IS NULL",
        )
        .bind(hash(&record.id))
        .bind(encode(record)?)
        .bind(expiry(record).millis())
        .bind(version(record))
        .bind(account(record))
        .bind(self.clock.now().millis())
        .bind(format!("$[0].{}", Self::VISITOR))
        .execute(self.store.pool())
        .await
        .map_err(|error| self.failed(error))?;
        if created.rows_affected() == 0 { Err(self.conflict()) } else { Ok(()) }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.check_in_place()?;
        let saved =
            sqlx::query("UPDATE session SET data = ?, expires_at = ?, version = ?, account = ? WHERE id_hash = ? AND version = ? - 1")
                .bind(encode(record)?)
                .bind(expiry(record).millis())
                .bind(version(record))
                .bind(account(record))
                .bind(hash(&record.id))
                .bind(version(record))
                .execute(self.store.pool())
                .await
                .map_err(|error| self.failed(error))?;
        // This is an error, so that the cookie of the ended session does not replace that of the new one.
        if saved.rows_affected() == 0 { Err(self.conflict()) } else { Ok(()) }
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        // The data is read as bytes, so that malformed data causes no database error.
        let found: Option<(Vec<u8>, i64)> =
            sqlx::query_as("SELECT CAST(data AS BLOB), version FROM session WHERE id_hash = ? AND expires_at > ?")
                .bind(hash(id))
                .bind(self.clock.now().millis())
                .fetch_optional(self.store.pool())
                .await
                .map_err(|error| self.failed(error))?;
        let Some((data, stored_version)) = found else { return Ok(None) };
        match decode(*id, &data) {
            // A record of another version than its row could never be saved again. Records from before versions have none.
            Ok(record) if version(&record).unwrap_or(0) == stored_version => Ok(Some(record)),
            _ => {
                tracing::error!("a stored session cannot be decoded and is deleted; its visitor starts over");
                self.delete_row(id).await?;
                Ok(None)
            }
        }
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.check_in_place()?;
        // If two requests renew the id of one session, only one succeeds.
        if self.delete_row(id).await? { Ok(()) } else { Err(self.conflict()) }
    }
}

#[async_trait]
impl ExpiredDeletion for SqliteSessions {
    async fn delete_expired(&self) -> Result<()> {
        // Sessions are deleted in batches, so that no visitor's write waits long for the lock.
        loop {
            let batch = "DELETE FROM session WHERE rowid IN (SELECT rowid FROM session WHERE expires_at <= ? LIMIT ?)";
            let query = sqlx::query(batch).bind(self.clock.now().millis()).bind(BATCH);
            let deleted = query.execute(self.store.pool()).await.map_err(|error| self.failed(error))?.rows_affected();
            if deleted < u64::from(BATCH) {
                return Ok(());
            }
        }
    }
}

impl fmt::Debug for SqliteSessions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SqliteSessions").finish_non_exhaustive()
    }
}

/// The record's version; `None` in records from before versions.
fn version(record: &Record) -> Option<i64> {
    record.data.get(SqliteSessions::VERSION)?.as_i64()
}

/// The account that is signed in, if any.
fn account(record: &Record) -> Option<Vec<u8>> {
    let account = record.data.get(SqliteSessions::ACCOUNT)?.clone();
    serde_json::from_value::<Option<AccountId>>(account).ok()?.map(|account| account.as_bytes().to_vec())
}

/// The error and its cause, in one text.
fn with_cause(error: &StoreError) -> String {
    error.source().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}
