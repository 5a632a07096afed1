//! Two instances on one database, each with its own connections.

use crate::world::{MINUTE, NOW, SESSION, TRIES, World, attempt, audit, bucket, issue, right, session, wrong};
use domain::Limit;
use server::sessions::SessionStorage;
use server::sign_up::NotMeMac;
use server::sign_up::ports::{
    Account, AccountId, Attempt, AttemptOutcome, Bucket, CodeId, Comparison, Goal, IssueCode, IssueOutcome, Records, SessionHash,
    SessionWrite, Store, StoreError,
};
use server::store::PostgresStore;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// The number of tasks on both instances together.
const RUNNERS: u8 = 50;

/// Runs a step in every task at once, alternately on two instances.
async fn at_once<T: Send + 'static, F>(world: &World, step: impl Fn(PostgresStore, u8) -> F) -> Vec<T>
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

fn count<T: PartialEq>(outcomes: &[T], outcome: &T) -> usize {
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
    let world = World::new().await;
    world.issue(1).await;
    let goal = Goal::SignIn { account: AccountId([1; 16]), exists: false };
    let rows = Records::of_audit(vec![audit("verified")]);
    let outcomes = try_at_once(&world, |_| attempt(1, 1, right(goal.clone(), "me@example.org", rows.clone()))).await;
    assert_eq!(count(&outcomes, &AttemptOutcome::Consumed), usize::from(RUNNERS) - 1, "{outcomes:?}");
    assert_eq!(world.number("SELECT count(*) FROM account").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM audit_event").await, 1);
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
        let mut attempt = attempt(number, 1, right(goal, "me@example.org", Records::default()));
        // Without a lock that they share.
        attempt.failures.clear();
        let Comparison::Right(completion) = &mut attempt.comparison else { unreachable!() };
        completion.pause.caps.clear();
        attempt
    })
    .await;
    assert_eq!(count(&outcomes, &AttemptOutcome::Outdated), usize::from(RUNNERS) - 1, "{outcomes:?}");
    assert_eq!(world.number("SELECT count(*) FROM account").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE consumed_at IS NOT NULL").await, 1, "the others can try again");
}

/// Two accounts that change to the same new address, over and over.
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
        let mut attempt = attempt(number, 1, right(goal, "new@example.org", Records::default()));
        attempt.failures.clear();
        attempt
    })
    .await;
    let changed = outcomes.iter().filter(|outcome| matches!(outcome, AttemptOutcome::EmailChanged(_))).count();
    let refused = count(&outcomes, &AttemptOutcome::Outdated) + count(&outcomes, &AttemptOutcome::AddressTaken);
    assert_eq!((changed, refused), (1, usize::from(RUNNERS) - 1), "{outcomes:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn wrong_codes_spend_the_same_tries() {
    let world = World::new().await;
    world.issue(1).await;
    let outcomes = try_at_once(&world, |number| attempt(1, number, wrong())).await;
    for tries_left in 0..TRIES {
        assert_eq!(count(&outcomes, &AttemptOutcome::Wrong { tries_left }), 1, "{outcomes:?}");
    }
    assert_eq!(count(&outcomes, &AttemptOutcome::Spent), usize::from(RUNNERS) - 3, "{outcomes:?}");
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 3);
    assert_eq!(world.number("SELECT max(id) FROM audit_event").await, 3);
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_concurrent_writes_of_a_session_one_succeeds() {
    let world = World::new().await;
    let write = async |make: fn(u8) -> Vec<SessionWrite>| {
        let outcomes = at_once(&world, |store, number| {
            let records = Records { session: make(number), audit: vec![audit("written")] };
            async move { Store::write(&store, &records).await.expect("decided").is_ok() }
        })
        .await;
        count(&outcomes, &true)
    };
    assert_eq!(write(|_| vec![SessionWrite::Create { id: SESSION, row: session(1, "true", None), now: NOW }]).await, 1);
    assert_eq!(write(|_| vec![SessionWrite::Update { id: SESSION, row: session(2, "true", None) }]).await, 1);
    let renewed = |number| {
        let new = SessionWrite::Create { id: SessionHash([number + 100; 32]), row: session(1, "true", None), now: NOW };
        vec![SessionWrite::Delete { id: SESSION }, new]
    };
    assert_eq!(write(renewed).await, 1);
    assert_eq!(world.number("SELECT count(*) FROM session").await, 1);
    assert_eq!(world.number("SELECT max(id) FROM audit_event").await, 3);
}

/// Whichever comes first, no code of the mailbox is left that can be used.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mute_voids_every_code_that_is_issued_before_it() {
    for round in 0..5 {
        let world = World::new().await;
        world.issue(0).await;
        at_once(&world, |store, number| async move {
            if number == round * 10 {
                assert!(store.void_by_token(NotMeMac([0; 32]), &Records::default(), NOW).await.expect("decided"));
                return;
            }
            let muted = Bucket { key: "mailbox".to_owned(), ..bucket(Limit::Muted, 1, MINUTE) };
            let mut step = IssueCode { must_be_free: vec![muted], ..issue(number + 1) };
            step.code.id = CodeId([number + 1; 16]);
            store.issue_code(&step, &Records::default(), NOW).await.expect("decided");
        })
        .await;
        assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE voided_at IS NULL").await, 0);
    }
}

/// Deletions, sign-outs and clean-ups of the same rows do not wait for each other in a circle.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn steps_of_all_kinds_do_not_deadlock() {
    let world = World::new().await;
    let account = world.account(1, "me@example.org").await;
    for number in 0..RUNNERS {
        world.issue(number).await;
        let create = SessionWrite::Create { id: SessionHash([number; 32]), row: session(1, "true", Some(1)), now: NOW };
        Store::write(&world.store, &Records { session: vec![create], audit: Vec::new() }).await.expect("written").expect("no conflict");
    }
    at_once(&world, |store, number| async move {
        let rows = [audit("ended")];
        let write = |other| SessionWrite::Update { id: SessionHash([other; 32]), row: session(2, "true", Some(1)) };
        match number % 5 {
            0 => drop(store.end_others(AccountId([1; 16]), SessionHash([number; 32]), None, &rows).await.expect("decided")),
            1 => {
                let records = Records { session: vec![write(number), write(RUNNERS - number)], audit: rows.to_vec() };
                Store::write(&store, &records).await.map(drop).expect("decided");
            }
            2 => store.void_by_token(NotMeMac([number; 32]), &Records::of_audit(rows.to_vec()), NOW).await.map(drop).expect("decided"),
            3 => store.clean_up(NOW + 3 * MINUTE, NOW + MINUTE).await.expect("cleaned up"),
            _ => drop(store.try_code(&attempt(number, 1, wrong()), NOW).await.expect("decided")),
        }
    })
    .await;
    let deleted = world.store.delete_account(account.id, &Records::default()).await.expect("deleted");
    assert_eq!(deleted.map(|account| account.id), Some(AccountId([1; 16])));
    assert_eq!(world.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()").await, 0);
}

/// The database may roll a step back for the sake of another one.
#[tokio::test]
async fn a_step_that_was_rolled_back_is_run_three_times() {
    let world = World::new().await;
    for (failures, is_done) in [(2, true), (3, false)] {
        for statement in [
            "DROP SEQUENCE IF EXISTS runs",
            "CREATE SEQUENCE runs",
            &format!(
                "CREATE OR REPLACE FUNCTION mailcode_write_v1(records jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
                 BEGIN
                     IF nextval('runs') <= {failures} THEN
                         RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected';
                     END IF;
                     RETURN true;
                 END
                 $$"
            ),
        ] {
            world.execute(statement).await.expect(statement);
        }
        let written = Store::write(&world.store, &Records::of_audit(vec![audit("written")])).await;
        assert_eq!(written.is_ok(), is_done, "{written:?}");
        assert!(is_done || matches!(written, Err(StoreError::Unavailable(_))), "{written:?}");
        assert_eq!(world.number("SELECT last_value FROM runs").await, 3);
    }
}
