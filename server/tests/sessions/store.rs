use crate::world::{START, World, world};
use server::store::SqliteSessions;
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::{ExpiredDeletion, SessionStore};

/// A record that lives for an hour.
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
    let (quick, slow) = (sessions.for_request(), sessions.for_request());
    quick.save(&version(2, "quick")).await.expect("saved");
    slow.save(&version(2, "slow")).await.expect_err("it has read version 1");
    assert_eq!((quick.was_overtaken(), slow.was_overtaken()), (false, true));
    assert_eq!(sessions.load(&session.id).await.expect("loaded"), Some(version(2, "quick")));
}

#[tokio::test]
async fn a_session_ends_once() {
    let World { directory: _directory, sessions, .. } = world().await;
    let mut session = record("value");
    sessions.create(&mut session).await.expect("made");
    let (first, second) = (sessions.for_request(), sessions.for_request());
    let ended = tokio::join!(first.delete(&session.id), second.delete(&session.id));
    assert!(ended.0.is_ok() != ended.1.is_ok(), "{ended:?}");
    assert!(first.was_overtaken() != second.was_overtaken());
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
