use crate::world::World;
use app::domain::{EmailAddress, Refusal, Step};
use server::sign_up::Visit;

#[tokio::test]
async fn the_address_comes_back_to_be_corrected() {
    let world = World::new().await;
    let mut visit = world.pending("Me@exmaple.org").await;
    let address = world.rules.change_address(&mut visit);
    assert_eq!(address.as_ref().map(EmailAddress::as_str), Some("Me@exmaple.org"));
    assert_eq!(visit, Visit::default());
    assert_eq!(world.rules.step(&visit).await.expect("a step"), Step::Address);
    assert_eq!(world.rules.change_address(&mut visit), None);
}

#[tokio::test]
async fn another_address_does_not_wait_and_voids_the_code_of_the_first() {
    let world = World::new().await;
    let mut visit = world.pending("me@exmaple.org").await;
    let first = world.mail.last_code();
    world.rules.change_address(&mut visit);
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
