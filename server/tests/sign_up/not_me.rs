//! The recipient of a mail reports that they did not ask for it.

use crate::world::{HOUR, MILLISECOND, MINUTE, World, open, refusal};
use domain::{Limit, Refusal, Step};
use server::sign_up::ports::{Ports, Records};
use server::sign_up::{Limits, MacKey, SignUp, TrustedDevice, VisitorState};
use server::system::SystemRandomness;
use std::sync::Arc;

const ADDRESS: &str = "me@example.org";
const DAY_IN_SECONDS: u32 = 24 * 60 * 60;

fn muted(retry_after: u32) -> Refusal {
    Refusal::Limited { limit: Limit::Muted, retry_after }
}

/// Another instance of the rules on the world's files, as after a restart.
async fn other_rules(world: &World, key: [u8; 32]) -> SignUp {
    let ports = Ports { randomness: Arc::new(SystemRandomness), store: open(world.database.url()).await.store(), ..world.ports() };
    SignUp::new(ports, MacKey::new(key), world.rules.limits().clone(), world.tasks.clone())
}

#[tokio::test]
async fn the_codes_of_every_session_are_void_and_no_more_are_mailed() {
    let world = World::new().await;
    let mut first = world.pending(ADDRESS).await;
    let (code, token) = (world.mail.last_code(), world.mail.last_token());
    world.clock.advance(MINUTE);
    let mut second = world.pending("ME@Example.org").await;
    let second_code = world.mail.last_code();
    let mut of_another = world.pending("you@example.org").await;
    let code_of_another = world.mail.last_code();

    world.not_me(&token).await.expect("a token");
    assert_eq!(world.verify(&mut first, &code).await, Err(Refusal::Voided));
    assert_eq!(world.verify(&mut second, &second_code).await, Err(Refusal::Voided));
    assert_eq!(world.verify(&mut second, &world.mail.wrong_code()).await, Err(Refusal::Voided), "right or wrong");
    for visitor in [&first, &second] {
        assert_eq!(world.rules.step(visitor).await.expect("a step"), Step::Address);
        assert_eq!(world.rules.voided(visitor).await.expect("an answer").expect("it is").as_str().to_lowercase(), ADDRESS);
    }
    assert_eq!(world.resend(&mut first).await, Err(muted(DAY_IN_SECONDS)));
    assert_eq!(world.request(&mut first, ADDRESS).await, Err(muted(DAY_IN_SECONDS)));
    assert_eq!(world.request_from(ADDRESS, "198.51.100.1").await, Err(muted(DAY_IN_SECONDS)));
    assert_eq!(world.rules.voided(&of_another).await.expect("an answer"), None);
    world.verify(&mut of_another, &code_of_another).await.expect("the right code of another address");
    assert_eq!(world.mail.sent().len(), 3);
}

#[tokio::test]
async fn the_mute_ends_after_a_day() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    world.not_me(&world.mail.last_token()).await.expect("a token");
    world.clock.advance(24 * HOUR - MILLISECOND);
    assert_eq!(world.request(&mut visitor, ADDRESS).await, Err(muted(1)));
    world.clock.advance(MILLISECOND);
    world.request(&mut visitor, ADDRESS).await.expect("a mail");
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the code of a new sign-up");
}

#[tokio::test]
async fn reporting_again_is_no_error_and_the_day_begins_anew() {
    let world = World::new().await;
    world.pending(ADDRESS).await;
    let first = world.mail.last_token();
    world.clock.advance(MINUTE);
    world.pending(ADDRESS).await;
    for token in [&first, &first, &world.mail.last_token()] {
        world.clock.advance(HOUR);
        world.not_me(token).await.expect("a token");
        assert_eq!(world.request_from(ADDRESS, "198.51.100.1").await, Err(muted(DAY_IN_SECONDS)), "never longer than a day");
    }
    assert_eq!(world.number("SELECT count(*) FROM bucket_use WHERE limited_by = 'muted'").await, 1, "nothing piles up");
}

#[tokio::test]
async fn what_is_no_token_or_none_of_ours_is_refused_alike() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    let code = world.mail.last_code();
    for typed in ["", "K7QM", "K7QM-2XRD-9FHT", "no token at all", code.as_str(), ADDRESS, &"0".repeat(10_000)] {
        assert_eq!(world.not_me(typed).await, Err(Refusal::Token), "{typed}");
    }
    world.verify(&mut visitor, &code).await.expect("nothing was voided");
}

#[tokio::test]
async fn a_token_works_for_a_day_and_then_is_one_that_never_was() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    let token = world.mail.last_token();
    world.clock.advance(24 * HOUR - MILLISECOND);
    world.rules.clean_up().await.expect("cleaned up");
    world.not_me(&token).await.expect("a token");
    world.clock.advance(MILLISECOND);
    assert_eq!(world.not_me(&token).await, Err(Refusal::Token));
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(world.number("SELECT count(*) FROM not_me").await, 0);
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::Expired));
}

#[tokio::test]
async fn a_token_works_as_long_as_its_code() {
    let world = World::with(Limits { code_lifetime: 48 * HOUR, ..Limits::default() }).await;
    let mut visitor = world.pending(ADDRESS).await;
    world.clock.advance(48 * HOUR - MILLISECOND);
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::Voided));
}

/// Here, the windows of the limits are shorter than the mute.
#[tokio::test]
async fn a_mute_is_not_cleaned_up_before_its_end() {
    let caps = || "9/1h".parse().expect("caps");
    let limits = Limits {
        failures_per_address: caps(),
        mails_per_address: caps(),
        mails_per_domain: caps(),
        mails_per_client: caps(),
        mails_total: caps(),
        ..Limits::default()
    };
    let world = World::with(limits).await;
    world.pending(ADDRESS).await;
    world.not_me(&world.mail.last_token()).await.expect("a token");
    world.clock.advance(23 * HOUR);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(world.request_from(ADDRESS, "198.51.100.1").await, Err(muted(60 * 60)));
}

/// Only a recipient of the mail can mute the address, and not even they can lock the account's owner out of their own browser.
#[tokio::test]
async fn a_browser_that_has_verified_the_address_is_not_muted() {
    let world = World::new().await;
    let (_, account) = world.signed_up(ADDRESS).await;
    let device = world.rules.trust(&TrustedDevice::default(), &account);
    let (_, other_account) = world.signed_up("you@example.org").await;
    let of_another = world.rules.trust(&TrustedDevice::default(), &other_account);
    world.clock.advance(MINUTE);
    let mut visitor = VisitorState::default();
    world.request_with(&mut visitor, ADDRESS, &device).await.expect("a mail");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::Voided), "its pending code is void, too");
    assert_eq!(world.request_with(&mut VisitorState::default(), ADDRESS, &of_another).await, Err(muted(DAY_IN_SECONDS)));
    world.clock.advance(MINUTE);
    world.request_with(&mut visitor, ADDRESS, &device).await.expect("a mail");
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}

#[tokio::test]
async fn a_known_address_is_muted_like_an_unknown_one() {
    let world = World::new().await;
    world.signed_up(ADDRESS).await;
    for typed in [ADDRESS, "never@example.org"] {
        world.pending(typed).await;
        world.not_me(&world.mail.last_token()).await.expect("a token");
        assert_eq!(world.request_from(typed, "198.51.100.1").await, Err(muted(DAY_IN_SECONDS)), "{typed}");
    }
    world.rules.account(&world.signed_up("you@example.org").await.0).await.expect("an answer").expect("accounts stay");
    assert_eq!(world.number("SELECT count(*) FROM account").await, 2);
}

#[tokio::test]
async fn a_completed_sign_up_stays_completed() {
    let world = World::new().await;
    let mut left_behind = world.pending(ADDRESS).await;
    let mut visitor = left_behind.clone();
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
    world.not_me(&world.mail.last_token()).await.expect("a token");
    assert_eq!(world.verify(&mut left_behind, &world.mail.last_code()).await, Err(Refusal::AlreadyUsed));
    assert_eq!(world.rules.step(&visitor).await.expect("a step"), Step::Account);
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE voided_at IS NOT NULL").await, 0);
}

#[tokio::test]
async fn aliases_are_muted_together_if_they_are_one() {
    for (aliases_are_one, expected) in [(true, Err(muted(DAY_IN_SECONDS))), (false, Ok(()))] {
        let world = World::with(Limits { aliases_are_one, ..Limits::default() }).await;
        world.pending("na.me@gmail.com").await;
        world.not_me(&world.mail.last_token()).await.expect("a token");
        let other_spelling = world.request_from("name+tag@gmail.com", "198.51.100.1").await.map(|_| ());
        assert_eq!(other_spelling, expected, "{aliases_are_one}");
    }
}

/// A request for a muted address does not count for any limit, and asking for a proof of work would be pointless.
#[tokio::test]
async fn the_mute_comes_before_every_other_limit() {
    let limits = Limits {
        proof_of_work_above: "1/1h".parse().expect("caps"),
        mails_per_address: "1/1h".parse().expect("caps"),
        mails_per_client: "1/1h".parse().expect("caps"),
        ..Limits::default()
    };
    let world = World::with(limits).await;
    let mut visitor = world.pending(ADDRESS).await;
    world.not_me(&world.mail.last_token()).await.expect("a token");
    let before = world.number("SELECT count(*) FROM bucket_use").await;
    let mut stranger = VisitorState::default();
    assert_eq!(world.request(&mut stranger, ADDRESS).await, Err(muted(DAY_IN_SECONDS)));
    assert_eq!(stranger, VisitorState::default(), "it waits for no turn");
    assert_eq!(world.resend(&mut visitor).await, Err(muted(DAY_IN_SECONDS)));
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, before);
}

#[tokio::test]
async fn another_instance_hears_of_it_and_a_restart_forgets_nothing() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    let other = other_rules(&world, [7; 32]).await;
    other.not_me(&world.mail.last_token(), &Records::default()).await.expect("a token");
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::Voided));
    assert_eq!(world.request_from(ADDRESS, "198.51.100.1").await, Err(muted(DAY_IN_SECONDS)));
    let restarted = other_rules(&world, [7; 32]).await;
    assert_eq!(restarted.step(&visitor).await.expect("a step"), Step::Address);
    restarted.not_me(&world.mail.last_token(), &Records::default()).await.expect("a token");
}

#[tokio::test]
async fn a_token_is_worth_nothing_under_another_key() {
    let world = World::new().await;
    let mut visitor = world.pending(ADDRESS).await;
    let other = other_rules(&world, [8; 32]).await;
    let problem = other.not_me(&world.mail.last_token(), &Records::default()).await.expect_err("another key");
    assert_eq!(refusal(problem), Refusal::Token);
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
}
