use crate::world::{START, World, world};
use server::store::SqliteSessions;
use server::system::FakeClock;
use std::collections::HashMap;
use std::time::Duration;
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::{ExpiredDeletion, SessionStore};

/// A record with a lifetime of one hour.
fn record(value: &str) -> Record {
    let expiry_date = OffsetDateTime::from_unix_timestamp(START + 3600).expect("a moment");
    Record {
        id: Id::default(),
        data: HashMap::from([("key".to_owned(), value.into()), (SqliteSessions::VERSION.to_owned(), 1.into())]),
        expiry_date,
    }
}

#[tokio::test]
async fn a_session_is_kept_changed_and_ended() {
    let World { directory: _directory, sessions, .. } = world().await;
    let mut session = record("first");
    sessions.create(&mut session).await.expect("made");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), Some(session.clone()));
    session.data.insert("key".to_owned(), "second".into());
    session.data.insert(SqliteSessions::VERSION.to_owned(), 2.into());
    sessions.save(&session).await.expect("saved");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), Some(session.clone()));
    sessions.delete(&session.id).await.expect("deleted");
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), None);
}

/// For each kind of write, whether it failed because the database was unavailable.
async fn writes_are_unavailable(sessions: &SqliteSessions) -> [bool; 3] {
    let mut session = record("value");
    let created = sessions.create(&mut session).await.is_err() && sessions.was_unavailable();
    let saved = sessions.save(&session).await.is_err() && sessions.was_unavailable();
    let deleted = sessions.delete(&session.id).await.is_err() && sessions.was_unavailable();
    [created, saved, deleted]
}

/// Writes to a file that has been moved away would be lost.
#[tokio::test]
async fn nothing_is_written_to_a_file_that_was_moved_away() {
    let World { directory, sessions, .. } = world().await;
    std::fs::rename(directory.path().join("test.db"), directory.path().join("elsewhere.db")).expect("moved");
    assert_eq!(writes_are_unavailable(&sessions).await, [true; 3]);
    std::fs::rename(directory.path().join("elsewhere.db"), directory.path().join("test.db")).expect("moved back");
    sessions.create(&mut record("value")).await.expect("made");
    assert!(!sessions.was_unavailable());
}

#[tokio::test]
async fn a_read_only_database_is_distinguished_from_a_failure() {
    let World { directory: _directory, store, sessions, .. } = world().await;
    let mut connections = Vec::new();
    for _ in 0..store.pool().options().get_max_connections() {
        connections.push(store.pool().acquire().await.expect("a connection"));
    }
    for connection in &mut connections {
        sqlx::query("PRAGMA query_only = ON").execute(&mut **connection).await.expect("set");
    }
    drop(connections);
    assert_eq!(writes_are_unavailable(&sessions).await, [true; 3]);
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
async fn a_slow_request_does_not_undo_what_a_quicker_one_wrote() {
    let World { directory: _directory, sessions, .. } = world().await;
    let mut session = record("first");
    sessions.create(&mut session).await.expect("made");
    let version = |number: u64, value: &str| {
        let mut next = session.clone();
        next.data.insert("key".to_owned(), value.into());
        next.data.insert(SqliteSessions::VERSION.to_owned(), number.into());
        next
    };
    let (quick, slow) = (sessions.for_request(None), sessions.for_request(None));
    quick.save(&version(2, "quick")).await.expect("saved");
    slow.save(&version(2, "slow")).await.expect_err("it has read version 1");
    assert_eq!((quick.had_conflict(), slow.had_conflict()), (false, true));
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), Some(version(2, "quick")));
}

#[tokio::test]
async fn a_session_ends_once() {
    let World { directory: _directory, sessions, .. } = world().await;
    let mut session = record("value");
    sessions.create(&mut session).await.expect("made");
    let (first, second) = (sessions.for_request(None), sessions.for_request(None));
    let ended = tokio::join!(first.delete(&session.id), second.delete(&session.id));
    assert!(ended.0.is_ok() != ended.1.is_ok(), "{ended:?}");
    assert!(first.had_conflict() != second.had_conflict());
}

#[tokio::test]
async fn of_two_first_sessions_of_a_browser_the_one_with_a_visit_stays() {
    for (first, second, stays) in [("visit", "visit", 0), ("visit", "flashes", 0), ("flashes", "visit", 1)] {
        let World { directory: _directory, sessions, .. } = world().await;
        let id = Id::default();
        let mut records = [first, second].map(|key| {
            let mut record = record(key);
            record.data.insert(key.to_owned(), true.into());
            record
        });
        let stores = [sessions.for_request(Some(id)), sessions.for_request(Some(id))];
        stores[0].create(&mut records[0]).await.expect("made");
        assert_eq!(stores[1].create(&mut records[1]).await.is_ok(), stays == 1, "{first}, {second}");
        assert_eq!(stores[1].had_conflict(), stays == 0);
        assert!(records.iter().all(|record| record.id == id));
        assert_eq!(sessions.load(&id).await.expect("loaded"), Some(records[stays].clone()), "{first}, {second}");

        let mut next = record("another");
        stores[stays].create(&mut next).await.expect("made");
        assert_ne!(next.id, id, "a renewed session has an id of its own");
    }
}

#[tokio::test]
async fn an_expired_session_makes_way_for_the_first_one() {
    let World { directory: _directory, clock, sessions, .. } = world().await;
    let mut old = record("old");
    old.data.insert("visit".to_owned(), true.into());
    sessions.create(&mut old).await.expect("made");
    let mut new = record("new");
    sessions.for_request(Some(old.id)).create(&mut new).await.expect_err("it lives");
    clock.set(FakeClock::START + Duration::from_secs(3600));
    let mut new = record("new");
    sessions.for_request(Some(old.id)).create(&mut new).await.expect("made");
    clock.set(FakeClock::START);
    assert_eq!(sessions.load(&old.id).await.expect("loaded"), Some(new));
}

#[tokio::test]
async fn an_expired_session_is_gone() {
    let World { directory: _directory, clock, sessions, .. } = world().await;
    let mut session = record("value");
    sessions.create(&mut session).await.expect("made");
    clock.set(FakeClock::START + Duration::from_secs(3599));
    sessions.delete_expired().await.expect("tidied");
    assert!(sessions.load(&session.id).await.expect("loaded").is_some());
    clock.set(FakeClock::START + Duration::from_secs(3600));
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), None);
    sessions.delete_expired().await.expect("tidied");
    clock.set(FakeClock::START);
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
