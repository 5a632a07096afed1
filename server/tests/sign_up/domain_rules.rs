//! Limits and refusals by the domain of an address.

use crate::world::{HOUR, MINUTE, World};
use domain::{Delivery, DeliveryFailure, Limit, Refusal};
use server::sign_up::{DomainRules, Limits, TrustedDevice, VisitorState};
use std::time::Duration;

async fn world() -> World {
    let caps = |text: &str| text.parse().expect("caps");
    let limits = Limits {
        mails_per_domain: caps("3/1h"),
        mails_per_large_domain: caps("5/1h"),
        proof_of_work_above: caps("0"),
        ..Limits::default()
    };
    World::with(limits).await
}

/// An attacker pays for using up a domain's limit.
#[tokio::test]
async fn above_half_of_the_domains_budget_a_first_mail_needs_a_proof_of_work() {
    let world = World::with(Limits { mails_per_domain: "4/1h".parse().expect("caps"), ..Limits::default() }).await;
    for number in 0..2 {
        assert_eq!(request(&world, &format!("me{number}@example.org")).await, Ok(()));
    }
    let price = Err(Refusal::Limited { limit: Limit::ProofOfWork, retry_after: 20 });
    assert_eq!(request(&world, "me2@example.org").await, price);
    assert_eq!(request(&world, "me2@example.com").await, Ok(()), "another domain has none");
}

#[tokio::test]
async fn a_mail_that_was_not_sent_does_not_count() {
    let world = world().await;
    world.mail.answers(Delivery::Failed(DeliveryFailure::Recipient));
    for number in 0..10 {
        assert_eq!(request(&world, &format!("me{number}@example.org")).await, Ok(()));
    }
}

/// Asks for a code from a different network each time, so that only the domain's limit applies.
async fn request(world: &World, typed: &str) -> Result<(), Refusal> {
    let number = world.mail.sent().len();
    world.request_from(typed, &format!("192.0.2.{number}")).await.map(|_| ())
}

const LIMITED: Result<(), Refusal> = Err(Refusal::Limited { limit: Limit::MailsPerDomain, retry_after: 3600 });

#[tokio::test]
async fn a_flood_of_tags_is_bounded_by_the_domain() {
    let world = world().await;
    for typed in ["me+1@bücher.example", "me+2@XN--BCHER-KVA.example", "m.e@BÜCHER.example."] {
        assert_eq!(request(&world, typed).await, Ok(()), "{typed}");
    }
    assert_eq!(request(&world, "me+4@bücher.example").await, LIMITED, "whatever the spelling");
    assert_eq!(request(&world, "you@bücher.example").await, LIMITED);
    assert_eq!(request(&world, "me@sub.bücher.example").await, Ok(()), "another domain");
    world.clock.advance(HOUR);
    assert_eq!(request(&world, "me+4@bücher.example").await, Ok(()));
}

#[tokio::test]
async fn a_large_provider_has_a_larger_budget() {
    let world = world().await;
    for number in 0..5 {
        assert_eq!(request(&world, &format!("me+{number}@gmail.com")).await, Ok(()));
    }
    assert_eq!(request(&world, "me+5@gmail.com").await, LIMITED);
    assert_eq!(request(&world, "me@gmx.net").await, Ok(()));
}

#[tokio::test]
async fn a_verified_browser_is_not_held_up_by_a_flood_to_others() {
    let world = world().await;
    let (_, account) = world.signed_up("me@example.org").await;
    let device = world.rules.trust(&TrustedDevice::default(), &account);
    for number in 0..2 {
        assert_eq!(request(&world, &format!("you{number}@example.org")).await, Ok(()));
    }
    assert_eq!(request(&world, "you2@example.org").await, LIMITED);
    world.request_with(&mut VisitorState::default(), "me@example.org", &device).await.expect("a mail");
}

/// Aliases share the limit of mails and the pause between them.
#[tokio::test]
async fn aliases_are_one_mailbox_if_the_operator_says_so() {
    let ask = async |aliases_are_one, typed| {
        let world = World::with(Limits { aliases_are_one, ..Limits::default() }).await;
        request(&world, "first.last@gmail.com").await.expect("a mail");
        request(&world, typed).await
    };
    let wait = Err(Refusal::Limited { limit: Limit::ResendAfter, retry_after: 60 });
    for typed in ["firstlast@gmail.com", "First.Last+tag@googlemail.com", "f.i.r.s.t.l.a.s.t@gmail.com"] {
        assert_eq!(ask(true, typed).await, wait, "{typed}");
        assert_eq!(ask(false, typed).await, Ok(()), "{typed}");
    }
    assert_eq!(ask(true, "first.last@example.org").await, Ok(()));
}

#[tokio::test]
async fn aliases_that_are_counted_as_one_are_still_accounts_of_their_own() {
    let world = World::with(Limits { aliases_are_one: true, resend_after: Duration::ZERO, ..Limits::default() }).await;
    let (_, first) = world.signed_up("me@gmail.com").await;
    let (_, second) = world.signed_up("me+tag@gmail.com").await;
    assert_ne!(first.id, second.id);
}

#[tokio::test]
async fn a_refused_domain_counts_against_nothing_and_gets_no_mail() {
    let domains = DomainRules { allowed: None, blocked: "throwaway.example".parse().expect("a list") };
    let world = World::with(Limits { domains, mails_per_client: "1/1h".parse().expect("caps"), ..Limits::default() }).await;
    let mut visitor = world.pending("me@example.org").await;
    world.clock.advance(MINUTE);
    let before = visitor.clone();
    assert_eq!(world.request(&mut visitor, "me@throwaway.example").await, Err(Refusal::Domain));
    assert_eq!(visitor, before);
    assert_eq!(world.mail.sent().len(), 1);
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 5, "those of the first mail");
}
