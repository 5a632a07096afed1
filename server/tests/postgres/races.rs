//! Races for codes and accounts between two instances on one database, each with its own connections.

use crate::world::{MINUTE, NOW, TRIES, World, attempt, audit, bucket, issue, right, wrong};
use domain::Limit;
use server::sign_up::ports::{Account, AccountId, Attempt, AttemptOutcome, Comparison, Goal, IssueOutcome, Records, Store};
use server::store::PostgresStore;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// The number of tasks on both instances together.
pub(crate) const RUNNERS: u8 = 50;

/// Runs a step in every task at once, alternately on two instances.
pub(crate) async fn at_once<T: Send + 'static, F>(world: &World, step: impl Fn(PostgresStore, u8) -> F) -> Vec<T>
where
    F: Future<Output = T> + Send + 'static,
{
    let (start, stores) = (Arc::new(Barrier::new(RUNNERS.into())), [world.store.clone(), world.other_store().await]);
    let mut runners = JoinSet::new();
    for number in 0..RUNNERS {
        let (start, step) = (start.clone(), step(stores[usize::from(number % 2)].clone(), number));
        runners.spawn(async move {
            start.wait().await;
            step.await
        });
    }
    runners.join_all().await
}

pub(crate) fn count<T: PartialEq>(outcomes: &[T], outcome: &T) -> usize {
    outcomes.iter().filter(|one| *one == outcome).count()
}

async fn try_at_once(world: &World, make: impl Fn(u8) -> Attempt) -> Vec<AttemptOutcome> {
    at_once(world, |store, number| {
        let attempt = make(number);
        async move { store.try_code(&attempt, NOW).await.expect("decided") }
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_right_code_signs_in_once() {
    for is_limited in [true, false] {
        let world = World::new().await;
        world.issue(1).await;
        let goal = Goal::SignIn { account: AccountId([1; 16]), exists: false };
        let rows = Records::of_audit(vec![audit("verified")]);
        let outcomes =
            try_at_once(&world, |_| limited(attempt(1, 1, right(goal.clone(), "me@example.org", rows.clone())), is_limited)).await;
        assert_eq!(count(&outcomes, &AttemptOutcome::Consumed), usize::from(RUNNERS) - 1, "{outcomes:?}");
        assert_eq!(world.number("SELECT count(*) FROM account").await, 1);
        assert_eq!(world.number("SELECT count(*) FROM audit_event").await, 1);
    }
}

/// The attempt, without the caps whose locks would make tries wait for each other before they reach the sign-up, unless it is limited.
fn limited(mut attempt: Attempt, is_limited: bool) -> Attempt {
    if !is_limited {
        attempt.failures[0].caps.clear();
        if let Comparison::Right(completion) = &mut attempt.comparison {
            completion.pause.caps.clear();
        }
    }
    attempt
}

/// Each task has a sign-up of its own for the same address.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_address_gets_one_account() {
    let world = World::new().await;
    for number in 0..RUNNERS {
        world.issue(number).await;
    }
    let outcomes = try_at_once(&world, |number| {
        let goal = Goal::SignIn { account: AccountId([number; 16]), exists: false };
        limited(attempt(number, 1, right(goal, "me@example.org", Records::default())), false)
    })
    .await;
    assert_eq!(count(&outcomes, &AttemptOutcome::Outdated), usize::from(RUNNERS) - 1, "{outcomes:?}");
    assert_eq!(world.number("SELECT count(*) FROM account").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE consumed_at IS NOT NULL").await, 1, "the others can try again");
}

/// Every task changes another account to the same new address.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_address_is_given_to_one_account() {
    let world = World::new().await;
    let mut accounts = Vec::<Account>::new();
    for number in 0..RUNNERS {
        world.issue(number).await;
        accounts.push(world.account(number, &format!("me{number}@example.org")).await);
    }
    let outcomes = try_at_once(&world, |number| {
        let goal = Goal::ChangeEmail(accounts[usize::from(number)].clone());
        limited(attempt(number, 1, right(goal, "new@example.org", Records::default())), false)
    })
    .await;
    let changed = outcomes.iter().filter(|outcome| matches!(outcome, AttemptOutcome::EmailChanged(_))).count();
    let refused = count(&outcomes, &AttemptOutcome::Outdated) + count(&outcomes, &AttemptOutcome::AddressTaken);
    assert_eq!((changed, refused), (1, usize::from(RUNNERS) - 1), "{outcomes:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn wrong_codes_spend_the_same_tries() {
    for is_limited in [true, false] {
        let world = World::new().await;
        world.issue(1).await;
        let outcomes = try_at_once(&world, |number| limited(attempt(1, number, wrong()), is_limited)).await;
        for tries_left in 0..TRIES {
            assert_eq!(count(&outcomes, &AttemptOutcome::Wrong { tries_left }), 1, "{outcomes:?}");
        }
        assert_eq!(count(&outcomes, &AttemptOutcome::Spent), usize::from(RUNNERS) - 3, "{outcomes:?}");
        assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 3);
        assert_eq!(world.number("SELECT max(id) FROM audit_event").await, 3);
    }
}

/// Each task has a sign-up of its own for the same address.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn wrong_codes_of_many_sign_ups_have_the_same_limit() {
    let world = World::new().await;
    for number in 0..RUNNERS {
        world.issue(number).await;
    }
    let outcomes = try_at_once(&world, |number| {
        let mut attempt = attempt(number, 1, wrong());
        attempt.failures[0].caps[0].count = 7;
        attempt
    })
    .await;
    assert_eq!(count(&outcomes, &AttemptOutcome::Wrong { tries_left: TRIES - 1 }), 7, "{outcomes:?}");
    assert_eq!(world.number("SELECT sum(tries)::bigint FROM sign_up").await, 7);
}

/// The buckets are in another order in every second step.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn mails_have_the_same_limit() {
    let world = World::new().await;
    let outcomes = at_once(&world, |store, number| {
        let mut step = issue(number);
        step.counted_in = vec![bucket(Limit::MailsPerClient, 10, MINUTE), bucket(Limit::MailsTotal, 20, MINUTE)];
        if number % 4 < 2 {
            step.counted_in.reverse();
        }
        async move { store.issue_code(&step, &Records::of_audit(vec![audit("issued")]), NOW).await.expect("decided") }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, IssueOutcome::Issued(_))).count(), 10, "{outcomes:?}");
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 20);
    assert_eq!(world.number("SELECT max(id) FROM audit_event").await, 10);
}
