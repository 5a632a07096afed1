//! Two instances on one database, each with its own connections.

use crate::world::{NoRecords, World, address, client, open, refusal};
use domain::{Limit, Refusal};
use server::sign_up::ports::Ports;
use server::sign_up::{Limits, MacKey, SignUp, VisitorState};
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// The number of tasks on both instances together.
const RUNNERS: usize = 50;

/// For each task, the world's instance or another one on the same database, alternately.
async fn instances(world: &World) -> Vec<Arc<SignUp>> {
    let ports = Ports { store: open(world.database.url()).await.store(), ..world.ports() };
    let other = SignUp::new(ports, MacKey::new([7; 32]), world.rules.limits().clone(), world.tasks.clone());
    let both = [world.rules.clone(), Arc::new(other)];
    both.into_iter().cycle().take(RUNNERS).collect()
}

/// Verifies these codes concurrently in copies of the visitor's state.
async fn verify_at_once(world: &World, visitor: &VisitorState, code: impl Fn() -> String) -> Vec<Result<(), Refusal>> {
    let start = Arc::new(Barrier::new(RUNNERS));
    let mut runners = JoinSet::new();
    for rules in instances(world).await {
        let (start, mut visitor, code) = (start.clone(), visitor.clone(), code());
        runners.spawn(async move {
            start.wait().await;
            rules.verify_code(&mut visitor, &code, &NoRecords).await.map(|_| ()).map_err(refusal)
        });
    }
    runners.join_all().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn wrong_codes_spend_the_same_tries() {
    let world = World::new().await;
    let visitor = world.pending("me@example.org").await;
    let results = verify_at_once(&world, &visitor, || world.mail.wrong_code()).await;
    let wrong = results.iter().filter(|result| matches!(result, Err(Refusal::WrongCode { .. }))).count();
    let spent = results.iter().filter(|result| **result == Err(Refusal::TriesSpent)).count();
    assert_eq!((wrong, spent), (4, RUNNERS - 4));
    for rules in instances(&world).await.into_iter().take(2) {
        let problem = rules.verify_code(&mut visitor.clone(), &world.mail.last_code(), &NoRecords).await.expect_err("no try is left");
        assert_eq!(refusal(problem), Refusal::TriesSpent, "for the right code on either instance");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn a_right_code_works_once() {
    let world = World::with(Limits { tries: 50, ..Limits::default() }).await;
    let visitor = world.pending("me@example.org").await;
    let results = verify_at_once(&world, &visitor, || world.mail.last_code()).await;
    let late = results.iter().filter(|result| **result == Err(Refusal::AlreadyUsed)).count();
    assert_eq!(late, RUNNERS - 1, "{results:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn mails_have_the_same_limits() {
    let world = World::with(Limits { mails_per_client: "7/1h".parse().expect("caps"), ..Limits::default() }).await;
    let start = Arc::new(Barrier::new(RUNNERS));
    let mut runners = JoinSet::new();
    for (number, rules) in instances(&world).await.into_iter().enumerate() {
        let start = start.clone();
        runners.spawn(async move {
            start.wait().await;
            let typed = format!("me{number}@example.org");
            rules
                .request_code(&mut VisitorState::default(), address(&typed), &client("192.0.2.1"), &NoRecords)
                .await
                .map(|_| ())
                .map_err(refusal)
        });
    }
    let results = runners.join_all().await;
    let limited = |result: &&Result<(), Refusal>| matches!(result, Err(Refusal::Limited { limit: Limit::MailsPerClient, .. }));
    assert_eq!((results.iter().filter(|result| result.is_ok()).count(), results.iter().filter(limited).count()), (7, RUNNERS - 7));
}
