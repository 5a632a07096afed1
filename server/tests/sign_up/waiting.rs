//! The alternative to a proof of work: waiting.

use crate::proof_of_work::{ASKED, SENT, caps, limits, rushed};
use crate::world::{MILLISECOND, SECOND, World, client};
use domain::{Delivery, Limit, Refusal};
use server::sign_up::{Limits, VisitorState};

fn asked(retry_after: u32) -> Result<Delivery, Refusal> {
    Err(Refusal::Limited { limit: Limit::ProofOfWork, retry_after })
}

async fn request(world: &World, visitor: &mut VisitorState, typed: &str, address: &str) -> Result<Delivery, Refusal> {
    world.request_as(visitor, typed, &client(address)).await
}

/// A visitor who has waited long enough for this address.
async fn waited(world: &World, typed: &str, address: &str) -> VisitorState {
    let mut visitor = VisitorState::default();
    assert_eq!(request(world, &mut visitor, typed, address).await, ASKED);
    visitor
}

#[tokio::test]
async fn lets_one_mail_through_when_the_time_is_over() {
    let world = rushed(limits()).await;
    let mut visitor = VisitorState::default();
    assert_eq!(world.request(&mut visitor, "me@example.org").await, asked(20));
    world.clock.advance(5 * SECOND);
    assert_eq!(world.request(&mut visitor, "me@example.org").await, asked(15), "asking again does not begin anew");
    world.clock.advance(15 * SECOND - MILLISECOND);
    assert_eq!(world.request(&mut visitor, "ME@example.org").await, asked(1));
    world.clock.advance(MILLISECOND);
    assert_eq!(world.request(&mut visitor, "ME@example.org").await, SENT);
    assert_eq!(visitor.waiting, None);
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
    world.clock.advance(20 * SECOND);
    assert_eq!(world.request(&mut visitor, "me@example.org").await, asked(20), "once");
}

#[tokio::test]
async fn begins_anew_for_another_address() {
    let world = rushed(limits()).await;
    let mut visitor = waited(&world, "me@example.org", "192.0.2.1").await;
    world.clock.advance(20 * SECOND);
    assert_eq!(world.request(&mut visitor, "you@example.org").await, asked(20));
    assert_eq!(world.request(&mut visitor, "me@example.org").await, asked(20));
}

#[tokio::test]
async fn waiting_does_not_count_without_a_session() {
    let world = rushed(limits()).await;
    for _ in 0..5 {
        assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, ASKED);
        world.clock.advance(20 * SECOND);
    }
}

#[tokio::test]
async fn a_network_gets_one_mail_in_each_such_time() {
    let world = rushed(limits()).await;
    let mut visits = Vec::new();
    for number in 0..3 {
        visits.push((format!("me{number}@example.org"), waited(&world, &format!("me{number}@example.org"), "192.0.2.1").await));
    }
    let mut elsewhere = waited(&world, "you@example.org", "192.0.2.2").await;
    world.clock.advance(30 * SECOND);
    for (typed, visitor) in &mut visits {
        assert_eq!(request(&world, visitor, typed, "192.0.2.1").await, SENT);
        let mut next = waited(&world, "next@example.org", "192.0.2.1").await;
        assert_eq!(request(&world, &mut next, "next@example.org", "192.0.2.1").await, asked(20));
        world.clock.advance(20 * SECOND - MILLISECOND);
        assert_eq!(request(&world, &mut next, "next@example.org", "192.0.2.1").await, asked(1));
        world.clock.advance(MILLISECOND);
    }
    assert_eq!(request(&world, &mut elsewhere, "you@example.org", "192.0.2.2").await, SENT);
}

/// Fifty sessions of one network have waited at the same time.
#[tokio::test]
async fn a_network_gets_one_mail_of_fifty_asked_for_at_once() {
    let world = std::sync::Arc::new(rushed(Limits { mails_per_client: caps("0"), ..limits() }).await);
    let mut visits = Vec::new();
    for number in 0..50 {
        let typed = format!("me{number}@example.org");
        visits.push((waited(&world, &typed, "192.0.2.1").await, typed));
    }
    world.clock.advance(20 * SECOND);
    let asks = visits.into_iter().map(|(mut visitor, typed)| {
        let world = std::sync::Arc::clone(&world);
        tokio::spawn(async move { request(&world, &mut visitor, &typed, "192.0.2.1").await })
    });
    let mut outcomes = Vec::new();
    for ask in asks.collect::<Vec<_>>() {
        outcomes.push(ask.await.expect("no panic"));
    }
    let (sent, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    assert_eq!((sent.len(), world.mail.sent().len()), (1, 2));
    assert!(refused.iter().all(|refusal| *refusal == ASKED), "{refused:?}");
}

/// The other limits apply after the wait, too, and a mail that they refuse does not use up the network's turn.
#[tokio::test]
async fn a_mail_refused_for_another_reason_takes_no_turn() {
    let world = rushed(Limits { mails_per_address: caps("1/1h"), ..limits() }).await;
    let mut visitor = waited(&world, "first@example.org", "192.0.2.1").await;
    let mut other = waited(&world, "me@example.org", "192.0.2.1").await;
    world.clock.advance(20 * SECOND);
    let refused = Refusal::Limited { limit: Limit::MailsPerAddress, retry_after: 3580 };
    assert_eq!(world.request(&mut visitor, "first@example.org").await, Err(refused));
    assert_eq!(world.request(&mut other, "me@example.org").await, SENT);
}

#[tokio::test]
async fn a_refused_ask_counts_nothing() {
    let world = rushed(limits()).await;
    let uses = async || world.number("SELECT count(*) FROM bucket_use").await;
    let before = uses().await;
    let visitor = waited(&world, "me@example.org", "192.0.2.1").await;
    assert_eq!(uses().await, before);
    assert!(!format!("{visitor:?}").contains("me@example"), "the session keeps no address of it");
}
