use server::store::{SqliteSessions, SqliteStore};
use server::system::FakeClock;
use std::sync::Arc;
use tempfile::TempDir;

/// The time at which the tests begin, in seconds since the Unix epoch.
pub(crate) const START: i64 = FakeClock::START.millis() / 1000;

pub(crate) struct World {
    pub(crate) directory: TempDir,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) store: SqliteStore,
    pub(crate) sessions: SqliteSessions,
}

pub(crate) async fn world() -> World {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&format!("sqlite://{}/test.db", directory.path().display())).await.expect("a store");
    let clock = Arc::new(FakeClock::default());
    let sessions = SqliteSessions::new(store.clone(), Arc::<FakeClock>::clone(&clock));
    World { directory, clock, store, sessions }
}
