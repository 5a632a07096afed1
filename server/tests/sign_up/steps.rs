use crate::world::{HOUR, MINUTE, SECOND, World};
use domain::{CodeStep, Delivery, Step};
use server::sign_up::VisitorState;

#[tokio::test]
async fn a_visit_begins_with_the_address_and_ends_with_the_account() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    let step = async |visitor: &VisitorState| world.rules.step(visitor).await.expect("a step");
    assert_eq!(step(&visitor).await, Step::Address);

    world.request(&mut visitor, "  Me@bücher.example").await.expect("a mail");
    let waiting = CodeStep {
        email: "Me@bücher.example".to_owned(),
        resend_in: 60,
        expires_in: 600,
        expires_at: 1_800_000_600,
        delivery: Delivery::Accepted,
        known_since: 1_800_000_000,
        ..CodeStep::default()
    };
    assert_eq!(step(&visitor).await, Step::Code(waiting.clone()));
    world.clock.advance(MINUTE - SECOND);
    assert_eq!(step(&visitor).await, Step::Code(CodeStep { resend_in: 1, expires_in: 541, ..waiting.clone() }));
    world.clock.advance(SECOND);
    assert_eq!(step(&visitor).await, Step::Code(CodeStep { resend_in: 0, expires_in: 540, ..waiting.clone() }));

    let code = world.mail.last_code();
    world.verify(&mut visitor, &code).await.expect("the right code");
    assert_eq!(step(&visitor).await, Step::Account);
}

#[tokio::test]
async fn an_expired_sign_up_is_still_pending() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    world.clock.advance(HOUR);
    let Step::Code(step) = world.rules.step(&visitor).await.expect("a step") else { panic!("not pending") };
    assert_eq!((step.expires_in, step.resend_in), (0, 0));
}

#[tokio::test]
async fn a_completed_sign_up_whose_session_was_lost_on_the_way_is_not_pending() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let code = world.mail.last_code();
    world.verify(&mut visitor.clone(), &code).await.expect("the right code");
    assert_eq!(world.rules.step(&visitor).await.expect("a step"), Step::Address);
}
