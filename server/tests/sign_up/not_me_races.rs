//! The recipient of a mail uses its token concurrently with other requests.

use crate::world::{NoRecords, World, address, client, refusal};
use domain::{Limit, Refusal};
use rand::CryptoRng;
use server::sign_up::ports::{Ports, Randomness, Records};
use server::sign_up::{Limits, MacKey, SignUp, VisitorState};
use server::system::SystemRandomness;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::Barrier;
use tokio::task::{JoinSet, block_in_place};

const ADDRESS: &str = "me@example.org";
const RUNNERS: usize = 50;
/// Counts the sign-ups that can still be completed.
const OPEN: &str = "SELECT count(*) FROM sign_up WHERE consumed_at IS NULL AND voided_at IS NULL";

/// Only the mute limits anything.
async fn world() -> World {
    let none = || "0".parse().expect("caps");
    let limits = Limits {
        tries: 100,
        resend_after: Duration::ZERO,
        mails_per_address: none(),
        mails_per_client: none(),
        mails_per_domain: none(),
        ..Limits::default()
    };
    World::with(limits).await
}

/// Uses a token when the rules first draw random bits, which is half-way, after all look-ups.
struct Interrupting {
    rules: Arc<SignUp>,
    token: Mutex<Option<String>>,
}

impl Randomness for Interrupting {
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_> {
        if let Some(token) = self.token.lock().expect("no panic").take() {
            block_in_place(|| Handle::current().block_on(self.rules.not_me(&token, &Records::default()))).expect("a token");
        }
        SystemRandomness.generator()
    }
}

/// The world's rules, interrupted once by the use of the newest token.
fn interrupted(world: &World) -> SignUp {
    let token = Mutex::new(Some(world.mail.last_token()));
    let randomness = Arc::new(Interrupting { rules: Arc::clone(&world.rules), token });
    SignUp::new(Ports { randomness, ..world.ports() }, MacKey::new([7; 32]), world.rules.limits().clone(), world.tasks.clone())
}

fn is_muted(problem: Refusal) -> bool {
    matches!(problem, Refusal::Limited { limit: Limit::Muted, .. })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn a_code_in_the_making_is_not_mailed_and_counts_against_nothing() {
    let world = world().await;
    world.pending(ADDRESS).await;
    let counted = world.number("SELECT count(*) FROM bucket_use").await;
    let problem = interrupted(&world)
        .request_code(&mut VisitorState::default(), address(ADDRESS), &client("192.0.2.1"), &NoRecords)
        .await
        .expect_err("muted");
    assert!(is_muted(refusal(problem)));
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, counted + 1, "the mute alone");
    assert_eq!(world.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn a_code_that_is_being_compared_works_no_more() {
    let world = world().await;
    let mut visitor = world.pending(ADDRESS).await;
    let problem = interrupted(&world).verify_code(&mut visitor, &world.mail.last_code(), &NoRecords).await.expect_err("voided");
    assert_eq!(refusal(problem), Refusal::Voided);
    assert_eq!(world.number("SELECT count(*) FROM account").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn a_token_that_is_used_fifty_times_at_once_mutes_once() {
    let world = world().await;
    world.pending(ADDRESS).await;
    let (start, mut runners) = (Arc::new(Barrier::new(RUNNERS)), JoinSet::new());
    for _ in 0..RUNNERS {
        let (rules, start, token) = (world.rules.clone(), start.clone(), world.mail.last_token());
        runners.spawn(async move {
            start.wait().await;
            rules.not_me(&token, &Records::default()).await.map_err(refusal)
        });
    }
    assert_eq!(runners.join_all().await, vec![Ok(()); RUNNERS]);
    assert_eq!(world.number("SELECT count(*) FROM bucket_use WHERE limited_by = 'muted'").await, 1);
}

/// Whichever requests succeed, no sign-up is open afterwards.
#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_fifty_codes_asked_for_meanwhile_none_works() {
    let world = world().await;
    world.pending(ADDRESS).await;
    let token = world.mail.last_token();
    let (start, mut runners) = (Arc::new(Barrier::new(RUNNERS + 1)), JoinSet::new());
    for _ in 0..RUNNERS {
        let (rules, start) = (world.rules.clone(), start.clone());
        runners.spawn(async move {
            start.wait().await;
            rules
                .request_code(&mut VisitorState::default(), address(ADDRESS), &client("192.0.2.1"), &NoRecords)
                .await
                .map(|_| ())
                .map_err(refusal)
        });
    }
    start.wait().await;
    world.not_me(&token).await.expect("a token");
    let results = runners.join_all().await;
    assert!(results.iter().all(|result| result.err().is_none_or(is_muted)), "{results:?}");
    assert_eq!(world.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn a_sign_up_is_completed_or_voided_and_never_both() {
    let world = world().await;
    let visitor = world.pending(ADDRESS).await;
    let (start, mut runners) = (Arc::new(Barrier::new(RUNNERS)), JoinSet::new());
    for number in 0..RUNNERS {
        let (rules, start, mut visitor) = (world.rules.clone(), start.clone(), visitor.clone());
        let (code, token) = (world.mail.last_code(), world.mail.last_token());
        runners.spawn(async move {
            start.wait().await;
            if number % 2 == 0 {
                rules.not_me(&token, &Records::default()).await
            } else {
                rules.verify_code(&mut visitor, &code, &NoRecords).await.map(|_| ())
            }
            .map_err(|problem| (number, refusal(problem)))
        });
    }
    let results = runners.join_all().await;
    let expected = |result: &Result<(), _>| matches!(result, Ok(()) | Err((_, Refusal::Voided | Refusal::AlreadyUsed)));
    assert!(results.iter().all(expected), "{results:?}");
    let accounts = world.number("SELECT count(*) FROM account").await;
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE consumed_at IS NOT NULL AND voided_at IS NULL").await, accounts);
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE voided_at IS NOT NULL").await, 1 - accounts);
}
