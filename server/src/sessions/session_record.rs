use crate::sign_up::Timestamp;
use crate::sign_up::ports::AccountId;
use crate::store::SqliteSessions;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use time::OffsetDateTime;
use tower_sessions::session::Id;
use tower_sessions::{Expiry, Session};

/// Why a session could not be read or written. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Another request has changed or ended the session since this one read it. Nothing was written.
    #[error("a concurrent request has changed the session")]
    Conflict,
    /// The session would end at a time that cannot be expressed.
    #[error("the expiry of the session is out of range")]
    Time,
    /// The session store cannot be used at the moment. Nothing was written.
    #[error("the session store is unavailable")]
    Unavailable(#[source] tower_sessions::session::Error),
    /// The session store failed.
    #[error("the session store failed")]
    Store(#[source] tower_sessions::session::Error),
}

/// The record of one request's session: values by key, saved as the next version of the record that was read.
#[derive(Clone, Debug)]
pub(super) struct SessionRecord {
    session: Session,
    store: SqliteSessions,
    /// Whether a concurrent request saved first, whose changes this one must not overwrite.
    conflict: Arc<AtomicBool>,
}

impl SessionRecord {
    /// Opens the record with this id, or a new one, which gets the id `first_id` if there is one. Nothing is read or written yet.
    pub(super) fn open(store: &SqliteSessions, id: Option<Id>, first_id: Option<Id>) -> Self {
        let store = store.for_request(first_id);
        let session = Session::new(id.or(first_id), Arc::new(store.clone()), None);
        Self { session, store, conflict: Arc::default() }
    }

    /// The session's id, if it has one.
    pub(super) fn id(&self) -> Option<Id> {
        self.session.id()
    }

    /// The store, with the flags of this request.
    pub(super) const fn store(&self) -> &SqliteSessions {
        &self.store
    }

    /// The current time of the clock by which sessions expire.
    pub(super) fn now(&self) -> Timestamp {
        self.store.now()
    }

    /// Reads a value of the session. A value that does not exist, or that this version cannot read, is the default.
    pub(super) async fn read<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, SessionError> {
        let value = self.session.get_value(key).await.map_err(|error| self.failed(error))?;
        Ok(value.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    pub(super) async fn put(&self, key: &str, value: &(impl Serialize + Sync)) -> Result<(), SessionError> {
        self.session.insert(key, value).await.map_err(|error| self.failed(error))
    }

    /// Saves the record as the next version of the one that was read. It expires after it was not saved for `idle`.
    pub(super) async fn save(&self, account: Option<AccountId>, idle: Duration) -> Result<(), SessionError> {
        if self.conflict.load(Ordering::Relaxed) {
            return Err(SessionError::Conflict);
        }
        let ends_at = (self.now() + idle).millis().div_euclid(1000);
        let ends_at = OffsetDateTime::from_unix_timestamp(ends_at).map_err(|_| SessionError::Time)?;
        self.session.set_expiry(Some(Expiry::AtDateTime(ends_at)));
        let version: u64 = self.read(SqliteSessions::VERSION).await?;
        self.put(SqliteSessions::VERSION, &(version + 1)).await?;
        self.put(SqliteSessions::ACCOUNT, &account).await?;
        let saved = self.session.save().await.map_err(|error| self.failed(error));
        self.conflict.store(matches!(saved, Err(SessionError::Conflict)), Ordering::Relaxed);
        saved
    }

    /// Loads the record as another request has saved it, and drops the changes of this one.
    pub(super) async fn reload(&self) -> Result<(), SessionError> {
        self.session.load().await.map_err(|error| self.failed(error))?;
        self.conflict.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Gives the session a new id with the next save, and deletes the record of the old id.
    pub(super) async fn renew(&self) -> Result<(), SessionError> {
        self.store.forget_first_id();
        self.session.cycle_id().await.map_err(|error| self.failed(error))
    }

    /// Deletes the record.
    pub(super) async fn delete(&self) -> Result<(), SessionError> {
        self.session.flush().await.map_err(|error| self.failed(error))
    }

    fn failed(&self, error: tower_sessions::session::Error) -> SessionError {
        match (self.store.had_conflict(), self.store.was_unavailable()) {
            (true, _) => SessionError::Conflict,
            (false, true) => SessionError::Unavailable(error),
            (false, false) => SessionError::Store(error),
        }
    }
}
