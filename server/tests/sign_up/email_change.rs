//! The change of an account's address.

use crate::world::{MINUTE, NoRecords, World, client, refusal};
use domain::{Delivery, Refusal, Step};
use server::i18n::Language;
use server::sign_up::ports::{Account, Notice};
use server::sign_up::{CanonicalAddress, VisitorState};

const OLD: &str = "old@example.org";
const NEW: &str = "new@example.org";

async fn ask(world: &World, visitor: &mut VisitorState, typed: &str) -> Result<Delivery, Refusal> {
    let address = CanonicalAddress::parse(typed).map_err(Refusal::Address)?;
    let unsent = world.rules.request_email_change(visitor, address, &client("192.0.2.1"), &NoRecords).await;
    world.send(unsent).await
}

async fn verify(world: &World, visitor: &mut VisitorState, code: &str) -> Result<Account, Refusal> {
    world.rules.verify_email_change(visitor, code, Language::English, &NoRecords).await.map(|(_, after)| after).map_err(refusal)
}

/// The account of a signed-in visitor.
async fn account(world: &World, visitor: &VisitorState) -> Option<Account> {
    world.rules.account(visitor).await.expect("the store works")
}

async fn waits(world: &World, visitor: &VisitorState) -> bool {
    let account = account(world, visitor).await.expect("signed in");
    world.rules.email_change_step(visitor, &account).await.expect("the store works").is_some()
}

#[tokio::test]
async fn the_right_code_changes_the_address_and_the_old_one_gets_a_notice() {
    let world = World::new().await;
    let (mut visitor, before) = world.signed_up(OLD).await;
    let (elsewhere, _) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, "New@Example.org").await.expect("a mail");
    assert_eq!(account(&world, &visitor).await, Some(before.clone()), "not yet");
    assert_eq!(verify(&world, &mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 4 }));
    let after = verify(&world, &mut visitor, &world.mail.last_code()).await.expect("the right code");

    assert_eq!((after.id, after.created_at, after.email.as_str()), (before.id, before.created_at, "New@Example.org"));
    for session in [&visitor, &elsewhere] {
        assert_eq!(account(&world, session).await, Some(after.clone()), "it is the same account");
    }
    let notices = world.mail.notices(1).await;
    assert_eq!((notices.len(), notices[0].notice, notices[0].to.typed().as_str()), (1, Notice::AddressChanged, OLD));
    assert_eq!(world.signed_up(NEW).await.1, after, "the new one signs in");
    world.clock.advance(MINUTE);
    assert_ne!(world.signed_up(OLD).await.1.id, before.id, "the old one makes another account");
}

/// A notice would tell its recipient that codes go to another address from now on.
#[tokio::test]
async fn another_spelling_of_the_same_mailbox_sends_no_notice() {
    let world = World::new().await;
    let (mut visitor, before) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, "Old@EXAMPLE.org").await.expect("a mail");
    let after = verify(&world, &mut visitor, &world.mail.last_code()).await.expect("the right code");
    assert_eq!((after.id, after.email.as_str()), (before.id, "Old@EXAMPLE.org"));
    world.settled().await;
    assert!(world.mail.notices(0).await.is_empty());
}

/// Two browsers of one account each change the address: each address that the account had in between gets a notice.
#[tokio::test]
async fn each_former_address_gets_a_notice() {
    let world = World::new().await;
    let (mut laptop, _) = world.signed_up(OLD).await;
    let (mut phone, _) = world.signed_up(OLD).await;
    ask(&world, &mut laptop, NEW).await.expect("a mail");
    let of_laptop = world.mail.last_code();
    ask(&world, &mut phone, "third@example.org").await.expect("a mail");
    let of_phone = world.mail.last_code();
    let (one, other) = tokio::join!(verify(&world, &mut laptop, &of_laptop), verify(&world, &mut phone, &of_phone));
    one.and(other).expect("both are right");
    let last = account(&world, &laptop).await.expect("signed in").email;
    let middle = if last.as_str() == NEW { "third@example.org" } else { NEW };
    world.settled().await;
    let mut told: Vec<_> = world.mail.notices(2).await.into_iter().map(|notice| notice.to.typed().as_str().to_owned()).collect();
    told.sort();
    let mut expected = [OLD, middle];
    expected.sort_unstable();
    assert_eq!(told, expected);
}

/// The store deletes a sign-up after a day; a session lives for months.
#[tokio::test]
async fn a_change_that_is_over_stays_over() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert!(!waits(&world, &visitor).await);
    world.clock.advance(25 * 60 * MINUTE);
    world.rules.clean_up().await.expect("the store works");
    assert!(!waits(&world, &visitor).await);
    let resent = world.rules.resend_email_change(&mut visitor, &client("192.0.2.1"), &NoRecords).await;
    assert_eq!(world.send(resent).await, Err(Refusal::NothingPending));

    world.signed_up("bob@example.org").await;
    world.clock.advance(MINUTE);
    ask(&world, &mut visitor, "bob@example.org").await.expect("a mail");
    assert_eq!(verify(&world, &mut visitor, &world.mail.last_code()).await, Err(Refusal::AddressTaken));
    assert!(visitor.change.is_none(), "nor is the address of somebody else kept");
}

#[tokio::test]
async fn a_code_is_good_once() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    let (mut first, mut second, code) = (visitor.clone(), visitor.clone(), world.mail.last_code());
    let (one, other) = tokio::join!(verify(&world, &mut first, &code), verify(&world, &mut second, &code));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert!(one == Err(Refusal::AlreadyUsed) || other == Err(Refusal::AlreadyUsed));
    assert_eq!(verify(&world, &mut visitor, &code).await, Err(Refusal::AlreadyUsed));
    assert!(!waits(&world, &visitor).await);
}

/// The responses are the same for every address until the code from the mail is entered.
#[tokio::test]
async fn that_another_account_has_it_only_its_reader_learns() {
    let world = World::new().await;
    let (bob, _) = world.signed_up(NEW).await;
    let (mut visitor, before) = world.signed_up(OLD).await;
    assert_eq!(ask(&world, &mut visitor, NEW).await, Ok(Delivery::Accepted));
    let pending = visitor.change.clone();
    assert_eq!(verify(&world, &mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 4 }));
    assert_eq!(verify(&world, &mut visitor, &world.mail.last_code()).await, Err(Refusal::AddressTaken));
    assert_eq!(account(&world, &visitor).await, Some(before), "nothing has changed");
    assert_eq!(account(&world, &bob).await.expect("signed in").email.as_str(), NEW);
    let mut earlier = VisitorState { change: pending, ..visitor.clone() };
    assert_eq!(verify(&world, &mut earlier, &world.mail.last_code()).await, Err(Refusal::AlreadyUsed), "the code is used up");
    world.settled().await;
    assert!(world.mail.notices(0).await.is_empty());
}

/// Even with a forged state, with the same sign-up, the same address and the same six digits.
#[tokio::test]
async fn a_code_for_the_one_is_worth_nothing_for_the_other() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    let code = world.mail.last_code();
    let change = serde_json::to_value(visitor.change.as_ref().expect("it waits")).expect("JSON");
    let mut forged = VisitorState::default();
    let mut as_sign_up = change.clone();
    as_sign_up["purpose"] = "SignUp".into();
    forged.pending = Some(serde_json::from_value(as_sign_up).expect("a sign-up"));
    assert_eq!(world.verify(&mut forged, &code).await, Err(Refusal::WrongCode { tries_left: 4 }));

    let sign_up = world.pending("third@example.org").await;
    let code = world.mail.last_code();
    let mut as_change = serde_json::to_value(sign_up.pending.as_ref().expect("it waits")).expect("JSON");
    as_change["purpose"] = change["purpose"].clone();
    visitor.change = Some(serde_json::from_value(as_change).expect("a change"));
    assert_eq!(verify(&world, &mut visitor, &code).await, Err(Refusal::WrongCode { tries_left: 4 }));
}

#[tokio::test]
async fn a_change_and_a_sign_up_wait_side_by_side() {
    let world = World::new().await;
    let (mut visitor, before) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    let change_code = world.mail.last_code();
    let mut deleter = VisitorState { account: visitor.account, ..VisitorState::default() };
    world.rules.delete_account(&mut deleter, Language::English, &NoRecords).await.expect("an account");

    assert_eq!(world.rules.step(&visitor).await.expect("a step"), Step::Address, "a change whose account is gone blocks nothing");
    world.request(&mut visitor, "third@example.org").await.expect("a mail");
    assert!(matches!(world.rules.step(&visitor).await.expect("a step"), Step::Code(code) if code.email == "third@example.org"));
    assert_eq!(verify(&world, &mut visitor, &change_code).await, Err(Refusal::NotSignedIn));
    let account = world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
    assert_ne!(account.id, before.id);
    assert_eq!(verify(&world, &mut visitor, &change_code).await, Err(Refusal::NothingPending), "not for the other account");
    assert_eq!(account.email.as_str(), "third@example.org");
}

#[tokio::test]
async fn a_change_is_of_one_account() {
    let world = World::new().await;
    let (mut visitor, _) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    let code = world.mail.last_code();
    let (other, before) = world.signed_up("third@example.org").await;
    let mut other = VisitorState { change: visitor.change.clone(), ..other };
    assert!(!waits(&world, &other).await);
    assert_eq!(verify(&world, &mut other, &code).await, Err(Refusal::NothingPending));
    assert_eq!(self::account(&world, &other).await, Some(before));
}

#[tokio::test]
async fn it_has_the_tries_the_limits_and_the_mute_of_every_other_code() {
    let world = World::new().await;
    let (mut visitor, before) = world.signed_up(OLD).await;
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    assert!(matches!(ask(&world, &mut visitor, NEW).await, Err(Refusal::Limited { .. })), "the pause");
    let resent = world.rules.resend_email_change(&mut visitor, &client("192.0.2.1"), &NoRecords).await;
    assert!(matches!(world.send(resent).await, Err(Refusal::Limited { .. })), "for another code too");
    assert!(matches!(world.request(&mut VisitorState::default(), NEW).await, Err(Refusal::Limited { .. })), "and for a sign-up");
    let right = world.mail.last_code();
    for tries_left in (1..5).rev() {
        assert_eq!(verify(&world, &mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left }));
    }
    assert_eq!(verify(&world, &mut visitor, &world.mail.wrong_code()).await, Err(Refusal::TriesSpent));
    assert_eq!(verify(&world, &mut visitor, &right).await, Err(Refusal::TriesSpent));

    world.clock.advance(MINUTE);
    ask(&world, &mut visitor, NEW).await.expect("a mail");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(verify(&world, &mut visitor, &world.mail.last_code()).await, Err(Refusal::Voided), "the reader did not ask for it");
    world.clock.advance(MINUTE);
    assert!(matches!(ask(&world, &mut visitor, NEW).await, Err(Refusal::Limited { .. })), "and is mailed no more");

    ask(&world, &mut visitor, "third@example.org").await.expect("a mail");
    world.clock.advance(10 * MINUTE);
    assert_eq!(verify(&world, &mut visitor, &world.mail.last_code()).await, Err(Refusal::Expired));
    assert_eq!(account(&world, &visitor).await, Some(before));
}

#[tokio::test]
async fn without_an_account_there_is_nothing_to_change() {
    let world = World::new().await;
    let mut visitor = world.pending(OLD).await;
    assert_eq!(ask(&world, &mut visitor, NEW).await, Err(Refusal::NotSignedIn));
    assert_eq!(verify(&world, &mut visitor, &world.mail.last_code()).await, Err(Refusal::NotSignedIn));
    let resent = world.rules.resend_email_change(&mut visitor, &client("192.0.2.1"), &NoRecords).await;
    assert_eq!(world.send(resent).await, Err(Refusal::NotSignedIn));
}
