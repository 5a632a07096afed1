//! When a proof of work is required, and which requests succeed with one.

use crate::world::{HOUR, MILLISECOND, MINUTE, NoRecords, SECOND, World, address, client, refusal};
use domain::{Delivery, Limit, Refusal};
use serde_json::{Value, to_value};
use server::sign_up::{Caps, Limits, Requester, Solution, VisitorState};
use std::sync::Arc;
use std::time::Duration;
use test_support::proof_of_work::{payload, solve};

pub(crate) const SENT: Result<Delivery, Refusal> = Ok(Delivery::Accepted);

/// The refusal of a request without a proof that has not waited yet.
pub(crate) const ASKED: Result<Delivery, Refusal> = Err(Refusal::Limited { limit: Limit::ProofOfWork, retry_after: 20 });

pub(crate) fn caps(text: &str) -> Caps {
    text.parse().expect("caps")
}

/// A proof is required from the second mail of an hour on, and is found quickly.
pub(crate) fn limits() -> Limits {
    Limits { proof_of_work_above: caps("1/1h"), proof_of_work_cost: 1000, resend_after: Duration::ZERO, ..Limits::default() }
}

/// A world in which a proof is required.
pub(crate) async fn rushed(limits: Limits) -> World {
    let world = World::with(limits).await;
    assert_eq!(world.request_from("first@example.org", "203.0.113.1").await, SENT);
    world
}

/// The solution of a new challenge.
pub(crate) fn solved(world: &World) -> Value {
    solve(&to_value(world.rules.challenge()).expect("JSON"))
}

pub(crate) fn with(address: &str, solution: &Value) -> Requester {
    Requester { solution: Some(Solution::parse(&payload(solution)).expect("a solution")), ..client(address) }
}

/// Asks for a code with this solution, from a new client in a new session.
pub(crate) async fn prove(world: &World, typed: &str, solution: &Value) -> Result<Delivery, Refusal> {
    world.request_as(&mut VisitorState::default(), typed, &with("192.0.2.1", solution)).await
}

#[tokio::test]
async fn is_asked_for_while_the_rate_is_reached() {
    let world = World::with(Limits { proof_of_work_above: caps("2/1h"), ..limits() }).await;
    assert_eq!(world.request_from("a@example.org", "192.0.2.1").await, SENT);
    world.clock.advance(MINUTE);
    assert_eq!(world.request_from("b@example.org", "192.0.2.2").await, SENT, "one is below");
    assert_eq!(world.request_from("c@example.org", "192.0.2.3").await, ASKED);
    world.clock.advance(59 * MINUTE - MILLISECOND);
    assert_eq!(world.request_from("c@example.org", "192.0.2.3").await, ASKED);
    world.clock.advance(MILLISECOND);
    assert_eq!(world.request_from("c@example.org", "192.0.2.3").await, SENT, "the first has left the window");
    assert_eq!(world.request_from("d@example.org", "192.0.2.3").await, ASKED);
}

#[tokio::test]
async fn is_never_asked_for_when_switched_off() {
    let world = World::with(Limits { proof_of_work_above: caps("0"), ..limits() }).await;
    for number in 0..20 {
        assert_eq!(world.request_from(&format!("me{number}@example.org"), "192.0.2.1").await, SENT);
    }
}

/// No limit except the rate above which a proof is required.
fn uncapped() -> Limits {
    Limits {
        failures_per_address: caps("0"),
        mails_per_address: caps("0"),
        mails_per_domain: caps("0"),
        mails_per_large_domain: caps("0"),
        mails_per_client: caps("0"),
        mails_total: caps("0"),
        ..limits()
    }
}

/// The rate is counted even where the total of mails has no limit, and the counter outlives the clean-up.
#[tokio::test]
async fn mails_are_counted_without_a_cap_on_their_total() {
    let world = rushed(uncapped()).await;
    world.clock.advance(HOUR - SECOND);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, ASKED);
    world.clock.advance(SECOND);
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, SENT);
}

#[tokio::test]
async fn lets_the_first_mail_through_and_no_later_one_needs_it() {
    let world = rushed(limits()).await;
    let mut visitor = VisitorState::default();
    let unsent = world.rules.request_code(&mut visitor, address("me@example.org"), &with("192.0.2.1", &solved(&world)), &NoRecords).await;
    assert_eq!(world.send(unsent).await, SENT);
    assert_eq!(world.resend(&mut visitor).await, SENT);
    assert_eq!(world.request(&mut visitor, "ME@example.org").await, SENT, "the same sign-up goes on");
    assert_eq!(world.request(&mut visitor, "you@example.org").await, ASKED, "another one begins");
    world.verify(&mut visitor, &world.mail.last_code()).await.expect("the right code");
    assert_eq!(world.request(&mut visitor, "me@example.org").await, ASKED, "the sign-up has ended");
}

#[tokio::test]
async fn one_that_is_not_asked_for_is_not_used_up() {
    let world = World::with(limits()).await;
    let solution = solved(&world);
    assert_eq!(prove(&world, "first@example.org", &solution).await, SENT);
    assert_eq!(prove(&world, "second@example.org", &solution).await, SENT);
    assert_eq!(prove(&world, "third@example.org", &solution).await, ASKED);
}

#[tokio::test]
async fn works_once() {
    let world = rushed(limits()).await;
    let solution = solved(&world);
    assert_eq!(prove(&world, "me@example.org", &solution).await, SENT);
    assert_eq!(prove(&world, "you@example.org", &solution).await, ASKED);
    assert_eq!(prove(&world, "me@example.org", &solution).await, ASKED);
    world.clock.advance(10 * MINUTE - MILLISECOND);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(prove(&world, "you@example.org", &solution).await, ASKED, "for all of its life");
    assert_eq!(prove(&world, "you@example.org", &solved(&world)).await, SENT);
}

/// If all limits have shorter windows than a challenge's lifetime, its use is still remembered for that lifetime.
#[tokio::test]
async fn its_use_outlives_the_cleaning_up() {
    let world = rushed(Limits { proof_of_work_above: caps("1/30s"), ..uncapped() }).await;
    let solution = solved(&world);
    assert_eq!(prove(&world, "me@example.org", &solution).await, SENT);
    world.clock.advance(5 * MINUTE);
    assert_eq!(world.request_from("second@example.org", "203.0.113.1").await, SENT);
    world.rules.clean_up().await.expect("cleaned up");
    assert_eq!(prove(&world, "you@example.org", &solution).await, ASKED);
}

#[tokio::test]
async fn works_once_for_fifty_at_the_same_time() {
    let world = Arc::new(rushed(Limits { mails_per_client: caps("0"), ..limits() }).await);
    let solution = solved(&world);
    let asks = (0..50).map(|number| {
        let (world, solution) = (Arc::clone(&world), solution.clone());
        tokio::spawn(async move { prove(&world, &format!("me{number}@example.org"), &solution).await })
    });
    let mut sent = 0;
    for ask in asks.collect::<Vec<_>>() {
        match ask.await.expect("no panic") {
            Ok(_) => sent += 1,
            Err(refusal) => assert!(matches!(refusal, Refusal::Limited { limit: Limit::ProofOfWork, .. }), "{refusal:?}"),
        }
    }
    assert_eq!((sent, world.mail.sent().len()), (1, 2));
}

#[tokio::test]
async fn a_mail_refused_for_another_reason_does_not_use_it_up() {
    let world = rushed(Limits { mails_per_address: caps("1/1h"), ..limits() }).await;
    let solution = solved(&world);
    let refused = Refusal::Limited { limit: Limit::MailsPerAddress, retry_after: 3600 };
    assert_eq!(prove(&world, "first@example.org", &solution).await, Err(refused));
    assert_eq!(prove(&world, "me@example.org", &solution).await, SENT);
}

/// Mail to oneself is no spam: a browser that has verified the address needs no proof for it.
#[tokio::test]
async fn a_browser_that_verified_the_address_needs_none() {
    let world = World::with(limits()).await;
    let (_, account) = world.signed_up("me@example.org").await;
    let device = world.rules.trust(&client("192.0.2.1").device, &account);
    let requester = Requester { device, ..client("192.0.2.1") };
    let unsent = world.rules.request_code(&mut VisitorState::default(), address("me@example.org"), &requester, &NoRecords).await;
    assert_eq!(world.send(unsent).await, SENT);
    let problem = world
        .rules
        .request_code(&mut VisitorState::default(), address("you@example.org"), &requester, &NoRecords)
        .await
        .expect_err("another address");
    assert_eq!(Err(refusal(problem)), ASKED);
    assert_eq!(world.request_from("me@example.org", "192.0.2.1").await, ASKED, "another browser");
}

#[tokio::test]
async fn a_known_address_is_treated_like_an_unknown_one() {
    let world = World::with(limits()).await;
    world.signed_up("known@example.org").await;
    for typed in ["known@example.org", "unknown@example.org"] {
        assert_eq!(world.request_from(typed, "192.0.2.9").await, ASKED, "{typed}");
        let solution = solved(&world);
        assert_eq!(prove(&world, typed, &solution).await, SENT, "{typed}");
        assert_eq!(prove(&world, typed, &solution).await, ASKED, "{typed}");
    }
}
