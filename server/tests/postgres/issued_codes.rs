use crate::world::{MINUTE, NOW, TRIES, World, attempt, audit, bucket, conflict, issue, records, right, wrong};
use domain::{Delivery, DeliveryFailure, Limit};
use server::sign_up::NotMeMac;
use server::sign_up::ports::{
    AccountId, AttemptOutcome, CodeId, CodeOutcome, DeliveryNote, Exhausted, ExistingSignUp, Goal, IssueCode, IssueOutcome, Lookup,
    LookupResult, MailOutcome, Records, RelayRole, SignUpId, SignUpState, Store, StoreError, TakenUses, TriedCode,
};

const EMAIL: &str = "me@example.org";
const SIGN_IN: Goal = Goal::SignIn { account: AccountId([1; 16]), exists: false };
const KINDS: &str = "SELECT string_agg(kind, ',' ORDER BY id) FROM audit_event";

fn existing(code: u8) -> ExistingSignUp {
    ExistingSignUp { tries: TRIES, code: TriedCode([code; 32]) }
}

#[tokio::test]
async fn a_code_is_issued_with_its_rows_and_records() {
    let world = World::new().await;
    let mut step = issue(1);
    step.must_be_free = vec![bucket(Limit::Muted, 1, MINUTE)];
    step.counted_in = vec![bucket(Limit::MailsPerAddress, 1, MINUTE), bucket(Limit::MailsTotal, 1, MINUTE)];
    let issued = world.store.issue_code(&step, &records("issued"), NOW).await.expect("issued");
    let IssueOutcome::Issued(taken) = issued else { panic!("{issued:?}") };
    assert_eq!(taken.0.iter().map(|one| one.limit).collect::<Vec<_>>(), [Limit::MailsPerAddress, Limit::MailsTotal]);
    let tables = ["sign_up", "not_me", "delivery", "bucket_use", "session"];
    for (table, rows) in tables.into_iter().zip([1, 1, 1, 2, 1]) {
        assert_eq!(world.number(&format!("SELECT count(*) FROM {table}")).await, rows, "{table}");
    }
    assert_eq!(world.text(KINDS).await, "issued");
    let lookup = Lookup {
        sign_up: Some((SignUpId([1; 16]), TRIES)),
        tried: Some(TriedCode([1; 32])),
        buckets: [step.must_be_free, step.counted_in].concat(),
        codes: vec![CodeId([1; 16]), CodeId([2; 16])],
    };
    let found = LookupResult {
        sign_up: SignUpState::Open,
        was_tried: false,
        free_at: vec![None, Some(NOW + MINUTE), Some(NOW + MINUTE)],
        deliveries: vec![Some(DeliveryNote { outcome: MailOutcome { delivery: Delivery::Sending, relay: None }, at: NOW }), None],
    };
    assert_eq!(world.store.look_up(&lookup, NOW).await.expect("read"), found);
}

#[tokio::test]
async fn a_full_bucket_issues_no_code_and_counts_nothing() {
    let world = World::new().await;
    let mut full = issue(1);
    full.counted_in = vec![bucket(Limit::MailsPerAddress, 1, MINUTE), bucket(Limit::MailsTotal, 1, 3 * MINUTE)];
    world.store.issue_code(&full, &Records::default(), NOW).await.expect("issued");
    let before = world.contents().await;
    let mut step = issue(2);
    step.counted_in = [full.counted_in.clone(), vec![bucket(Limit::MailsPerClient, 1, MINUTE)]].concat();
    let limited = |limit, wait| IssueOutcome::Limited(Exhausted { limit, until: NOW + wait });
    let outcome = world.store.issue_code(&step, &records("never"), NOW).await.expect("decided");
    assert_eq!(outcome, limited(Limit::MailsTotal, 3 * MINUTE), "the longest wait");
    step.must_be_free = full.counted_in;
    let outcome = world.store.issue_code(&step, &records("never"), NOW).await.expect("decided");
    assert_eq!(outcome, limited(Limit::MailsPerAddress, MINUTE), "the first that must be free");
    assert_eq!(world.contents().await, before, "nothing was written");
}

#[tokio::test]
async fn a_further_code_needs_an_open_sign_up_in_which_it_was_not_tried() {
    let world = World::new().await;
    for sign_up in 1..=4 {
        world.issue(sign_up).await;
    }
    world.store.try_code(&attempt(1, 7, wrong()), NOW).await.expect("tried");
    world.execute("UPDATE sign_up SET consumed_at = 0 WHERE id = '\\x02020202020202020202020202020202'").await.expect("valid SQL");
    world.execute("UPDATE sign_up SET voided_at = 0 WHERE id = '\\x03030303030303030303030303030303'").await.expect("valid SQL");
    world.execute("UPDATE sign_up SET tries = 3 WHERE id = '\\x04040404040404040404040404040404'").await.expect("valid SQL");
    let before = world.contents().await;
    for (sign_up, code) in [(1, 7), (2, 8), (3, 8), (4, 8), (5, 8)] {
        let step = IssueCode { existing: Some(existing(code)), ..issue(sign_up) };
        let outcome = world.store.issue_code(&step, &records("never"), NOW).await.expect("decided");
        assert_eq!((outcome, world.contents().await), (IssueOutcome::Outdated, before.clone()), "sign-up {sign_up}");
    }
    let mut step = issue(1);
    (step.existing, step.code.id, step.code.token, step.code.ends_at) =
        (Some(existing(8)), CodeId([9; 16]), NotMeMac([9; 32]), NOW + 5 * MINUTE);
    let outcome = world.store.issue_code(&step, &records("issued"), NOW).await.expect("decided");
    assert_eq!(outcome, IssueOutcome::Issued(TakenUses::default()));
    assert_eq!(
        world.number("SELECT tries FROM sign_up WHERE ends_at = 1800000300000").await,
        1,
        "spent tries stay, and its end is postponed"
    );
}

#[tokio::test]
async fn a_conflict_of_the_session_undoes_the_step() {
    let world = World::new().await;
    let before = world.contents().await;
    let mut step = issue(1);
    step.counted_in = vec![bucket(Limit::MailsTotal, 9, MINUTE)];
    assert_eq!(world.store.issue_code(&step, &conflict(), NOW).await.expect("decided"), IssueOutcome::SessionConflict);
    assert!(world.store.write(&conflict()).await.expect("decided").is_err());
    assert_eq!(world.contents().await, before);

    world.issue(1).await;
    let before = world.contents().await;
    let outcome = world.store.try_code(&attempt(1, 1, right(SIGN_IN, EMAIL, conflict())), NOW).await.expect("decided");
    assert_eq!((outcome, world.contents().await), (AttemptOutcome::SessionConflict, before.clone()));

    world.account(1, EMAIL).await;
    let before = world.contents().await;
    let error = world.store.delete_account(AccountId([1; 16]), &conflict()).await.expect_err("a conflict");
    assert!(matches!(error, StoreError::Failed(_)));
    assert_eq!(world.contents().await, before);
}

#[tokio::test]
async fn a_later_outcome_replaces_an_earlier_one() {
    let world = World::new().await;
    let code = CodeId([1; 16]);
    let mut at = NOW;
    for (delivery, relay) in [
        (Delivery::Sending, None),
        (Delivery::Retrying(DeliveryFailure::Later), None),
        (Delivery::Failed(DeliveryFailure::Recipient), Some(RelayRole::Main)),
        (Delivery::Accepted, Some(RelayRole::Fallback)),
    ] {
        at = at + MINUTE;
        let outcome = MailOutcome { delivery, relay };
        let step = CodeOutcome { code, outcome, ends_at: at, given_back: TakenUses::default() };
        world.store.record_outcome(&step, &Records::of_audit(vec![audit("mailed")]), at).await.expect("recorded");
        let lookup = Lookup { codes: vec![code, CodeId([2; 16])], ..Lookup::default() };
        assert_eq!(world.store.look_up(&lookup, at).await.expect("read").deliveries, [Some(DeliveryNote { outcome, at }), None]);
    }
    assert_eq!(world.number("SELECT count(*) FROM audit_event").await, 4);
}

#[tokio::test]
async fn a_use_given_back_twice_takes_nothing_of_a_later_one() {
    let world = World::new().await;
    let bucket = bucket(Limit::ResendAfter, 1, MINUTE);
    let take = async || {
        let step = IssueCode { counted_in: vec![bucket.clone()], ..issue(1) };
        match world.store.issue_code(&step, &Records::default(), NOW).await.expect("decided") {
            IssueOutcome::Issued(taken) => Some(taken),
            _ => None,
        }
    };
    let first = take().await.expect("the bucket is empty");
    world.store.give_back(&first).await.expect("given back");
    let second = take().await.expect("the bucket is empty again");
    assert_ne!(first, second);
    world.store.give_back(&first).await.expect("given back");
    assert_eq!(take().await, None, "the second use still counts");
    let outcome = MailOutcome { delivery: Delivery::Accepted, relay: None };
    let step = CodeOutcome { code: CodeId([1; 16]), outcome, ends_at: NOW, given_back: second };
    world.store.record_outcome(&step, &Records::default(), NOW).await.expect("recorded");
    take().await.expect("the bucket is empty again");
}

#[tokio::test]
async fn nothing_to_write_is_no_commit() {
    let world = World::new().await;
    let before = world.contents().await;
    world.store.write(&Records::default()).await.expect("nothing").expect("no conflict");
    world.store.give_back(&TakenUses::default()).await.expect("nothing");
    assert_eq!(world.contents().await, before);
}
