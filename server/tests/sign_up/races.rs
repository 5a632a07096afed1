use crate::world::{NoRecords, World, address, client, refusal};
use domain::{Limit, Refusal};
use server::sign_up::{Limits, VisitorState};
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

const RUNNERS: usize = 50;

/// Verifies these codes concurrently in copies of the visitor's state.
async fn verify_at_once(world: &World, visitor: &VisitorState, code: impl Fn() -> String) -> Vec<Result<VisitorState, Refusal>> {
    let start = Arc::new(Barrier::new(RUNNERS));
    let mut runners = JoinSet::new();
    for _ in 0..RUNNERS {
        let (rules, start, mut visitor, code) = (world.rules.clone(), start.clone(), visitor.clone(), code());
        runners.spawn(async move {
            start.wait().await;
            let result = rules.verify_code(&mut visitor, &code, &NoRecords).await;
            result.map(|_| visitor).map_err(refusal)
        });
    }
    runners.join_all().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn fifty_wrong_codes_at_once_spend_exactly_five_tries() {
    let world = World::new().await;
    let mut visitor = world.pending("me@example.org").await;
    let results = verify_at_once(&world, &visitor, || world.mail.wrong_code()).await;

    let mut left: Vec<u32> = results
        .iter()
        .filter_map(|result| match result {
            Err(Refusal::WrongCode { tries_left }) => Some(*tries_left),
            _ => None,
        })
        .collect();
    left.sort_unstable();
    assert_eq!(left, [1, 2, 3, 4], "each try was taken by one");
    let spent = results.iter().filter(|result| **result == Err(Refusal::TriesSpent)).count();
    assert_eq!(spent, RUNNERS - 4);
    assert_eq!(world.number("SELECT tries FROM sign_up").await, 5);
    assert_eq!(world.number("SELECT count(*) FROM bucket_use WHERE limited_by = 'failures_per_address'").await, 5);
    assert_eq!(world.verify(&mut visitor, &world.mail.last_code()).await, Err(Refusal::TriesSpent));
}

/// A pasted code is sent by itself, and the visitor presses the button out of habit.
#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn one_wrong_code_fifty_times_at_once_spends_one_try() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let wrong = world.mail.wrong_code();
    let results = verify_at_once(&world, &visitor, || wrong.clone()).await;
    assert!(results.iter().all(|result| *result == Err(Refusal::WrongCode { tries_left: 4 })), "{results:?}");
    assert_eq!(world.number("SELECT tries FROM sign_up").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM bucket_use WHERE limited_by = 'failures_per_address'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn fifty_right_codes_at_once_make_one_account() {
    let world = World::with(Limits { tries: 50, ..Limits::default() }).await;
    let visitor = world.pending("me@example.org").await;
    let results = verify_at_once(&world, &visitor, || world.mail.last_code()).await;

    let won = results.iter().filter(|result| result.is_ok()).count();
    let late = results.iter().filter(|result| **result == Err(Refusal::AlreadyUsed)).count();
    assert_eq!((won, late), (1, RUNNERS - 1));
    assert_eq!(world.number("SELECT count(*) FROM account").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn sign_ups_of_one_address_at_once_end_in_one_account() {
    let world = World::with(Limits { resend_after: std::time::Duration::ZERO, ..Limits::default() }).await;
    let mut runners = JoinSet::new();
    for index in 0..5 {
        let mut visitor = world.pending("me@example.org").await;
        let (rules, code) = (world.rules.clone(), world.mail.codes()[index].clone());
        runners.spawn(async move { rules.verify_code(&mut visitor, &code, &NoRecords).await.map_err(refusal) });
    }
    let accounts: Vec<_> = runners.join_all().await.into_iter().map(|account| account.expect("the right code")).collect();
    assert!(accounts.iter().all(|account| *account == accounts[0]), "{accounts:?}");
    assert_eq!(world.number("SELECT count(*) FROM account").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn mails_asked_for_at_once_keep_the_limits() {
    let world = World::with(Limits { mails_per_client: "7/1h".parse().expect("caps"), ..Limits::default() }).await;
    let start = Arc::new(Barrier::new(RUNNERS));
    let mut runners = JoinSet::new();
    for number in 0..RUNNERS {
        let (rules, start) = (world.rules.clone(), start.clone());
        runners.spawn(async move {
            start.wait().await;
            // Two requests for each address.
            let typed = format!("me{}@example.org", number / 2);
            let unsent = rules.request_code(&mut VisitorState::default(), address(&typed), &client("192.0.2.1"), &NoRecords).await;
            match unsent {
                Ok(unsent) => Ok(rules.send(unsent, None).await),
                Err(problem) => Err(refusal(problem)),
            }
        });
    }
    let results = runners.join_all().await;
    let refused = |limit| move |result: &&Result<_, _>| matches!(result, Err(Refusal::Limited { limit: hit, .. }) if *hit == limit);
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 7);
    assert!(results.iter().filter(refused(Limit::MailsPerClient)).count() >= RUNNERS - 14);
    let mut to: Vec<_> = world.mail.sent().iter().map(|mail| mail.to.recipient()).collect();
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 7, "no address got two");
}
