use crate::world::{MINUTE, NOW, SESSION, World, address, attempt, audit, bucket, issue, records, right, session, wrong};
use domain::Limit;
use server::sign_up::ports::{Account, AccountId, AttemptOutcome, Goal, Records, SessionHash, SessionWrite, Store};

const EMAIL: &str = "me@example.org";
const SIGN_IN: Goal = Goal::SignIn { account: AccountId([1; 16]), exists: false };
const KINDS: &str = "SELECT string_agg(kind, ',' ORDER BY id) FROM audit_event";
const FAILURES: &str = "SELECT count(*) FROM bucket_use WHERE limited_by = 'failures_per_address'";

#[tokio::test]
async fn a_right_code_signs_in_and_gives_back_what_it_counted() {
    let world = World::new().await;
    let mut step = issue(1);
    step.counted_in = vec![bucket(Limit::ResendAfter, 1, MINUTE)];
    world.store.issue_code(&step, &Records::default(), NOW).await.expect("issued");
    let attempt = attempt(1, 1, right(SIGN_IN, "Me@Example.org", records("verified")));
    let outcome = world.store.try_code(&attempt, NOW).await.expect("tried");
    let account = world.store.account_of(&address(EMAIL)).await.expect("read").expect("an account");
    assert_eq!((account.id, account.created_at, account.email.typed().as_str()), (AccountId([1; 16]), NOW, "Me@Example.org"));
    assert_eq!(outcome, AttemptOutcome::SignedIn(account));
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 0, "neither the failure nor the pause");
    assert_eq!((world.number("SELECT count(*) FROM session").await, world.text(KINDS).await), (1, "verified".to_owned()));
    let before = world.contents().await;
    assert_eq!(world.store.try_code(&attempt, NOW).await.expect("tried"), AttemptOutcome::Consumed);
    assert_eq!(world.contents().await, before);
}

/// Earlier versions counted the try in a transaction of its own, and might have failed after it.
#[tokio::test]
async fn a_right_code_that_was_counted_before_is_right_again() {
    let world = World::new().await;
    world.issue(1).await;
    for code in [1, 2, 3] {
        world.store.try_code(&attempt(1, code, wrong()), NOW).await.expect("tried");
    }
    let outcome = world.store.try_code(&attempt(1, 1, right(SIGN_IN, EMAIL, Records::default())), NOW).await.expect("tried");
    assert!(matches!(outcome, AttemptOutcome::SignedIn(_)), "{outcome:?}");
}

#[tokio::test]
async fn an_account_that_came_or_went_meanwhile_makes_the_step_outdated() {
    let world = World::new().await;
    world.issue(1).await;
    let goal = |account, exists| Goal::SignIn { account: AccountId([account; 16]), exists };
    let try_it = async |goal| {
        let before = world.contents().await;
        let outcome = world.store.try_code(&attempt(1, 1, right(goal, EMAIL, records("verified"))), NOW).await.expect("decided");
        (outcome, world.contents().await == before)
    };
    assert_eq!(try_it(goal(1, true)).await, (AttemptOutcome::Outdated, true), "it was deleted");
    let account = world.account(1, EMAIL).await;
    assert_eq!(try_it(goal(2, false)).await, (AttemptOutcome::Outdated, true), "it was created");
    assert_eq!(try_it(goal(2, true)).await, (AttemptOutcome::Outdated, true), "it is another");
    assert_eq!(try_it(goal(1, true)).await, (AttemptOutcome::SignedIn(account), false));
}

#[tokio::test]
async fn an_account_gets_the_address_that_is_proved() {
    let world = World::new().await;
    world.issue(1).await;
    let before = world.account(1, EMAIL).await;
    let change = |account| attempt(1, 1, right(Goal::ChangeEmail(account), "new@example.org", records("changed")));
    let stale = Account { address_changes: 1, ..before.clone() };
    let version = world.contents().await;
    assert_eq!(world.store.try_code(&change(stale), NOW).await.expect("decided"), AttemptOutcome::Outdated);
    assert_eq!(world.contents().await, version);
    let outcome = world.store.try_code(&change(before), NOW).await.expect("decided");
    let AttemptOutcome::EmailChanged(after) = outcome else { panic!("{outcome:?}") };
    assert_eq!((after.email.typed().as_str(), after.address_changes), ("new@example.org", 1));
    assert_eq!((world.number(FAILURES).await, world.text(KINDS).await), (0, "changed".to_owned()));
}

#[tokio::test]
async fn an_address_that_another_account_has_completes_the_change_without_it() {
    let world = World::new().await;
    world.issue(1).await;
    world
        .execute("INSERT INTO bucket_use (limited_by, key, used_at) VALUES ('resend_after', 'key', 1800000000000)")
        .await
        .expect("valid SQL");
    let account = world.account(1, EMAIL).await;
    world.account(2, "new@example.org").await;
    let attempt = attempt(1, 1, right(Goal::ChangeEmail(account.clone()), "new@example.org", records("never")));
    assert_eq!(world.store.try_code(&attempt, NOW).await.expect("decided"), AttemptOutcome::AddressTaken);
    assert_eq!(world.store.account(account.id).await.expect("read"), Some(account));
    assert_eq!(
        (world.number("SELECT count(*) FROM session").await, world.text(KINDS).await),
        (1, String::new()),
        "the session's writes alone"
    );
    assert_eq!(world.number("SELECT count(*) FROM bucket_use").await, 0);
    assert_eq!(world.store.try_code(&attempt, NOW).await.expect("decided"), AttemptOutcome::Consumed);
}

/// The session that asks for it is one of the account's, and lives on without it.
#[tokio::test]
async fn an_account_is_deleted_with_its_sessions_and_once() {
    let world = World::new().await;
    let account = world.account(1, EMAIL).await;
    let create = |id, account| SessionWrite::Create { id: SessionHash([id; 32]), row: session(1, "true", account), now: NOW };
    let sessions = vec![create(1, Some(1)), create(2, Some(1)), create(3, Some(2)), create(4, None)];
    world.store.write(&Records { session: sessions, audit: Vec::new() }).await.expect("written").expect("no conflict");
    let signed_out = SessionWrite::Update { id: SESSION, row: session(2, "true", None) };
    let deletion = Records { session: vec![signed_out], audit: vec![audit("deleted")] };
    assert_eq!(world.store.delete_account(account.id, &deletion).await.expect("deleted"), Some(account.clone()));
    assert_eq!(world.text("SELECT string_agg(encode(substr(id_hash, 1, 1), 'hex'), ',' ORDER BY id_hash) FROM session").await, "01,03,04");
    assert_eq!(world.text(KINDS).await, "deleted");
    let before = world.contents().await;
    assert_eq!(world.store.delete_account(account.id, &records("never")).await.expect("decided"), None);
    assert_eq!(world.contents().await, before);
}
