use crate::world::World;
use domain::{Refusal, Step};
use server::sign_up::{CanonicalAddress, VisitorState};

fn resumes(world: &World, visitor: &mut VisitorState, typed: &str) -> bool {
    world.rules.resume(visitor, &CanonicalAddress::parse(typed).expect("an address"))
}

#[tokio::test]
async fn the_address_comes_back_to_be_corrected() {
    let world = World::new().await;
    let mut visitor = world.pending("Me@exmaple.org").await;
    let address = world.rules.start_over(&mut visitor);
    assert_eq!(address.as_ref().map(CanonicalAddress::as_str), Some("Me@exmaple.org"));
    assert_eq!((&visitor.pending, visitor.account), (&None, None));
    assert_eq!(world.rules.step(&visitor).await.expect("a step"), Step::Address);
    assert_eq!(world.rules.start_over(&mut visitor), None);
}

/// A visitor goes back by mistake, or to check the spelling: the mailed code is still valid, with the same tries.
#[tokio::test]
async fn the_same_address_resumes_the_sign_up() {
    let world = World::new().await;
    let mut visitor = world.pending("Me@bücher.example").await;
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    world.rules.start_over(&mut visitor);
    assert!(!resumes(&world, &mut visitor, "you@bücher.example"));
    assert_eq!(world.rules.step(&visitor).await.expect("a step"), Step::Address);
    assert!(resumes(&world, &mut visitor, "me@xn--bcher-kva.example"));
    assert!(!resumes(&world, &mut visitor, "me@bücher.example"), "once");
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 3 }));
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

/// Another address replaces the paused sign-up for good.
#[tokio::test]
async fn a_paused_sign_up_is_dropped_with_the_next_mail() {
    let world = World::new().await;
    let mut visitor = world.pending("me@exmaple.org").await;
    world.rules.start_over(&mut visitor);
    world.request(&mut visitor, "me@example.org").await.expect("a mail");
    assert!(visitor.paused.is_none(), "nor is it kept");
    world.rules.start_over(&mut visitor);
    assert!(!resumes(&world, &mut visitor, "me@exmaple.org"));
    assert!(resumes(&world, &mut visitor, "me@example.org"));
}

#[tokio::test]
async fn another_address_does_not_wait_and_voids_the_code_of_the_first() {
    let world = World::new().await;
    let mut visitor = world.pending("me@exmaple.org").await;
    let first = world.mail.last_code();
    world.rules.start_over(&mut visitor);
    world.request(&mut visitor, "me@example.org").await.expect("a mail");
    assert_eq!(world.verify(&mut visitor, &first).await, Err(Refusal::WrongCode { tries_left: 4 }));
    let account = world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
    assert_eq!(account.email.as_str(), "me@example.org");
}

#[tokio::test]
async fn asking_with_another_address_drops_the_pending_sign_up() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    let first = world.mail.last_code();
    world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    world.request(&mut visitor, "you@example.org").await.expect("a mail");
    assert_eq!(world.verify(&mut visitor, &first).await, Err(Refusal::WrongCode { tries_left: 4 }), "five new tries");
}
