use super::SessionStorage;
use super::request_store::RequestStore;
use super::session_row::{hash, session_keys};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, AuditRow, Clock, Records, SessionWrite, StoreError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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
    /// The store failed. Nothing was written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value of the session cannot be encoded.
    #[error("a value of the session cannot be encoded")]
    Value(#[source] tower_sessions::session::Error),
}

impl SessionError {
    /// Whether the store cannot be used at the moment.
    #[must_use]
    pub const fn is_unavailable(&self) -> bool {
        matches!(self, Self::Store(StoreError::Unavailable(_)))
    }
}

/// The record of one request's session: values by key. It is changed by drafts, and a draft is saved as the next version of the record.
#[derive(Clone)]
pub(super) struct SessionRecord {
    storage: Arc<dyn SessionStorage>,
    clock: Arc<dyn Clock>,
    current: Arc<Mutex<Draft>>,
    /// Whether a concurrent request saved first, whose changes this one must not overwrite.
    conflict: Arc<AtomicBool>,
}

/// A copy of the record with changes that are not stored yet.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    session: Session,
    store: RequestStore,
}

impl SessionRecord {
    /// Opens the record with this id, or a new one, which gets the id `first_id` if there is one. Nothing is read or written yet.
    pub(super) fn open(storage: &Arc<dyn SessionStorage>, clock: &Arc<dyn Clock>, id: Option<Id>, first_id: Option<Id>) -> Self {
        let store = RequestStore::new(Arc::clone(storage), Arc::clone(clock), first_id);
        let current = Arc::new(Mutex::new(Draft::over(store, id.or(first_id))));
        Self { storage: Arc::clone(storage), clock: Arc::clone(clock), current, conflict: Arc::default() }
    }

    /// The session's id, if it has one.
    pub(super) fn id(&self) -> Option<Id> {
        self.current().session.id()
    }

    /// Where the sessions are stored.
    pub(super) fn storage(&self) -> &dyn SessionStorage {
        &*self.storage
    }

    /// The current time of the clock by which sessions expire.
    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Reads a value of the session. A value that does not exist, or that this version cannot read, is the default.
    pub(super) async fn read<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, SessionError> {
        let current = self.current().clone();
        current.read(key).await
    }

    /// A copy of the record, to be changed.
    pub(super) async fn draft(&self) -> Result<Draft, SessionError> {
        let current = self.current().clone();
        // The record is read first, since only then it is known whether it exists.
        let _: Option<Value> = current.read(session_keys::VERSION).await?;
        Ok(Draft::over(current.store.fork(), current.session.id()))
    }

    /// Stores a finished draft, and makes it the record.
    pub(super) async fn store(&self, draft: &Draft) -> Result<(), SessionError> {
        if self.conflict.load(Ordering::Relaxed) {
            return Err(SessionError::Conflict);
        }
        let records = Records { session: draft.writes(), ..Records::default() };
        let Ok(()) = self.storage.write(&records).await? else {
            self.conflict.store(true, Ordering::Relaxed);
            return Err(SessionError::Conflict);
        };
        self.replace(draft);
        Ok(())
    }

    /// Makes a draft the record, after its writes were stored.
    pub(super) fn replace(&self, draft: &Draft) {
        *self.current() = Draft { session: draft.session.clone(), store: draft.store.fork() };
    }

    /// Loads the record as another request has saved it, and drops the changes of this one.
    pub(super) async fn reload(&self) -> Result<(), SessionError> {
        let current = self.current().clone();
        current.store.forget();
        current.session.load().await.map_err(|error| current.failed(error))?;
        self.conflict.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Deletes the record, and adds these audit rows if it existed. Returns whether it did.
    pub(super) async fn delete(&self, audit: Vec<AuditRow>) -> Result<bool, SessionError> {
        let id = self.id();
        let store = RequestStore::new(Arc::clone(&self.storage), Arc::clone(&self.clock), None);
        let existed = match id {
            Some(id) => self.storage.write(&Records { session: vec![SessionWrite::Delete { id: hash(id) }], audit }).await?.is_ok(),
            None => false,
        };
        *self.current() = Draft::over(store, None);
        Ok(existed)
    }

    fn current(&self) -> MutexGuard<'_, Draft> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Draft {
    fn over(store: RequestStore, id: Option<Id>) -> Self {
        Self { session: Session::new(id, Arc::new(store.clone()), None), store }
    }

    pub(super) async fn read<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, SessionError> {
        let value = self.session.get_value(key).await.map_err(|error| self.failed(error))?;
        Ok(value.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    pub(super) async fn put(&self, key: &str, value: &(impl Serialize + Sync)) -> Result<(), SessionError> {
        self.session.insert(key, value).await.map_err(|error| self.failed(error))
    }

    /// Gives the session a new id, and deletes the record of the old one.
    pub(super) async fn renew(&self) -> Result<(), SessionError> {
        self.store.forget_first_id();
        self.session.cycle_id().await.map_err(|error| self.failed(error))
    }

    /// Makes this the next version of the record, which expires at this moment if it is not saved again. After this it can be stored.
    pub(super) async fn finish(&self, account: Option<AccountId>, now: Timestamp, idle: Duration) -> Result<(), SessionError> {
        let ends_at = (now + idle).millis().div_euclid(1000);
        let ends_at = OffsetDateTime::from_unix_timestamp(ends_at).map_err(|_| SessionError::Time)?;
        self.session.set_expiry(Some(Expiry::AtDateTime(ends_at)));
        let version: u64 = self.read(session_keys::VERSION).await?;
        self.put(session_keys::VERSION, &(version + 1)).await?;
        self.put(session_keys::ACCOUNT, &account).await?;
        self.session.save().await.map_err(|error| self.failed(error))
    }

    /// The writes with which the storage holds this draft, once it is finished.
    pub(super) fn writes(&self) -> Vec<SessionWrite> {
        self.store.writes()
    }

    fn failed(&self, error: tower_sessions::session::Error) -> SessionError {
        self.store.take_failure().map_or(SessionError::Value(error), SessionError::Store)
    }
}

impl fmt::Debug for SessionRecord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SessionRecord").finish_non_exhaustive()
    }
}
