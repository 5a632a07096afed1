use crate::world::{MINUTE, World};
use app::domain::{Refusal, Step};
use server::sign_up::Visit;
use server::sign_up::ports::Clock;

#[tokio::test]
async fn a_right_code_makes_an_account_and_signs_in() {
    let world = World::new().await;
    let (visit, account) = world.signed_up(" Me@Example.org").await;
    assert_eq!(account.email.as_str(), "Me@Example.org");
    assert_eq!(account.created_at, world.clock.now());
    assert_eq!(visit, Visit { account: Some(account.id), ..Visit::default() });
    assert_eq!(world.rules.account(&visit).await.expect("the store works"), Some(account));
}

#[tokio::test]
async fn the_account_is_found_again_in_every_spelling() {
    let world = World::new().await;
    let (_, first) = world.signed_up("Müller@bücher.example").await;
    for typed in
        ["müller@BÜCHER.example", "MÜLLER@xn--bcher-kva.example", "müller@bu\u{308}cher.EXAMPLE.", "mailto:Müller＠ｂücher．ｅｘａｍｐｌｅ"]
    {
        let (_, again) = world.signed_up(typed).await;
        assert_eq!(again, first, "{typed}");
    }
    let (_, other) = world.signed_up("muller@bücher.example").await;
    assert_ne!(other.id, first.id);
}

#[tokio::test]
async fn signing_in_elsewhere_right_away_does_not_wait() {
    let world = World::new().await;
    world.signed_up("me@example.org").await;
    let mut second_device = Visit::default();
    world.request(&mut second_device, "me@example.org").await.expect("no waiting time");
    assert!(matches!(world.resend(&mut second_device).await, Err(Refusal::Limited { .. })), "the next one waits");
}

#[tokio::test]
async fn a_deleted_account_is_gone_in_every_session() {
    let world = World::new().await;
    let (mut visit, first) = world.signed_up("me@example.org").await;
    let (mut elsewhere, _) = world.signed_up("me@example.org").await;
    let (bystander, _) = world.signed_up("you@example.org").await;
    world.rules.delete_account(&mut visit).await.expect("an account");
    assert_eq!(visit, Visit::default());
    assert_eq!(world.rules.step(&elsewhere).await.expect("a step"), Step::Address);
    assert_eq!(world.rules.account(&elsewhere).await.expect("the store works"), None);
    for visit in [&mut visit, &mut elsewhere] {
        let problem = world.rules.delete_account(visit).await.expect_err("nobody is signed in");
        assert_eq!(Refusal::from(&problem), Refusal::NotSignedIn);
    }
    assert_eq!(world.rules.step(&bystander).await.expect("a step"), Step::Account);
    world.clock.advance(MINUTE);
    assert_ne!(world.signed_up("me@example.org").await.1.id, first.id, "a new account, not the old one");
}
