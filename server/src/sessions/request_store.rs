use super::SessionStorage;
use super::session_row::{decode, encode, hash, version};
use crate::sign_up::ports::{Clock, Records, SessionWrite, StoreError};
use async_trait::async_trait;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as SessionStoreError, Result};

/// The session store of one request. It reads a record once and keeps what is written, so that a step can store it together with its own
/// data; nothing reaches the storage before [`Self::writes`] are written there.
///
/// A record is saved only if the stored one still exists and has the version before: a slow request neither brings back a session that
/// another request has ended (ASVS 5.0 V7.4.1) nor overwrites the changes of another request. Ids are stored as hashes.
#[derive(Clone)]
pub(super) struct RequestStore {
    storage: Arc<dyn SessionStorage>,
    clock: Arc<dyn Clock>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// The id that the next new record gets.
    first_id: Option<Id>,
    /// What was read, by its id.
    read: Option<(Id, Option<Record>)>,
    /// What was created or saved last.
    saved: Option<Record>,
    writes: Vec<SessionWrite>,
    failure: Option<StoreError>,
}

impl RequestStore {
    /// A store over this storage; sessions expire by this clock. The first new record gets `first_id`, if there is one; if another request
    /// has created a record with that id meanwhile, its write is a conflict.
    pub(super) fn new(storage: Arc<dyn SessionStorage>, clock: Arc<dyn Clock>, first_id: Option<Id>) -> Self {
        Self { storage, clock, state: Arc::new(Mutex::new(State { first_id, ..State::default() })) }
    }

    /// A store with the record that this one has read or saved, and without its writes.
    pub(super) fn fork(&self) -> Self {
        let state = self.state();
        let read = state.saved.clone().map(|record| (record.id, Some(record))).or_else(|| state.read.clone());
        let fork = State { first_id: state.first_id, read, ..State::default() };
        Self { storage: Arc::clone(&self.storage), clock: Arc::clone(&self.clock), state: Arc::new(Mutex::new(fork)) }
    }

    /// Forgets what was read, so that the next reading finds what other requests have written.
    pub(super) fn forget(&self) {
        self.state().read = None;
    }

    /// Makes the next new record get an id of its own.
    pub(super) fn forget_first_id(&self) {
        self.state().first_id = None;
    }

    /// The writes of this store, in their order.
    pub(super) fn writes(&self) -> Vec<SessionWrite> {
        self.state().writes.clone()
    }

    /// The failure of the storage behind the last error, which tower-sessions' errors cannot hold.
    pub(super) fn take_failure(&self) -> Option<StoreError> {
        self.state().failure.take()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn failed(&self, error: StoreError) -> SessionStoreError {
        let text = error.to_string();
        self.state().failure = Some(error);
        SessionStoreError::Backend(text)
    }
}

#[async_trait]
impl SessionStore for RequestStore {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let mut state = self.state();
        if let Some(id) = state.first_id.take() {
            record.id = id;
        }
        state.writes.push(SessionWrite::Create { id: hash(record.id), row: encode(record)?, now: self.clock.now() });
        state.saved = Some(record.clone());
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let mut state = self.state();
        state.writes.push(SessionWrite::Update { id: hash(record.id), row: encode(record)? });
        state.saved = Some(record.clone());
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        if let Some((read, record)) = &self.state().read
            && read == id
        {
            return Ok(record.clone());
        }
        let stored = self.storage.read(hash(*id), self.clock.now()).await.map_err(|error| self.failed(error))?;
        let record = match stored.map(|stored| (decode(*id, &stored.data), stored.version)) {
            None => None,
            // A record of another version than its row could never be saved again.
            Some((Ok(record), stored_version)) if version(&record) == stored_version => Some(record),
            Some(_) => {
                tracing::error!("a stored session cannot be decoded and is deleted; its visitor starts over");
                let delete = Records { session: vec![SessionWrite::Delete { id: hash(*id) }], ..Records::default() };
                // Another request may have deleted it.
                let _ = self.storage.write(&delete).await.map_err(|error| self.failed(error))?;
                None
            }
        };
        self.state().read = Some((*id, record.clone()));
        Ok(record)
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let mut state = self.state();
        // A record that was never stored has nothing to delete.
        if matches!(&state.read, Some((read, Some(_))) if read == id) {
            state.writes.push(SessionWrite::Delete { id: hash(*id) });
        }
        Ok(())
    }
}

impl fmt::Debug for RequestStore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RequestStore").finish_non_exhaustive()
    }
}
