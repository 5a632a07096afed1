use crate::audit::AuditTrail;
use crate::sign_up::NotMeMac;
use crate::sign_up::ports::{
    Account, AccountId, AttemptOutcome, CodeId, CodeOutcome, Comparison, DeliveryNote, Exhausted, ExistingSignUp, Goal, IssueCode,
    IssueOutcome, Lookup, LookupResult, MailOutcome, Records, RelayRole, SessionHash, SessionWrite, SignUpId, SignUpState, Store,
    StoreError, TakenUses, TriedCode,
};
use crate::store::sqlite::test_world::{
    MINUTE, NOW, SESSION, TRIES, World, address, attempt, audit, bucket, conflict, issue, records, right, session, wrong,
};
use domain::{Delivery, DeliveryFailure, Limit};

const EMAIL: &str = "me@example.org";
const SIGN_IN: Goal = Goal::SignIn { account: AccountId([1; 16]), exists: false };
const KINDS: &str = "SELECT group_concat(kind) FROM audit_event";
const FAILURES: &str = "SELECT count(*) FROM bucket_use WHERE limited_by = 'failures_per_address'";

const fn existing(code: u8) -> ExistingSignUp {
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
    assert_eq!(tables.map(|table| world.number(&format!("SELECT count(*) FROM {table}"))), [1, 1, 1, 2, 1]);
    assert_eq!(world.text(KINDS), "issued");
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
    let before = world.version();
    let mut step = issue(2);
    step.counted_in = [full.counted_in.clone(), vec![bucket(Limit::MailsPerClient, 1, MINUTE)]].concat();
    let limited = |limit, wait| IssueOutcome::Limited(Exhausted { limit, until: NOW + wait });
    let outcome = world.store.issue_code(&step, &records("never"), NOW).await.expect("decided");
    assert_eq!(outcome, limited(Limit::MailsTotal, 3 * MINUTE), "the longest wait");
    step.must_be_free = full.counted_in;
    let outcome = world.store.issue_code(&step, &records("never"), NOW).await.expect("decided");
    assert_eq!(outcome, limited(Limit::MailsPerAddress, MINUTE), "the first that must be free");
    assert_eq!(world.version(), before, "nothing was written");
}

#[tokio::test]
async fn a_further_code_needs_an_open_sign_up_in_which_it_was_not_tried() {
    let world = World::new().await;
    for sign_up in 1..=4 {
        world.issue(sign_up).await;
    }
    world.store.try_code(&attempt(1, 7, wrong()), NOW).await.expect("tried");
    world.execute("UPDATE sign_up SET consumed_at = 0 WHERE id = x'02020202020202020202020202020202'");
    world.execute("UPDATE sign_up SET voided_at = 0 WHERE id = x'03030303030303030303030303030303'");
    world.execute("UPDATE sign_up SET tries = 3 WHERE id = x'04040404040404040404040404040404'");
    let before = world.version();
    for (sign_up, code) in [(1, 7), (2, 8), (3, 8), (4, 8), (5, 8)] {
        let step = IssueCode { existing: Some(existing(code)), ..issue(sign_up) };
        let outcome = world.store.issue_code(&step, &records("never"), NOW).await.expect("decided");
        assert_eq!((outcome, world.version()), (IssueOutcome::Outdated, before), "sign-up {sign_up}");
    }
    let mut step = issue(1);
    (step.existing, step.code.id, step.code.token, step.code.ends_at) =
        (Some(existing(8)), CodeId([9; 16]), NotMeMac([9; 32]), NOW + 5 * MINUTE);
    let outcome = world.store.issue_code(&step, &records("issued"), NOW).await.expect("decided");
    assert_eq!(outcome, IssueOutcome::Issued(TakenUses::default()));
    assert_eq!(world.number("SELECT tries FROM sign_up WHERE ends_at = 1800000300000"), 1, "spent tries stay, and its end is postponed");
}

#[tokio::test]
async fn a_conflict_of_the_session_undoes_the_step() {
    let world = World::new().await;
    let before = world.version();
    let mut step = issue(1);
    step.counted_in = vec![bucket(Limit::MailsTotal, 9, MINUTE)];
    assert_eq!(world.store.issue_code(&step, &conflict(), NOW).await.expect("decided"), IssueOutcome::SessionConflict);
    assert!(world.store.write(&conflict()).await.expect("decided").is_err());
    assert_eq!(world.version(), before);

    world.issue(1).await;
    let before = world.version();
    let outcome = world.store.try_code(&attempt(1, 1, right(SIGN_IN, EMAIL, conflict())), NOW).await.expect("decided");
    assert_eq!((outcome, world.version()), (AttemptOutcome::SessionConflict, before));

    world.account(1, EMAIL).await;
    let before = world.version();
    let error = world.store.delete_account(AccountId([1; 16]), &conflict()).await.expect_err("a conflict");
    assert!(matches!(error, StoreError::Failed(_)));
    assert_eq!(world.version(), before);
}

#[tokio::test]
async fn a_wrong_code_counts_once_and_is_reported_with_the_tries_left() {
    let world = World::new().await;
    world.issue(1).await;
    for (code, tries_left, spent) in [(1, 2, 1), (1, 2, 1), (2, 1, 2), (3, 0, 3), (1, 0, 3)] {
        let outcome = world.store.try_code(&attempt(1, code, wrong()), NOW).await.expect("tried");
        assert_eq!(outcome, AttemptOutcome::Wrong { tries_left });
        assert_eq!((world.number("SELECT tries FROM sign_up"), world.number(FAILURES)), (spent, spent));
    }
    assert_eq!(world.text(KINDS), "2 left,2 left,1 left,0 left,0 left");
    let none = world.store.try_code(&attempt(1, 1, Comparison::Wrong(Vec::new())), NOW).await.expect("tried");
    assert_eq!(none, AttemptOutcome::Wrong { tries_left: 0 }, "the trail is off");
}

#[tokio::test]
async fn an_expired_code_counts() {
    let world = World::new().await;
    world.issue(1).await;
    let outcome = world.store.try_code(&attempt(1, 1, Comparison::Expired(vec![audit("expired")])), NOW).await.expect("tried");
    assert_eq!(outcome, AttemptOutcome::Expired);
    assert_eq!((world.number("SELECT tries FROM sign_up"), world.number(FAILURES), world.text(KINDS)), (1, 1, "expired".to_owned()));
}

#[tokio::test]
async fn a_sign_up_that_is_over_and_a_full_bucket_refuse_a_right_code_and_count_nothing() {
    let world = World::new().await;
    for sign_up in 1..=4 {
        world.issue(sign_up).await;
    }
    world.execute("UPDATE sign_up SET consumed_at = 0, tries = 3 WHERE id = x'01010101010101010101010101010101'");
    world.execute("UPDATE sign_up SET voided_at = 0, tries = 3 WHERE id = x'02020202020202020202020202020202'");
    world.execute("UPDATE sign_up SET tries = 3 WHERE id = x'03030303030303030303030303030303'");
    world.execute("INSERT INTO bucket_use (limited_by, key, used_at) VALUES ('failures_per_address', 'key', 1800000000000)");
    let before = world.version();
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
    assert_eq!(world.version(), before, "nothing was written");
}

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
    assert_eq!(world.number("SELECT count(*) FROM bucket_use"), 0, "neither the failure nor the pause");
    assert_eq!((world.number("SELECT count(*) FROM session"), world.text(KINDS)), (1, "verified".to_owned()));
    let before = world.version();
    assert_eq!(world.store.try_code(&attempt, NOW).await.expect("tried"), AttemptOutcome::Consumed);
    assert_eq!(world.version(), before);
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
        let before = world.version();
        let outcome = world.store.try_code(&attempt(1, 1, right(goal, EMAIL, records("verified"))), NOW).await.expect("decided");
        (outcome, world.version() == before)
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
    let version = world.version();
    assert_eq!(world.store.try_code(&change(stale), NOW).await.expect("decided"), AttemptOutcome::Outdated);
    assert_eq!(world.version(), version);
    let outcome = world.store.try_code(&change(before), NOW).await.expect("decided");
    let AttemptOutcome::EmailChanged(after) = outcome else { panic!("{outcome:?}") };
    assert_eq!((after.email.typed().as_str(), after.address_changes), ("new@example.org", 1));
    assert_eq!((world.number(FAILURES), world.text(KINDS)), (0, "changed".to_owned()));
    let log = std::fs::metadata(world.directory.path().join("mailcode.db-wal")).expect("a log");
    assert_eq!(log.len(), 0, "the old address is not left in the log");
}

#[tokio::test]
async fn an_address_that_another_account_has_completes_the_change_without_it() {
    let world = World::new().await;
    world.issue(1).await;
    world.execute("INSERT INTO bucket_use (limited_by, key, used_at) VALUES ('resend_after', 'key', 1800000000000)");
    let account = world.account(1, EMAIL).await;
    world.account(2, "new@example.org").await;
    let attempt = attempt(1, 1, right(Goal::ChangeEmail(account.clone()), "new@example.org", records("never")));
    assert_eq!(world.store.try_code(&attempt, NOW).await.expect("decided"), AttemptOutcome::AddressTaken);
    assert_eq!(world.store.account(account.id).await.expect("read"), Some(account));
    assert_eq!((world.number("SELECT count(*) FROM session"), world.text(KINDS)), (1, String::new()), "the session's writes alone");
    assert_eq!(world.number("SELECT count(*) FROM bucket_use"), 0);
    assert_eq!(world.store.try_code(&attempt, NOW).await.expect("decided"), AttemptOutcome::Consumed);
}

#[tokio::test]
async fn a_token_voids_and_mutes_its_mailbox() {
    let world = World::new().await;
    world.issue(1).await;
    let before = world.version();
    let unknown = world.store.void_by_token(NotMeMac([9; 32]), &records("never"), NOW).await.expect("decided");
    let expired = world.store.void_by_token(NotMeMac([1; 32]), &records("never"), NOW + 2 * MINUTE).await.expect("decided");
    assert_eq!((unknown, expired, world.version()), (false, false, before));
    for _ in 0..2 {
        assert!(world.store.void_by_token(NotMeMac([1; 32]), &Records::of_audit(vec![audit("not me")]), NOW).await.expect("decided"));
    }
    assert_eq!(world.number("SELECT count(*) FROM sign_up WHERE voided_at = 1800000000000"), 1);
    assert_eq!(world.number("SELECT count(*) FROM bucket_use WHERE limited_by = 'muted' AND key = 'mailbox'"), 1);
    assert_eq!(world.text(KINDS), "not me,not me");
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
    assert_eq!(world.text("SELECT group_concat(hex(substr(id_hash, 1, 1))) FROM session"), "01,03,04");
    assert_eq!(world.text(KINDS), "deleted");
    let before = world.version();
    assert_eq!(world.store.delete_account(account.id, &records("never")).await.expect("decided"), None);
    assert_eq!(world.version(), before);
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
    assert_eq!(world.number("SELECT count(*) FROM audit_event"), 4);
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
async fn old_rows_are_deleted_in_batches() {
    let world = World::new().await;
    let numbers = "WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < 2500)";
    let ends_at = "1800000000000 + (value > 2300)";
    for insert in [
        "bucket_use (limited_by, key, used_at) SELECT 'muted', value, 1799999999999 + (value > 2300)".to_owned(),
        format!("sign_up (id, tries, ends_at) SELECT randomblob(16), 0, {ends_at}"),
        format!("not_me (token, mailbox, ends_at) SELECT randomblob(32), 'mailbox', {ends_at}"),
        format!("delivery (code_id, outcome, recorded_at, ends_at) SELECT randomblob(16), 'sending', 0, {ends_at}"),
        "audit_event (at, keep_until, kind, event, left_out, is_rationed) SELECT 0, 1 + (value > 2300) * 9000000000000, 'kind', '{}', 0, 0"
            .to_owned(),
    ] {
        world.execute(&format!("{numbers} INSERT INTO {insert} FROM number"));
    }
    world.store.clean_up(NOW, NOW).await.expect("cleaned up");
    assert_eq!(AuditTrail::delete_expired(&world.store, NOW).await.expect("deleted"), 2300);
    for table in ["bucket_use", "sign_up", "not_me", "delivery", "audit_event"] {
        assert_eq!(world.number(&format!("SELECT count(*) FROM {table}")), 200, "{table}");
    }
}

#[tokio::test]
async fn nothing_to_write_is_no_commit() {
    let world = World::new().await;
    let before = world.version();
    world.store.write(&Records::default()).await.expect("nothing").expect("no conflict");
    world.store.give_back(&TakenUses::default()).await.expect("nothing");
    assert_eq!(world.version(), before);
}
