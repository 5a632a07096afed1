use server::sign_up::Timestamp;
use server::sign_up::ports::Clock;
use server::store::{SqliteSessions, SqliteStore};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;

/// The time at which the tests begin, in seconds since the Unix epoch.
pub(crate) const START: i64 = 1_800_000_000;

#[derive(Default)]
pub(crate) struct FakeClock(pub(crate) AtomicI64);

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis((START + self.0.load(Ordering::Relaxed)) * 1000)
    }
}

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
