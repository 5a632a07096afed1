use crate::world::World;
use domain::{Refusal, Step};
use server::sign_up::{CanonicalAddress, Visit};

fn resumes(world: &World, visit: &mut Visit, typed: &str) -> bool {
    world.rules.resume(visit, &CanonicalAddress::parse(typed).expect("an address"))
}

#[tokio::test]
async fn the_address_comes_back_to_be_corrected() {
    let world = World::new().await;
    let mut visit = world.pending("Me@exmaple.org").await;
    let address = world.rules.start_over(&mut visit);
    assert_eq!(address.as_ref().map(CanonicalAddress::as_str), Some("Me@exmaple.org"));
    assert_eq!((&visit.pending, visit.account), (&None, None));
    assert_eq!(world.rules.step(&visit).await.expect("a step"), Step::Address);
    assert_eq!(world.rules.start_over(&mut visit), None);
}

/// By mistake, or to see how it was spelled: the code that was mailed is still good, and its tries are as they were.
#[tokio::test]
async fn the_same_address_after_all_goes_on() {
    let world = World::new().await;
    let mut visit = world.pending("Me@bücher.example").await;
    world.verify(&mut visit, &world.mail.wrong_code()).await.expect_err("a wrong code");
    world.rules.start_over(&mut visit);
    assert!(!resumes(&world, &mut visit, "you@bücher.example"));
    assert_eq!(world.rules.step(&visit).await.expect("a step"), Step::Address);
    assert!(resumes(&world, &mut visit, "me@xn--bcher-kva.example"));
    assert!(!resumes(&world, &mut visit, "me@bücher.example"), "once");
    assert_eq!(world.verify(&mut visit, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 3 }));
    world.verify(&mut visit, &world.mail.last_code()).await.expect("the right code");
}

/// Another address takes its place for good.
#[tokio::test]
async fn what_was_paused_goes_with_the_next_mail() {
    let world = World::new().await;
    let mut visit = world.pending("me@exmaple.org").await;
    world.rules.start_over(&mut visit);
    world.request(&mut visit, "me@example.org").await.expect("a mail");
    assert!(visit.paused.is_none(), "nor is it kept");
    world.rules.start_over(&mut visit);
    assert!(!resumes(&world, &mut visit, "me@exmaple.org"));
    assert!(resumes(&world, &mut visit, "me@example.org"));
}

#[tokio::test]
async fn another_address_does_not_wait_and_voids_the_code_of_the_first() {
    let world = World::new().await;
    let mut visit = world.pending("me@exmaple.org").await;
    let first = world.mail.last_code();
    world.rules.start_over(&mut visit);
    world.request(&mut visit, "me@example.org").await.expect("a mail");
    assert_eq!(world.verify(&mut visit, &first).await, Err(Refusal::WrongCode { tries_left: 4 }));
    let account = world.verify(&mut visit, &world.mail.last_code()).await.expect("the right code");
    assert_eq!(account.email.as_str(), "me@example.org");
}

#[tokio::test]
async fn asking_with_another_address_drops_the_pending_sign_up() {
    let world = World::new().await;
    let mut visit = world.pending("me@example.org").await;
    let first = world.mail.last_code();
    world.verify(&mut visit, &world.mail.wrong_code()).await.expect_err("a wrong code");
    world.request(&mut visit, "you@example.org").await.expect("a mail");
    assert_eq!(world.verify(&mut visit, &first).await, Err(Refusal::WrongCode { tries_left: 4 }), "five new tries");
}
