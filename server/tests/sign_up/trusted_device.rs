//! The mails and failures of a browser that has verified an address are counted separately.

use crate::world::{HOUR, NoRecords, World, address, client};
use domain::{Limit, Refusal};
use proptest::prelude::*;
use server::i18n::Language;
use server::sign_up::ports::Account;
use server::sign_up::{Limits, MacKey, SignUp, TrustedDevice, VisitorState};
use std::time::Duration;

const OWNER: &str = "me@example.org";

/// Limits of two mails and two failures an hour.
async fn world() -> World {
    let caps = || "2/1h".parse().expect("caps");
    World::with(Limits { resend_after: Duration::ZERO, mails_per_address: caps(), failures_per_address: caps(), ..Limits::default() }).await
}

/// The cookie of a browser that verified this address an hour ago.
async fn device_of(world: &World, typed: &str) -> TrustedDevice {
    let (_, account) = world.signed_up(typed).await;
    let device = world.rules.trust(&TrustedDevice::default(), &account);
    world.clock.advance(HOUR);
    device
}

fn limited(limit: Limit) -> Refusal {
    Refusal::Limited { limit, retry_after: 3600 }
}

async fn burn_mails(world: &World) {
    while world.request_from(OWNER, "198.51.100.1").await.is_ok() {}
    assert_eq!(world.request_from(OWNER, "198.51.100.1").await, Err(limited(Limit::MailsPerAddress)));
}

#[tokio::test]
async fn a_stranger_who_burns_the_mails_does_not_lock_the_owner_out() {
    let world = world().await;
    let device = device_of(&world, OWNER).await;
    burn_mails(&world).await;
    let mut visitor = VisitorState::default();
    world.request_with(&mut visitor, "ME@Example.org", &device).await.expect("a mail");
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

#[tokio::test]
async fn a_stranger_who_burns_the_failures_does_not_lock_the_owner_out() {
    let world = world().await;
    let device = device_of(&world, OWNER).await;
    let mut stranger = world.pending(OWNER).await;
    for _ in 0..2 {
        world.verify(&mut stranger, &world.mail.wrong_code()).await.expect_err("a wrong code");
    }
    assert_eq!(world.request_from(OWNER, "198.51.100.1").await, Err(limited(Limit::FailuresPerAddress)));
    let mut visitor = VisitorState::default();
    world.request_with(&mut visitor, OWNER, &device).await.expect("a mail");
    assert_eq!(world.verify(&mut visitor, &world.mail.wrong_code()).await, Err(Refusal::WrongCode { tries_left: 4 }));
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

#[tokio::test]
async fn its_own_budgets_hold_too() {
    let world = world().await;
    let device = device_of(&world, OWNER).await;
    let mut visitor = VisitorState::default();
    for _ in 0..2 {
        world.request_with(&mut visitor, OWNER, &device).await.expect("a mail");
        world.verify(&mut visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    }
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(limited(Limit::FailuresPerAddress)));
    assert_eq!(world.request_with(&mut VisitorState::default(), OWNER, &device).await, Err(limited(Limit::FailuresPerAddress)));
    world.request_from(OWNER, "198.51.100.1").await.expect("the address's own count is untouched");
}

#[tokio::test]
async fn its_own_mails_are_counted() {
    let world = world().await;
    let device = device_of(&world, OWNER).await;
    for _ in 0..2 {
        world.request_with(&mut VisitorState::default(), OWNER, &device).await.expect("a mail");
    }
    assert_eq!(world.request_with(&mut VisitorState::default(), OWNER, &device).await, Err(limited(Limit::MailsPerAddress)));
}

/// An attacker who once could read the mail could collect cookies by signing in repeatedly.
#[tokio::test]
async fn many_devices_share_what_one_would_have() {
    let world = world().await;
    let mut collected = Vec::new();
    for _ in 0..5 {
        collected.push(device_of(&world, OWNER).await);
    }
    let mut visits = Vec::new();
    for device in &collected[..2] {
        let mut visitor = VisitorState::default();
        world.request_with(&mut visitor, OWNER, device).await.expect("a mail");
        visits.push(visitor);
    }
    for device in &collected {
        assert_eq!(world.request_with(&mut VisitorState::default(), OWNER, device).await, Err(limited(Limit::MailsPerAddress)));
    }
    for visitor in &mut visits {
        world.verify(visitor, &world.mail.wrong_code()).await.expect_err("a wrong code");
    }
    assert_eq!(world.verify(&mut visits[0], &world.mail.last_code()).await, Err(limited(Limit::FailuresPerAddress)));
    world.clock.advance(HOUR);
    world.request_from(OWNER, "198.51.100.1").await.expect("the address's own count is untouched");
}

#[tokio::test]
async fn it_is_worth_nothing_for_another_address() {
    let world = world().await;
    let device = device_of(&world, "you@example.org").await;
    burn_mails(&world).await;
    assert_eq!(world.request_with(&mut VisitorState::default(), OWNER, &device).await, Err(limited(Limit::MailsPerAddress)));
}

#[tokio::test]
async fn a_changed_cookie_is_worth_nothing() {
    let world = world().await;
    let cookie = device_of(&world, OWNER).await.to_cookie().expect("a cookie");
    burn_mails(&world).await;
    for place in 0..cookie.len() {
        let mut bytes = cookie.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let device = TrustedDevice::from_cookie(std::str::from_utf8(&bytes).expect("text"));
        let refused = world.request_with(&mut VisitorState::default(), OWNER, &device).await;
        assert_eq!(refused, Err(limited(Limit::MailsPerAddress)), "changed at {place}");
    }
    world.request_with(&mut VisitorState::default(), OWNER, &TrustedDevice::from_cookie(&cookie)).await.expect("unchanged, it is");
}

#[tokio::test]
async fn it_is_worth_nothing_under_another_key() {
    let (world, other) = (world().await, world().await);
    let device = device_of(&world, OWNER).await;
    let rules = SignUp::new(other.ports(), MacKey::new([8; 32]), other.rules.limits().clone(), other.tasks.clone());
    let account = other.signed_up(OWNER).await.1;
    let of_other_key = rules.trust(&TrustedDevice::default(), &account);
    burn_mails(&world).await;
    assert!(world.request_with(&mut VisitorState::default(), OWNER, &of_other_key).await.is_err());
    world.request_with(&mut VisitorState::default(), OWNER, &device).await.expect("a mail");
}

#[tokio::test]
async fn it_vouches_for_400_days() {
    let world = world().await;
    let device = device_of(&world, OWNER).await;
    world.clock.advance(TrustedDevice::LIFETIME - 25 * HOUR);
    burn_mails(&world).await;
    world.request_with(&mut VisitorState::default(), OWNER, &device).await.expect("a mail");
    // The cookie's age is counted in whole days.
    world.clock.advance(25 * HOUR);
    burn_mails(&world).await;
    assert!(world.request_with(&mut VisitorState::default(), OWNER, &device).await.is_err());
}

#[tokio::test]
async fn it_vouches_for_the_four_newest_addresses() {
    let world = World::with(Limits { mails_per_address: "1/1h".parse().expect("caps"), ..Limits::default() }).await;
    let mut device = TrustedDevice::default();
    let addresses: Vec<String> = (0..=TrustedDevice::MAX_ADDRESSES).map(|number| format!("me{number}@example.org")).collect();
    for typed in addresses.iter().chain([&addresses[1]]) {
        let (_, account) = world.signed_up(typed).await;
        device = world.rules.trust(&device, &account);
        world.clock.advance(2 * HOUR);
    }
    for typed in &addresses {
        world.request_from(typed, "198.51.100.1").await.expect("a mail");
        let own = world.request_with(&mut VisitorState::default(), typed, &device).await;
        assert_eq!(own.is_ok(), *typed != addresses[0], "{typed}");
    }
    assert_eq!(TrustedDevice::from_cookie(&device.to_cookie().expect("a cookie")), device);
}

#[tokio::test]
async fn it_forgets_a_deleted_account() {
    let world = world().await;
    let (mut visitor, account) = world.signed_up(OWNER).await;
    let device = world.rules.trust(&TrustedDevice::default(), &account);
    let deleted = world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("deleted");
    assert_eq!(world.rules.stop_trusting(&device, &deleted).to_cookie(), None);
}

/// Copies of cookies remain in backups, on sold machines, and with earlier users of a computer.
#[tokio::test]
async fn a_copy_is_worth_nothing_once_the_account_is_deleted() {
    let world = world().await;
    let (mut visitor, account) = world.signed_up(OWNER).await;
    let copy = world.rules.trust(&TrustedDevice::default(), &account);
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("deleted");
    world.clock.advance(HOUR);
    is_not_trusted(&world, &copy).await;
    world.clock.advance(HOUR);
    let (_, again) = world.signed_up(OWNER).await;
    let new = world.rules.trust(&TrustedDevice::default(), &again);
    world.clock.advance(HOUR);
    is_not_trusted(&world, &copy).await;
    world.request_with(&mut VisitorState::default(), OWNER, &new).await.expect("what is vouched for anew is");
}

#[tokio::test]
async fn a_copy_is_worth_nothing_once_the_account_has_another_address() {
    let world = world().await;
    let (mut visitor, account) = world.signed_up(OWNER).await;
    let copy = world.rules.trust(&TrustedDevice::default(), &account);
    world.clock.advance(HOUR);
    let there = change(&world, &mut visitor, "you@example.org").await;
    let there = world.rules.trust(&TrustedDevice::default(), &there);
    is_not_trusted(&world, &copy).await;
    world.clock.advance(HOUR);
    // The copy stays worthless if the address returns to the account.
    let back = change(&world, &mut visitor, OWNER).await;
    world.clock.advance(HOUR);
    is_not_trusted(&world, &copy).await;
    let new = world.rules.trust(&TrustedDevice::default(), &back);
    world.request_with(&mut VisitorState::default(), OWNER, &new).await.expect("what is vouched for anew is");
    while world.request_from("you@example.org", "198.51.100.1").await.is_ok() {}
    assert!(world.request_with(&mut VisitorState::default(), "you@example.org", &there).await.is_err());
}

#[tokio::test]
async fn it_stays_good_for_another_spelling_of_the_mailbox() {
    let world = world().await;
    let (mut visitor, account) = world.signed_up(OWNER).await;
    let device = world.rules.trust(&TrustedDevice::default(), &account);
    world.clock.advance(HOUR);
    change(&world, &mut visitor, "Me@Example.org").await;
    world.clock.advance(HOUR);
    burn_mails(&world).await;
    world.request_with(&mut VisitorState::default(), OWNER, &device).await.expect("a mail");
}

#[tokio::test]
async fn a_copy_passes_no_mute_once_the_account_is_deleted() {
    let world = world().await;
    let (mut visitor, account) = world.signed_up(OWNER).await;
    let copy = world.rules.trust(&TrustedDevice::default(), &account);
    world.request_from(OWNER, "198.51.100.1").await.expect("a mail");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    world.request_with(&mut VisitorState::default(), OWNER, &copy).await.expect("the owner is not locked out");
    world.rules.delete_account(&mut visitor, Language::English, &NoRecords).await.expect("deleted");
    let refused = world.request_with(&mut VisitorState::default(), OWNER, &copy).await;
    assert!(matches!(refused, Err(Refusal::Limited { limit: Limit::Muted, .. })), "{refused:?}");
}

async fn is_not_trusted(world: &World, device: &TrustedDevice) {
    burn_mails(world).await;
    assert_eq!(world.request_with(&mut VisitorState::default(), OWNER, device).await, Err(limited(Limit::MailsPerAddress)));
}

/// Changes the account's address and returns the account.
async fn change(world: &World, visitor: &mut VisitorState, typed: &str) -> Account {
    let unsent = world.rules.request_email_change(visitor, address(typed), &client("192.0.2.1"), &NoRecords).await;
    world.send(unsent).await.expect("a mail");
    world.rules.verify_email_change(visitor, &world.mail.last_code(), Language::English, &NoRecords).await.expect("the right code").1
}

/// Two browsers of one owner are counted separately, and their cookies do not reveal that they belong to one person.
#[tokio::test]
async fn two_cookies_for_one_address_have_nothing_in_common() {
    let world = world().await;
    let (_, account) = world.signed_up(OWNER).await;
    let cookie = || world.rules.trust(&TrustedDevice::default(), &account).to_cookie().expect("a cookie");
    let (first, second) = (cookie(), cookie());
    assert_ne!(first[..16], second[..16]);
    assert_ne!(first[first.len() - 16..], second[second.len() - 16..]);
}

proptest! {
    #[test]
    fn any_value_reads_as_a_device_or_as_none(value in "[A-Za-z0-9_=.-]{0,160}|\\PC{0,40}") {
        let device = TrustedDevice::from_cookie(&value);
        if let Some(cookie) = device.to_cookie() {
            prop_assert_eq!(&cookie, &value, "one device has one cookie");
        }
    }
}
