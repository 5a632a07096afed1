use crate::world::{MILLISECOND, MINUTE, World};
use domain::{CodeStep, Refusal, Step};
use server::sign_up::{Limits, VisitorState};

#[tokio::test]
async fn a_code_works_to_its_last_millisecond() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.clock.advance(10 * MINUTE - MILLISECOND);
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("it works still");
}

#[tokio::test]
async fn a_code_has_expired_after_ten_minutes_and_costs_no_try() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    let first = world.mail.last_code();
    world.clock.advance(10 * MINUTE);
    for _ in 0..10 {
        assert_eq!(world.verify(&mut visitor, &first).await, Err(Refusal::Expired));
        assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::Expired));
    }
    world.resend(&mut visitor).await.expect("a mail");
    let wrong = world.mail.wrong_code();
    assert_eq!(world.verify(&mut visitor, &wrong).await, Err(Refusal::WrongCode { tries_left: 4 }));
}

#[tokio::test]
async fn each_code_lives_from_its_own_issue() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.clock.advance(4 * MINUTE);
    world.resend(&mut visitor).await.expect("a mail");
    let codes = world.mail.codes();
    world.clock.advance(6 * MINUTE);
    assert_eq!(world.verify(&mut visitor, &codes[0]).await, Err(Refusal::Expired), "the older one has run out");
    world.clock.advance(4 * MINUTE - MILLISECOND);
    world.verify(&mut visitor, &codes[1]).await.expect("the newer one works still");
}

#[tokio::test]
async fn page_and_mail_state_the_same_lifetime() {
    let world = World::with(Limits { code_lifetime: 7 * MINUTE, ..Limits::default() }).await;
    let visitor = world.pending("me@example.org").await;
    assert_eq!(world.mail.sent()[0].lifetime, 7 * MINUTE);
    let expires_in = async |visitor: &VisitorState| match world.rules.step(visitor).await.expect("a step") {
        Step::Code(CodeStep { expires_in, .. }) => expires_in,
        step => panic!("{step:?}"),
    };
    assert_eq!(expires_in(&visitor).await, 7 * 60);
    world.clock.advance(7 * MINUTE - MILLISECOND);
    assert_eq!(expires_in(&visitor).await, 1);
    world.clock.advance(MILLISECOND);
    assert_eq!(expires_in(&visitor).await, 0);
}
