use crate::world::{MINUTE, NoRecords, World};
use domain::{Delivery, DeliveryFailure, Refusal, Step};
use server::i18n::Language;
use server::sign_up::VisitorState;
use server::sign_up::ports::{Clock, Notice};

#[tokio::test]
async fn a_right_code_makes_an_account_and_signs_in() {
    let world = World::new().await;
    let (visitor, account) = world.signed_up(" Me@Example.org").await;
    assert_eq!(account.email.as_str(), "Me@Example.org");
    assert_eq!(account.created_at, world.clock.now());
    assert_eq!(visitor, VisitorState { account: Some(account.id), ..VisitorState::default() });
    assert_eq!(world.rules.account(&visitor).await.expect("the store works"), Some(account));
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
    let mut second_device = VisitorState::default();
    world.request(&mut second_device, "me@example.org").await.expect("no waiting time");
    assert!(matches!(world.resend(&mut second_device).await, Err(Refusal::Limited { .. })), "the next one waits");
}

#[tokio::test]
async fn a_deleted_account_is_gone_in_every_session() {
    let world = World::new().await;
    let (mut visitor, first) = world.signed_up("me@example.org").await;
    let (mut elsewhere, _) = world.signed_up("me@example.org").await;
    let (bystander, _) = world.signed_up("you@example.org").await;
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("an account");
    assert_eq!(visitor, VisitorState::default());
    assert_eq!(world.rules.step(&elsewhere).await.expect("a step"), Step::Address);
    assert_eq!(world.rules.account(&elsewhere).await.expect("the store works"), None);
    for visitor in [&mut visitor, &mut elsewhere] {
        let problem = world.rules.delete_account(visitor, Language::English, &NoRecords).await.expect_err("nobody is signed in");
        assert_eq!(Refusal::from(&problem), Refusal::NotSignedIn);
    }
    assert_eq!(world.rules.step(&bystander).await.expect("a step"), Step::Account);
    world.clock.advance(MINUTE);
    assert_ne!(world.signed_up("me@example.org").await.1.id, first.id, "a new account, not the old one");
}

#[tokio::test]
async fn its_address_gets_a_notice_of_the_deletion() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up("Me@bücher.example").await;
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("an account");
    let notices = world.mail.notices(1).await;
    assert_eq!((notices.len(), notices[0].notice), (1, Notice::AccountDeleted));
    assert_eq!((notices[0].to.recipient().as_str(), notices[0].at), ("Me@xn--bcher-kva.example", world.clock.now()));
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect_err("it is gone");
    world.settled().await;
    assert_eq!(world.mail.notices(1).await.len(), 1, "once");
}

#[tokio::test]
async fn of_several_that_delete_it_one_does() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up("me@example.org").await;
    let mut elsewhere = visitor.clone();
    let (one, other) = tokio::join!(
        world.rules.delete_account(&mut visitor, Language::English, &NoRecords),
        world.rules.delete_account(&mut elsewhere, Language::English, &NoRecords)
    );
    assert!(one.is_ok() != other.is_ok());
    let problem = one.err().or(other.err()).expect("the slower one");
    assert_eq!(Refusal::from(&problem), Refusal::NotSignedIn);
    world.settled().await;
    assert_eq!(world.mail.notices(0).await.len(), 1);
}

/// Neither a mute nor a full queue stops the notice: an attacker who deletes somebody else's account could cause both.
#[tokio::test]
async fn nothing_keeps_the_notice_back() {
    let world = World::new().await;
    let (mut visitor, account) = world.signed_up("me@example.org").await;
    world.not_me(&world.mail.last_token()).await.expect("a token");
    world.mail.leave_slots(0);
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("an account");
    world.settled().await;
    let to: Vec<_> = world.mail.notices(0).await.into_iter().map(|notice| notice.to.clone()).collect();
    assert_eq!(to, [account.email]);
}

#[tokio::test]
async fn a_notice_that_is_lost_undoes_nothing_and_nobody_waits_for_it() {
    let world = World::new().await;
    let (mut visitor, account) = world.signed_up("me@example.org").await;
    let before = visitor.clone();
    world.mail.answers(Delivery::Failed(DeliveryFailure::Unreachable));
    world.mail.close_gate();
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("it does not wait for the mail");
    assert_eq!(world.rules.account(&before).await.expect("the store works"), None);
    world.mail.open_gate();
    world.settled().await;
    assert_eq!(world.rules.account(&before).await.expect("the store works"), None);
    assert_eq!(world.mail.notices(1).await[0].to, account.email);
}
