//! Steps of two instances that write the same sessions, mailboxes and rows.

use crate::races::{RUNNERS, at_once, count};
use crate::world::{MINUTE, NOW, SESSION, World, attempt, audit, bucket, issue, session, wrong};
use domain::Limit;
use server::sessions::SessionStorage;
use server::sign_up::NotMeMac;
use server::sign_up::ports::{AccountId, Bucket, CodeId, IssueCode, Records, SessionHash, SessionWrite, Store, StoreError};

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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_browsers_that_end_each_other_one_remains() {
    let world = World::new().await;
    for number in 0..RUNNERS {
        let create = SessionWrite::Create { id: SessionHash([number; 32]), row: session(1, "true", Some(1)), now: NOW };
        Store::write(&world.store, &Records { session: vec![create], audit: Vec::new() }).await.expect("written").expect("no conflict");
    }
    let ended = at_once(&world, |store, number| async move {
        store.end_others(AccountId([1; 16]), SessionHash([number; 32]), None, &[audit("ended")]).await.expect("decided")
    })
    .await;
    assert_eq!(ended.iter().sum::<u64>(), u64::from(RUNNERS) - 1, "{ended:?}");
    assert_eq!(count(&ended, &0), usize::from(RUNNERS) - 1, "one ends all others");
    assert_eq!(world.number("SELECT count(*) FROM session").await, 1);
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
