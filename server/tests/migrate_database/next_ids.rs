use crate::databases::{File, Postgres, transfer};
use domain::Limit;
use server::audit::Query;
use server::sign_up::ports::{AuditRow, Bucket, CodeId, IssueCode, IssueOutcome, NewCode, Records, SignUpId};
use server::sign_up::{NotMeMac, Timestamp};
use server::store::{Database, DatabaseLocation};

/// Issues a code that counts in one bucket and adds an audit event; returns the id of the use and that of the event.
async fn issue(location: &DatabaseLocation) -> (i64, i64) {
    let database = Database::open(location).await.expect("a database");
    let later = Timestamp::from_millis(9_000_000_000_000);
    let code = NewCode {
        id: CodeId([7; 16]),
        sign_up: SignUpId([7; 16]),
        mailbox_hash: "three".to_owned(),
        ends_at: later,
        token: NotMeMac([7; 32]),
        token_ends_at: later,
    };
    let bucket = Bucket { limit: Limit::MailsTotal, key: "all".to_owned(), caps: Vec::new() };
    let event = AuditRow {
        at: later,
        keep_until: later,
        kind: "code_requested".to_owned(),
        event: "{}".to_owned(),
        subject: None,
        network: None,
        left_out: 0,
        is_rationed: false,
    };
    let records = Records { audit: vec![event], ..Records::default() };
    let step = IssueCode { code, existing: None, must_be_free: Vec::new(), counted_in: vec![bucket] };
    let issued = database.store().issue_code(&step, &records, later).await.expect("a step");
    let IssueOutcome::Issued(uses) = issued else { panic!("{issued:?}") };
    let trail =
        database.audit_trail().read(&Query { since: None, address_hash: None, kinds: Vec::new(), limit: 1 }).await.expect("the trail");
    (uses.0[0].id, trail[0].id)
}

/// Those that were deleted before the move are not assigned again either.
#[tokio::test]
async fn ids_continue_after_the_last_one() {
    let (file, postgres, back) = (File::filled().await, Postgres::empty().await, File::missing());
    file.execute("DELETE FROM bucket_use WHERE id = 2; DELETE FROM audit_event WHERE id = 2");
    transfer(&file.location(), &postgres.location()).await.expect("moved");
    transfer(&postgres.location(), &back.location()).await.expect("moved back");
    assert_eq!(issue(&postgres.location()).await, (3, 3));
    assert_eq!(issue(&back.location()).await, (3, 3));
}

#[tokio::test]
async fn ids_begin_with_one_in_an_empty_database() {
    let (file, postgres, back) = (File::migrated().await, Postgres::empty().await, File::missing());
    transfer(&file.location(), &postgres.location()).await.expect("moved");
    transfer(&postgres.location(), &back.location()).await.expect("moved back");
    assert_eq!(issue(&postgres.location()).await, (1, 1));
    assert_eq!(issue(&back.location()).await, (1, 1));
}
