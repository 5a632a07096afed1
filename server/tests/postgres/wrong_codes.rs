use crate::world::{MINUTE, NOW, World, attempt, audit, records, right, wrong};
use domain::Limit;
use server::sign_up::NotMeMac;
use server::sign_up::ports::{AccountId, AttemptOutcome, Comparison, Exhausted, Goal, Records, Store};

const EMAIL: &str = "me@example.org";
const SIGN_IN: Goal = Goal::SignIn { account: AccountId([1; 16]), exists: false };
const KINDS: &str = "SELECT string_agg(kind, ',' ORDER BY id) FROM audit_event";
const FAILURES: &str = "SELECT count(*) FROM bucket_use WHERE limited_by = 'failures_per_address'";

#[tokio::test]
async fn a_wrong_code_counts_once_and_is_reported_with_the_tries_left() {
    let world = World::new().await;
    world.issue(1).await;
    for (code, tries_left, spent) in [(1, 2, 1), (1, 2, 1), (2, 1, 2), (3, 0, 3), (1, 0, 3)] {
        let outcome = world.store.try_code(&attempt(1, code, wrong()), NOW).await.expect("tried");
        assert_eq!(outcome, AttemptOutcome::Wrong { tries_left });
        assert_eq!((world.number("SELECT tries FROM sign_up").await, world.number(FAILURES).await), (spent, spent));
    }
    assert_eq!(world.text(KINDS).await, "2 left,2 left,1 left,0 left,0 left");
    let none = world.store.try_code(&attempt(1, 1, Comparison::Wrong(Vec::new())), NOW).await.expect("tried");
    assert_eq!(none, AttemptOutcome::Wrong { tries_left: 0 }, "the trail is off");
}

#[tokio::test]
async fn an_expired_code_counts() {
    let world = World::new().await;
    world.issue(1).await;
    let outcome = world.store.try_code(&attempt(1, 1, Comparison::Expired(vec![audit("expired")])), NOW).await.expect("tried");
    assert_eq!(outcome, AttemptOutcome::Expired);
    assert_eq!(
        (world.number("SELECT tries FROM sign_up").await, world.number(FAILURES).await, world.text(KINDS).await),
        (1, 1, "expired".to_owned())
    );
}

#[tokio::test]
async fn a_sign_up_that_is_over_and_a_full_bucket_refuse_a_right_code_and_count_nothing() {
    let world = World::new().await;
    for sign_up in 1..=4 {
        world.issue(sign_up).await;
    }
    world
        .execute("UPDATE sign_up SET consumed_at = 0, tries = 3 WHERE id = '\\x01010101010101010101010101010101'")
        .await
        .expect("valid SQL");
    world.execute("UPDATE sign_up SET voided_at = 0, tries = 3 WHERE id = '\\x02020202020202020202020202020202'").await.expect("valid SQL");
    world.execute("UPDATE sign_up SET tries = 3 WHERE id = '\\x03030303030303030303030303030303'").await.expect("valid SQL");
    world
        .execute("INSERT INTO bucket_use (limited_by, key, used_at) VALUES ('failures_per_address', 'key', 1800000000000)")
        .await
        .expect("valid SQL");
    let before = world.contents().await;
    let limited = AttemptOutcome::Limited(Exhausted { limit: Limit::FailuresPerAddress, until: NOW + MINUTE });
    for (sign_up, expected) in
        [(1, AttemptOutcome::Consumed), (2, AttemptOutcome::Voided), (3, AttemptOutcome::Spent), (4, limited), (5, AttemptOutcome::Unknown)]
    {
        for comparison in [right(SIGN_IN, EMAIL, records("never")), wrong(), Comparison::Expired(vec![audit("never")])] {
            let mut attempt = attempt(sign_up, 1, comparison);
            attempt.failures[0].caps[0].count = 1;
            assert_eq!(world.store.try_code(&attempt, NOW).await.expect("decided"), expected);
        }
    }
    assert_eq!(world.contents().await, before, "nothing was written");
}

#[tokio::test]
async fn a_token_voids_and_mutes_its_mailbox() {
    let world = World::new().await;
    world.issue(1).await;
    let before = world.contents().await;
    let unknown = world.store.void_by_token(NotMeMac([9; 32]), &records("never"), NOW).await.expect("decided");
    let expired = world.store.void_by_token(NotMeMac([1; 32]), &records("never"), NOW + 2 * MINUTE).await.expect("decided");
    assert_eq!((unknown, expired, world.contents().await), (false, false, before.clone()));
    for _ in 0..2 {
        assert!(world.store.void_by_token(NotMeMac([1; 32]), &Records::of_audit(vec![audit("not me")]), NOW).await.expect("decided"));
    }
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE voided_at = 1800000000000").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM bucket_use WHERE limited_by = 'muted' AND key = 'mailbox'").await, 1);
    assert_eq!(world.text(KINDS).await, "not me,not me");
}
