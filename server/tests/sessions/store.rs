use crate::site::Site;
use crate::world::{HOUR, hash, row, world};
use server::sign_up::ports::{Clock, Records, SessionConflict, SessionHash, SessionRow, SessionWrite};
use server::system::FakeClock;
use sha2::{Digest, Sha256};
use std::time::Duration;
use tower_sessions::session::Id;

#[tokio::test]
async fn a_session_is_kept_changed_and_ended() {
    let world = world().await;
    let (id, first, second) = (hash(1), row(1, "key", "first"), row(2, "key", "second"));
    assert_eq!(world.create(id, first.clone()).await.expect("made"), Ok(()));
    assert_eq!(world.read(id).await, Some((first.data, 1)));
    assert_eq!(world.write(SessionWrite::Update { id, row: second.clone() }).await.expect("saved"), Ok(()));
    assert_eq!(world.read(id).await, Some((second.data, 2)));
    assert_eq!(world.write(SessionWrite::Delete { id }).await.expect("deleted"), Ok(()));
    assert_eq!(world.read(id).await, None);
}

#[tokio::test]
async fn a_slow_request_does_not_bring_an_ended_session_back() {
    let world = world().await;
    let id = hash(1);
    assert_eq!(world.create(id, row(1, "key", "value")).await.expect("made"), Ok(()));
    assert_eq!(world.write(SessionWrite::Delete { id }).await.expect("deleted"), Ok(()));
    let saved = world.write(SessionWrite::Update { id, row: row(2, "key", "slow") }).await.expect("the store works");
    assert_eq!(saved, Err(SessionConflict), "so that no cookie is set for it");
    assert_eq!(world.read(id).await, None);
}

#[tokio::test]
async fn a_slow_request_does_not_undo_what_a_quicker_one_wrote() {
    let world = world().await;
    let (id, quick) = (hash(1), row(2, "key", "quick"));
    assert_eq!(world.create(id, row(1, "key", "first")).await.expect("made"), Ok(()));
    assert_eq!(world.write(SessionWrite::Update { id, row: quick.clone() }).await.expect("saved"), Ok(()));
    let slow = world.write(SessionWrite::Update { id, row: row(2, "key", "slow") }).await.expect("the store works");
    assert_eq!(slow, Err(SessionConflict), "it has read version 1");
    assert_eq!(world.read(id).await, Some((quick.data, 2)));
}

#[tokio::test]
async fn a_session_ends_once() {
    let world = world().await;
    let id = hash(1);
    assert_eq!(world.create(id, row(1, "key", "value")).await.expect("made"), Ok(()));
    let ended = tokio::join!(world.write(SessionWrite::Delete { id }), world.write(SessionWrite::Delete { id }));
    let (first, second) = (ended.0.expect("the store works"), ended.1.expect("the store works"));
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
}

/// A renewed session is a deletion and a creation: if one conflicts, neither is written.
#[tokio::test]
async fn writes_of_one_step_are_all_written_or_none() {
    let world = world().await;
    let renewal = |old, new| Records {
        session: vec![
            SessionWrite::Create { id: new, row: row(1, "visit", "new"), now: world.clock.now() },
            SessionWrite::Delete { id: old },
        ],
        ..Records::default()
    };
    let write = async |records: Records| world.store.write(&records).await.expect("the store works");
    assert_eq!(write(renewal(hash(1), hash(2))).await, Err(SessionConflict), "there is no session to renew");
    assert_eq!(world.read(hash(2)).await, None);
    assert_eq!(world.create(hash(1), row(1, "visit", "old")).await.expect("made"), Ok(()));
    assert_eq!(write(renewal(hash(1), hash(2))).await, Ok(()));
    assert!(world.read(hash(1)).await.is_none() && world.read(hash(2)).await.is_some());
}

#[tokio::test]
async fn of_two_first_sessions_of_a_browser_the_one_with_a_visit_stays() {
    for (first, second, stays) in [("visit", "visit", 0), ("visit", "flashes", 0), ("flashes", "visit", 1)] {
        let world = world().await;
        let rows = [row(1, first, "first"), row(1, second, "second")];
        assert_eq!(world.create(hash(1), rows[0].clone()).await.expect("made"), Ok(()));
        assert_eq!(world.create(hash(1), rows[1].clone()).await.expect("the store works").is_ok(), stays == 1, "{first}, {second}");
        assert_eq!(world.read(hash(1)).await, Some((rows[stays].data.clone(), 1)), "{first}, {second}");
    }
}

#[tokio::test]
async fn an_expired_session_makes_way_for_the_first_one() {
    let world = world().await;
    let new = row(1, "visit", "new");
    assert_eq!(world.create(hash(1), row(1, "visit", "old")).await.expect("made"), Ok(()));
    assert_eq!(world.create(hash(1), new.clone()).await.expect("the store works"), Err(SessionConflict), "the old one lives");
    world.clock.set(FakeClock::START + HOUR);
    assert_eq!(world.create(hash(1), new.clone()).await.expect("made"), Ok(()));
    world.clock.set(FakeClock::START);
    assert_eq!(world.read(hash(1)).await, Some((new.data, 1)));
}

#[tokio::test]
async fn an_expired_session_is_gone() {
    let world = world().await;
    let delete_expired = async || world.store.delete_expired(world.clock.now()).await.expect("tidied");
    assert_eq!(world.create(hash(1), row(1, "key", "value")).await.expect("made"), Ok(()));
    world.clock.set(FakeClock::START + HOUR - Duration::from_secs(1));
    delete_expired().await;
    assert!(world.read(hash(1)).await.is_some());
    world.clock.set(FakeClock::START + HOUR);
    assert_eq!(world.read(hash(1)).await, None);
    delete_expired().await;
    world.clock.set(FakeClock::START);
    assert_eq!(world.read(hash(1)).await, None);
}

#[tokio::test]
async fn a_session_that_cannot_be_read_is_deleted_and_its_visitor_starts_over() {
    for data in ["no JSON", r#"[{"version":7},9999999999]"#] {
        let world = world().await;
        let site = Site::new(&world);
        let session = site.session().await;
        let id = sha256(&session);
        let expires_at = FakeClock::START + HOUR;
        let broken = SessionRow { data: data.to_owned(), expires_at, version: 2, account: None };
        assert_eq!(world.write(SessionWrite::Update { id, row: broken }).await.expect("saved"), Ok(()));
        assert_eq!(site.get("/look", Some(&session)).await.body, "signed out", "{data}");
        assert_eq!(world.read(id).await, None, "{data}");
    }
}

fn sha256(session: &str) -> SessionHash {
    let id: Id = session.parse().expect("an id");
    SessionHash(Sha256::digest(id.0.to_be_bytes()).into())
}
