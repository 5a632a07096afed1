use crate::site::{ACCOUNT, Site};
use crate::world::{START, world};
use server::sign_up::VisitorState;
use server::store::SqliteSessions;
use server::system::FakeClock;
use std::collections::HashMap;
use std::time::Duration;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

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
    let data = HashMap::from([("visit".to_owned(), visitor), (SqliteSessions::VERSION.to_owned(), 1.into())]);
    let expiry_date = OffsetDateTime::from_unix_timestamp(START).expect("a moment") + DAY * 30;
    let mut record = Record { id: Id::default(), data, expiry_date };
    world.sessions.create(&mut record).await.expect("made");
    let session = record.id.to_string();
    for day in (0..90).step_by(10) {
        world.clock.set(FakeClock::START + DAY * day);
        assert_eq!(site.get("/look", Some(&session)).await.body, "signed in", "on day {day}");
    }
    world.clock.set(FakeClock::START + DAY * 90);
    assert_eq!(site.get("/look", Some(&session)).await.body, "signed out");
}
