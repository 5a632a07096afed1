use crate::world::{MINUTE, World};
use domain::Refusal;
use server::sign_up::VisitorState;

/// A visitor with this many codes, each a minute younger than the previous one.
async fn with_codes(world: &World, count: usize) -> VisitorState {
    let mut visitor = world.pending("me@example.org").await;
    for _ in 1..count {
        world.clock.advance(MINUTE);
        world.resend(&mut visitor).await.expect("a mail");
    }
    visitor
}

#[tokio::test]
async fn each_of_the_three_newest_works() {
    for index in 0..3 {
        let world = World::new().await;
        let mut visitor = with_codes(&world, 3).await;
        world.verify(&mut visitor, &world.mail.codes()[index]).await.unwrap_or_else(|error| panic!("code {index}: {error}"));
    }
}

#[tokio::test]
async fn a_fourth_code_invalidates_the_first() {
    let world = World::new().await;
    let mut visitor = with_codes(&world, 4).await;
    let codes = world.mail.codes();
    assert_eq!(world.verify(&mut visitor, &codes[0]).await, Err(Refusal::WrongCode { tries_left: 4 }));
    world.verify(&mut visitor, &codes[1]).await.expect("the second works still");
}

#[tokio::test]
async fn asking_with_the_same_mailbox_in_another_spelling_joins_the_sign_up() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.clock.advance(MINUTE);
    world.request(&mut visitor, " ME@Example.ORG ").await.expect("a mail");
    assert_eq!(world.mail.sent()[1].to.recipient(), "ME@example.org", "the mail goes where it was asked for last");
    assert_eq!(visitor.pending.as_ref().map(|pending| pending.address().as_str()), Some("ME@Example.ORG"));
    world.verify(&mut visitor, &world.mail.codes()[0]).await.expect("the first works still");
}

#[tokio::test]
async fn a_code_is_of_no_use_in_another_session() {
    let world = World::new().await;
    let mut mine = world.pending("me@example.org").await;
    world.clock.advance(MINUTE);
    let mut theirs = world.pending("me@example.org").await;
    let codes = world.mail.codes();
    assert_eq!(world.verify(&mut theirs, &codes[0]).await, Err(Refusal::WrongCode { tries_left: 4 }));
    assert_eq!(world.verify(&mut mine, &codes[1]).await, Err(Refusal::WrongCode { tries_left: 4 }));
    world.verify(&mut mine, &codes[0]).await.expect("its own");
}

#[tokio::test]
async fn one_code_of_several_ends_them_all() {
    let world = World::new().await;
    let mut visitor = with_codes(&world, 2).await;
    let mut copy = visitor.clone();
    let codes = world.mail.codes();
    world.verify(&mut visitor, &codes[0]).await.expect("the right code");
    assert_eq!(world.verify(&mut copy, &codes[1]).await, Err(Refusal::AlreadyUsed));
    let wrong = world.mail.wrong_code();
    assert_eq!(world.verify(&mut copy, &wrong).await, Err(Refusal::AlreadyUsed), "it is no longer compared");
    assert_eq!(world.resend(&mut copy).await, Err(Refusal::AlreadyUsed));
    assert_eq!(world.verify(&mut visitor, &codes[1]).await, Err(Refusal::NothingPending));
}
