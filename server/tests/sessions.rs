//! The session store: what has ended stays ended, and the database holds no id that could be used.

use server::sign_up::Timestamp;
use server::sign_up::ports::Clock;
use server::store::{SqliteSessions, SqliteStore};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::{ExpiredDeletion, SessionStore};

/// The moment at which the tests begin, in seconds since the epoch.
const START: i64 = 1_800_000_000;

#[derive(Default)]
struct FakeClock(AtomicI64);

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis((START + self.0.load(Ordering::Relaxed)) * 1000)
    }
}

struct World {
    directory: TempDir,
    clock: Arc<FakeClock>,
    sessions: SqliteSessions,
}

async fn world() -> World {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&format!("sqlite://{}/test.db", directory.path().display())).await.expect("a store");
    let clock = Arc::new(FakeClock::default());
    let sessions = SqliteSessions::new(store, Arc::<FakeClock>::clone(&clock));
    World { directory, clock, sessions }
}

/// A record that lives for an hour.
fn record(value: &str) -> Record {
    let expiry_date = OffsetDateTime::from_unix_timestamp(START + 3600).expect("a moment");
    Record { id: Id::default(), data: HashMap::from([("key".to_owned(), value.into())]), expiry_date }
}

#[tokio::test]
async fn a_session_is_kept_changed_and_ended() {
    let World { directory: _directory, sessions, .. } = world().await;
    let mut session = record("first");
    sessions.create(&mut session).await.expect("made");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), Some(session.clone()));
    session.data.insert("key".to_owned(), "second".into());
    sessions.save(&session).await.expect("saved");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), Some(session.clone()));
    sessions.delete(&session.id).await.expect("deleted");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), None);
}

#[tokio::test]
async fn a_slow_request_does_not_bring_an_ended_session_back() {
    let World { directory: _directory, sessions, .. } = world().await;
    let mut session = record("value");
    sessions.create(&mut session).await.expect("made");
    sessions.delete(&session.id).await.expect("deleted");
    assert!(sessions.save(&session).await.is_err(), "so that no cookie is set for it");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), None);
}

#[tokio::test]
async fn an_expired_session_is_gone() {
    let World { directory: _directory, clock, sessions } = world().await;
    let mut session = record("value");
    sessions.create(&mut session).await.expect("made");
    clock.0.store(3599, Ordering::Relaxed);
    sessions.delete_expired().await.expect("tidied");
    assert!(sessions.load(&session.id).await.expect("loaded").is_some());
    clock.0.store(3600, Ordering::Relaxed);
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), None);
    sessions.delete_expired().await.expect("tidied");
    clock.0.store(0, Ordering::Relaxed);
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), None);
}

#[tokio::test]
async fn the_database_does_not_hold_the_id() {
    let World { directory, sessions, .. } = world().await;
    let mut session = record("value");
    sessions.create(&mut session).await.expect("made");
    let id = session.id.0.to_be_bytes();
    let text = session.id.to_string();
    for file in std::fs::read_dir(directory.path()).expect("a directory") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("read");
        assert!(!bytes.windows(id.len()).any(|window| window == id));
        assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()));
    }
}
