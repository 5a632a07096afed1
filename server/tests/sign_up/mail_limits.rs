use crate::world::{HOUR, MILLISECOND, MINUTE, SECOND, World};
use domain::{AddressError, Delivery, Limit, Refusal};
use server::sign_up::{Caps, Limits, VisitorState};
use std::time::Duration;

const SENT: Result<Delivery, Refusal> = Ok(Delivery::Accepted);

fn limited(limit: Limit, retry_after: u32) -> Result<Delivery, Refusal> {
    Err(Refusal::Limited { limit, retry_after })
}

fn caps(text: &str) -> Caps {
    text.parse().expect("caps")
}

fn none() -> Limits {
    Limits {
        resend_after: Duration::ZERO,
        mails_per_address: caps("0"),
        mails_per_client: caps("0"),
        mails_total: caps("0"),
        ..Limits::default()
    }
}

#[tokio::test]
async fn another_mail_waits_a_minute() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    assert_eq!(world.request(&mut visitor, "me@example.org").await, SENT);
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::ResendAfter, 60));
    assert_eq!(world.request(&mut visitor, "me@example.org").await, limited(Limit::ResendAfter, 60));
    world.clock.advance(MILLISECOND);
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::ResendAfter, 60), "rounded up");
    world.clock.advance(MINUTE - MILLISECOND - MILLISECOND);
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::ResendAfter, 1), "at least one second");
    world.clock.advance(MILLISECOND);
    assert_eq!(world.resend(&mut visitor).await, SENT);
    assert_eq!(world.mail.sent().len(), 2);
}

#[tokio::test]
async fn the_wait_is_the_same_in_another_session_and_spelling() {
    let world = World::new().await;
    assert_eq!(world.request_from("me@bücher.example", "192.0.2.1").await, SENT);
    assert_eq!(world.request_from("ME@xn--bcher-kva.example", "192.0.2.2").await, limited(Limit::ResendAfter, 60));
    assert_eq!(world.request_from("you@bücher.example", "192.0.2.1").await, SENT, "another address");
}

#[tokio::test]
async fn an_address_gets_five_mails_an_hour_and_ten_a_day() {
    let world = World::new().await;
    let mut visitor = VisitorState::default();
    for _ in 0..5 {
        assert_eq!(world.request(&mut visitor, "me@example.org").await, SENT);
        world.clock.advance(MINUTE);
    }
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::MailsPerAddress, 55 * 60));
    world.clock.advance(55 * MINUTE - MILLISECOND);
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::MailsPerAddress, 1));
    world.clock.advance(MILLISECOND);
    for _ in 0..5 {
        assert_eq!(world.resend(&mut visitor).await, SENT);
        world.clock.advance(MINUTE);
    }
    // The hour's limit stays reached for 55 minutes, the day's for the rest of 24 hours: the longer applies.
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::MailsPerAddress, (23 * 60 - 5) * 60));
    world.clock.advance(22 * HOUR + 55 * MINUTE - MILLISECOND);
    assert_eq!(world.resend(&mut visitor).await, limited(Limit::MailsPerAddress, 1));
    world.clock.advance(MILLISECOND);
    assert_eq!(world.request(&mut visitor, "me@example.org").await, SENT);
    assert_eq!(world.mail.sent().len(), 11);
}

#[tokio::test]
async fn a_client_gets_thirty_mails_an_hour() {
    let world = World::new().await;
    for number in 0..30 {
        assert_eq!(world.request_from(&format!("me{number}@example.org"), "192.0.2.1").await, SENT);
    }
    assert_eq!(world.request_from("you@example.org", "192.0.2.1").await, limited(Limit::MailsPerClient, 3600));
    assert_eq!(world.request_from("you@example.org", "::ffff:192.0.2.1").await, limited(Limit::MailsPerClient, 3600));
    assert_eq!(world.request_from("you@example.org", "192.0.2.2").await, SENT, "the refused ask took no waiting time");
    world.clock.advance(HOUR - MILLISECOND);
    assert_eq!(world.request_from("you2@example.org", "192.0.2.1").await, limited(Limit::MailsPerClient, 1));
    world.clock.advance(MILLISECOND);
    assert_eq!(world.request_from("you2@example.org", "192.0.2.1").await, SENT);
}

#[tokio::test]
async fn an_ipv6_client_is_its_64() {
    let world = World::with(Limits { mails_per_client: caps("1/1h"), ..none() }).await;
    assert_eq!(world.request_from("me@example.org", "2001:db8:0:1::1").await, SENT);
    assert_eq!(world.request_from("me@example.org", "2001:db8:0:1:ffff::2").await, limited(Limit::MailsPerClient, 3600));
    assert_eq!(world.request_from("me@example.org", "2001:db8:0:2::1").await, SENT);
}

#[tokio::test]
async fn the_installation_sends_no_more_than_its_total() {
    let world = World::with(Limits { mails_total: caps("3/1h"), ..none() }).await;
    for number in 1..=3 {
        assert_eq!(world.request_from(&format!("me{number}@example.org"), &format!("192.0.2.{number}")).await, SENT);
    }
    world.clock.advance(30 * SECOND);
    assert_eq!(world.request_from("me4@example.org", "192.0.2.4").await, limited(Limit::MailsTotal, 3570));
    world.clock.advance(HOUR - 30 * SECOND);
    assert_eq!(world.request_from("me4@example.org", "192.0.2.4").await, SENT);
}

#[tokio::test]
async fn the_longest_wait_is_reported() {
    let world = World::with(Limits { mails_per_client: caps("1/30s"), mails_total: caps("1/2m"), ..Limits::default() }).await;
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, SENT);
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, limited(Limit::MailsTotal, 120));
}

#[tokio::test]
async fn a_limit_set_to_zero_is_off() {
    let world = World::with(none()).await;
    let mut visitor = VisitorState::default();
    for _ in 0..50 {
        assert_eq!(world.request(&mut visitor, "me@example.org").await, SENT);
    }
}

#[tokio::test]
async fn a_known_address_is_refused_like_an_unknown_one() {
    let world = World::with(Limits { mails_per_address: caps("2/1h"), ..Limits::default() }).await;
    world.signed_up("known@example.org").await;
    world.pending("unknown@example.org").await;
    for address in ["known@example.org", "unknown@example.org"] {
        world.clock.advance(MINUTE);
        assert_eq!(world.request_from(address, "192.0.2.9").await, SENT);
    }
    let left = |minutes: u32| limited(Limit::MailsPerAddress, minutes * 60);
    for address in ["known@example.org", "unknown@example.org"] {
        assert_eq!(world.request_from(address, "192.0.2.9").await, left(58), "{address}");
    }
}

#[tokio::test]
async fn what_is_no_address_counts_nothing_and_changes_nothing() {
    let world = World::with(Limits { mails_per_client: caps("1/1h"), ..Limits::default() }).await;
    let mut visitor = VisitorState::default();
    for (typed, error) in [
        ("", AddressError::Empty),
        ("me", AddressError::NoAt),
        ("me@example.org,you@example.org", AddressError::Several),
        ("me@xn--a.example", AddressError::Domain),
    ] {
        assert_eq!(world.request(&mut visitor, typed).await, Err(Refusal::Address(error)), "{typed}");
    }
    assert_eq!(visitor, VisitorState::default());
    assert_eq!(world.request(&mut visitor, "me@example.org").await, SENT);
}

#[tokio::test]
async fn a_refused_ask_leaves_the_visit_as_it_was() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    world.pending("you@example.org").await;
    let before = visitor.clone();
    assert_eq!(world.request(&mut visitor, "you@example.org").await, limited(Limit::ResendAfter, 60));
    assert_eq!(visitor, before);
}
