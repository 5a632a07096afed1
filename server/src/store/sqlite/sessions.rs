use super::SqliteStore;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, Clock};
use async_trait::async_trait;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as SessionStoreError, Result};
use tower_sessions::{ExpiredDeletion, SessionStore};

/// Expired sessions that are deleted at once.
const BATCH: u32 = 1000;

/// The sessions, in the same file as everything else.
///
/// A record is written over only while it is there, and as the next version of the one that is there: a slow request
/// neither brings back a session that another one has ended meanwhile (ASVS 5.0 V7.4.1) nor undoes what another one
/// has written. Ids are kept as hashes.
#[derive(Clone)]
pub struct SqliteSessions {
    store: SqliteStore,
    clock: Arc<dyn Clock>,
    overtaken: Arc<AtomicBool>,
}

impl SqliteSessions {
    /// The sessions of this store, which expire by this clock.
    #[must_use]
    pub fn new(store: SqliteStore, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, overtaken: Arc::default() }
    }

    /// The key of a record's version among its values: a number, 1 at the first write, one more at each further one.
    pub const VERSION: &str = "version";

    /// The key of the account that is signed in among a record's values: an [`AccountId`], or nothing.
    pub const ACCOUNT: &str = "account";

    /// The key of the moment at which that account signed in.
    pub const SIGNED_IN_AT: &str = "signed_in";

    /// The key of the moment at which the session was last prolonged, which is when it was last seen, to the hour.
    pub const SEEN_AT: &str = "prolonged";

    /// The key of the [`Browser`](crate::sessions::Browser) that signed in.
    pub const BROWSER: &str = "browser";

    /// The store that they are in.
    pub(super) const fn store(&self) -> &SqliteStore {
        &self.store
    }

    /// The same sessions, for one request that wants to know whether another was quicker.
    #[must_use]
    pub fn for_request(&self) -> Self {
        Self { overtaken: Arc::default(), ..self.clone() }
    }

    /// The time by which the sessions expire.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the last write or end came too late: the record had gone, or was another version's. tower-sessions'
    /// errors have no word for it. Asking forgets it.
    #[must_use]
    pub fn was_overtaken(&self) -> bool {
        self.overtaken.swap(false, Ordering::Relaxed)
    }

    fn overtaken(&self) -> SessionStoreError {
        self.overtaken.store(true, Ordering::Relaxed);
        SessionStoreError::Backend("another request has changed or ended the session".to_owned())
    }
}

#[async_trait]
impl SessionStore for SqliteSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // 128 random bits do not meet twice; if they did, the constraint would refuse the second.
        sqlx::query("INSERT INTO session (id_hash, data, expires_at, version, account, handle) VALUES (?, ?, ?, ?, ?, randomblob(16))")
            .bind(hash(&record.id))
            .bind(encode(record)?)
            .bind(expiry(record).millis())
            .bind(version(record))
            .bind(account(record))
            .execute(self.store.pool())
            .await
            .map_err(|error| failed(&error))?;
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
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
                .map_err(|error| failed(&error))?;
        // An error, so that the dead id is not set as a cookie over the one that took its place.
        if saved.rows_affected() == 0 { Err(self.overtaken()) } else { Ok(()) }
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let data: Option<String> = sqlx::query_scalar("SELECT data FROM session WHERE id_hash = ? AND expires_at > ?")
            .bind(hash(id))
            .bind(self.clock.now().millis())
            .fetch_optional(self.store.pool())
            .await
            .map_err(|error| failed(&error))?;
        data.map(|data| decode(*id, &data)).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let deleted = sqlx::query("DELETE FROM session WHERE id_hash = ?")
            .bind(hash(id))
            .execute(self.store.pool())
            .await
            .map_err(|error| failed(&error))?;
        // Of two requests that would renew the session's id, one does.
        if deleted.rows_affected() == 0 { Err(self.overtaken()) } else { Ok(()) }
    }
}

#[async_trait]
impl ExpiredDeletion for SqliteSessions {
    async fn delete_expired(&self) -> Result<()> {
        // In batches, so that no visitor's write waits long for its turn.
        loop {
            let batch = "DELETE FROM session WHERE rowid IN (SELECT rowid FROM session WHERE expires_at <= ? LIMIT ?)";
            let query = sqlx::query(batch).bind(self.clock.now().millis()).bind(BATCH);
            let deleted = query.execute(self.store.pool()).await.map_err(|error| failed(&error))?.rows_affected();
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

pub(super) fn hash(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_be_bytes()).to_vec()
}

fn expiry(record: &Record) -> Timestamp {
    Timestamp::from_millis(record.expiry_date.unix_timestamp().saturating_mul(1000))
}

fn version(record: &Record) -> Option<i64> {
    record.data.get(SqliteSessions::VERSION)?.as_i64()
}

fn account(record: &Record) -> Option<Vec<u8>> {
    let account = record.data.get(SqliteSessions::ACCOUNT)?.clone();
    serde_json::from_value::<Option<AccountId>>(account).ok()?.map(|account| account.as_bytes().to_vec())
}

/// The values and the expiry, but not the id.
fn encode(record: &Record) -> Result<String> {
    let record = (&record.data, record.expiry_date.unix_timestamp());
    serde_json::to_string(&record).map_err(|error| SessionStoreError::Encode(error.to_string()))
}

pub(super) fn decode(id: Id, data: &str) -> Result<Record> {
    let undecodable = |error: &dyn Error| SessionStoreError::Decode(error.to_string());
    let (data, expiry) = serde_json::from_str::<(_, i64)>(data).map_err(|error| undecodable(&error))?;
    let expiry_date = time::OffsetDateTime::from_unix_timestamp(expiry).map_err(|error| undecodable(&error))?;
    Ok(Record { id, data, expiry_date })
}

fn failed(error: &sqlx::Error) -> SessionStoreError {
    SessionStoreError::Backend(error.to_string())
}
