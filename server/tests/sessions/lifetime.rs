use crate::site::Site;
use crate::world::world;
use std::sync::atomic::Ordering;

const DAY: i64 = 24 * 60 * 60;

/// However often it is visited.
#[tokio::test]
async fn nobody_stays_signed_in_longer_than_90_days() {
    let world = world().await;
    let site = Site::new(&world);
    let session = site.signed_in().await;
    for day in 1..90 {
        world.clock.0.store(day * DAY, Ordering::Relaxed);
        assert_eq!(site.get("/look", Some(&session)).await.body, "signed in", "on day {day}");
    }
    world.clock.0.store(90 * DAY, Ordering::Relaxed);
    let answer = site.get("/look", Some(&session)).await;
    assert_eq!((answer.body.as_str(), answer.cookie.as_deref()), ("signed out", Some("")), "and the cookie is taken back");
    world.clock.0.store(0, Ordering::Relaxed);
    assert_eq!(site.get("/look", Some(&session)).await.body, "signed out", "the record is gone");
}
