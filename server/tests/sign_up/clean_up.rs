use crate::world::{HOUR, MILLISECOND, MINUTE, SECOND, World};
use domain::{Limit, Refusal};

async fn rows(world: &World) -> [i64; 4] {
    let mut rows = [0; 4];
    for (count, table) in rows.iter_mut().zip(["sign_up", "bucket_use", "delivery", "account"]) {
        *count = world.number(&format!("SELECT count(*) FROM {table}")).await;
    }
    rows
}

#[tokio::test]
async fn data_that_a_rule_needs_is_kept() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    world.clock.advance(SECOND);
    let before = rows(&world).await;
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(rows(&world).await, before);
    let wait = Refusal::Limited { limit: Limit::ResendAfter, retry_after: 59 };
    assert_eq!(world.resend(&mut visitor).await, Err(wait));
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 3 }));
}

#[tokio::test]
async fn data_that_no_rule_needs_is_deleted_and_accounts_are_kept() {
    let world = World::new().await;
    world.signed_up("me@example.org").await;
    let mut visitor = world.pending("you@example.org").await;
    world.clock.advance(24 * HOUR + 10 * MINUTE - MILLISECOND);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(rows(&world).await, [2, 0, 0, 1]);
    world.clock.advance(MILLISECOND);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(rows(&world).await, [0, 0, 0, 1]);
    // The session outlives its sign-up, and begins a new one with the next mail.
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::Expired));
    world.resend(&mut visitor).await.expect("a mail");
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

#[tokio::test]
async fn a_sign_up_lives_as_long_as_its_newest_code() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    for _ in 0..3 {
        world.clock.advance(20 * HOUR);
        world.rules.clean_up().await.expect("cleaned up");
        world.resend(&mut visitor).await.expect("a mail");
    }
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 3 }));
}
