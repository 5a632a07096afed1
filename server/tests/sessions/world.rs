use server::sessions::{SessionStorage, session_keys};
use server::sign_up::ports::{Clock, Records, SessionConflict, SessionHash, SessionRow, SessionWrite, StoreError};
use server::store::{Database, DatabaseLocation};
use server::system::FakeClock;
use std::sync::Arc;
use std::time::Duration;
use test_support::TestDatabase;

pub(crate) const HOUR: Duration = Duration::from_secs(60 * 60);

pub(crate) struct World {
    pub(crate) database: TestDatabase,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) store: Arc<dyn SessionStorage>,
}

pub(crate) async fn world() -> World {
    let database = TestDatabase::new(async |url| drop(open(url).await)).await;
    let store = open(database.url()).await.sessions();
    World { database, clock: Arc::new(FakeClock::default()), store }
}

async fn open(url: &str) -> Database {
    Database::open(&DatabaseLocation::parse(url).expect("a URL")).await.expect("a database")
}

impl World {
    /// Writes a session alone.
    pub(crate) async fn write(&self, session: SessionWrite) -> Result<Result<(), SessionConflict>, StoreError> {
        self.store.write(&Records { session: vec![session], ..Records::default() }).await
    }

    /// Creates a session alone, at the clock's time.
    pub(crate) async fn create(&self, id: SessionHash, row: SessionRow) -> Result<Result<(), SessionConflict>, StoreError> {
        self.write(SessionWrite::Create { id, row, now: self.clock.now() }).await
    }

    /// The data and the version of a session that has not expired at the clock's time.
    pub(crate) async fn read(&self, id: SessionHash) -> Option<(String, i64)> {
        let stored = self.store.read(id, self.clock.now()).await.expect("it is read")?;
        Some((String::from_utf8(stored.data).expect("text"), stored.version))
    }
}

/// A hash for the tests of the storage, which knows no ids.
pub(crate) const fn hash(number: u8) -> SessionHash {
    SessionHash([number; 32])
}

/// A row with this version that expires an hour after the clock's start and has one value.
pub(crate) fn row(version: i64, key: &str, value: &str) -> SessionRow {
    let expires_at = FakeClock::START + HOUR;
    let data = serde_json::json!([{ key: value, session_keys::VERSION: version }, expires_at.millis() / 1000]);
    SessionRow { data: data.to_string(), expires_at, version, account: None }
}
