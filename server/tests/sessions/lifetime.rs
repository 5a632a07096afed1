use crate::site::{ACCOUNT, Site};
use crate::world::world;
use server::sessions::session_keys;
use server::sign_up::VisitorState;
use server::sign_up::ports::{SessionHash, SessionRow, SessionWrite};
use server::system::FakeClock;
use sha2::{Digest, Sha256};
use std::time::Duration;
use tower_sessions::session::Id;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Even visits do not prolong a session beyond the limit.
#[tokio::test]
async fn a_session_ends_after_90_days() {
    let world = world().await;
    let site = Site::new(&world);
    let session = site.signed_in().await;
    for day in 1..90 {
        world.clock.set(FakeClock::START + DAY * day);
        assert_eq!(site.get("/look", Some(&session)).await.body, "signed in", "on day {day}");
    }
    world.clock.set(FakeClock::START + DAY * 90);
    let answer = site.get("/look", Some(&session)).await;
    assert_eq!((answer.body.as_str(), answer.cookie.as_deref()), ("signed out", Some("")), "and the cookie is taken back");
    world.clock.set(FakeClock::START);
    assert_eq!(site.get("/look", Some(&session)).await.body, "signed out", "the record is gone");
}

/// Earlier versions wrote sessions without the time of their beginning.
#[tokio::test]
async fn a_session_that_does_not_know_when_it_began_begins_now() {
    let world = world().await;
    let site = Site::new(&world);
    let visitor = serde_json::to_value(VisitorState { account: Some(ACCOUNT), ..VisitorState::default() }).expect("JSON");
    let session = site.session().await;
    let id = SessionHash(Sha256::digest(session.parse::<Id>().expect("an id").0.to_be_bytes()).into());
    let expires_at = FakeClock::START + DAY * 30;
    let data = serde_json::json!([{ "visit": visitor, session_keys::VERSION: 2 }, expires_at.millis() / 1000]).to_string();
    let row = SessionRow { data, expires_at, version: 2, account: Some(ACCOUNT) };
    assert_eq!(world.write(SessionWrite::Update { id, row }).await.expect("saved"), Ok(()));
    for day in (0..90).step_by(10) {
        world.clock.set(FakeClock::START + DAY * day);
        assert_eq!(site.get("/look", Some(&session)).await.body, "signed in", "on day {day}");
    }
    world.clock.set(FakeClock::START + DAY * 90);
    assert_eq!(site.get("/look", Some(&session)).await.body, "signed out");
}
