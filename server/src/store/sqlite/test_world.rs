//! The world in which the store is tested: its database, and values for its steps.

use super::SqliteStore;
use crate::sign_up::ports::{
    Account, AccountId, Attempt, AuditRow, Bucket, CodeId, Comparison, Completion, Goal, IssueCode, IssueOutcome, NewCode, Records,
    SessionHash, SessionRow, SessionWrite, SignUpId, Store, TriedCode,
};
use crate::sign_up::{CanonicalAddress, Cap, NotMeMac, Timestamp};
use domain::Limit;
use rusqlite::Connection;
use std::time::Duration;
use tempfile::TempDir;

pub(super) const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);
pub(super) const MINUTE: Duration = Duration::from_secs(60);
pub(super) const TRIES: u32 = 3;
pub(super) const SESSION: SessionHash = SessionHash([1; 32]);

pub(super) struct World {
    pub(super) store: SqliteStore,
    database: Connection,
    pub(super) directory: TempDir,
}

impl World {
    pub(super) async fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("mailcode.db");
        let store = SqliteStore::open(&format!("sqlite://{}", path.display())).await.expect("a database");
        Self { store, database: Connection::open(path).expect("the same database"), directory }
    }

    /// The number that this query returns.
    pub(super) fn number(&self, query: &str) -> i64 {
        self.database.query_row(query, [], |row| row.get(0)).expect("a number")
    }

    /// The text that this query returns; empty for NULL.
    pub(super) fn text(&self, query: &str) -> String {
        self.database.query_row(query, [], |row| row.get::<_, Option<String>>(0)).expect("a text").unwrap_or_default()
    }

    /// A number that changes with every commit that writes.
    pub(super) fn version(&self) -> i64 {
        self.number("PRAGMA data_version")
    }

    pub(super) fn execute(&self, statement: &str) {
        self.database.execute_batch(statement).expect("valid SQL");
    }

    /// Issues a code without limits and records.
    pub(super) async fn issue(&self, sign_up: u8) {
        let issued = self.store.issue_code(&issue(sign_up), &Records::default(), NOW).await.expect("issued");
        assert!(matches!(issued, IssueOutcome::Issued(_)), "{issued:?}");
    }

    /// Creates an account with this address.
    pub(super) async fn account(&self, number: u8, email: &str) -> Account {
        let id = AccountId([number; 16]);
        let insert = "INSERT INTO account (id, identity, email, created_at) VALUES (?1, ?2, ?2, 0)";
        self.database.execute(insert, rusqlite::params![id.as_bytes(), email]).expect("inserted");
        self.store.account(id).await.expect("read").expect("an account")
    }
}

pub(super) fn address(typed: &str) -> CanonicalAddress {
    CanonicalAddress::parse(typed).expect("an address")
}

/// The step that issues a new code of this sign-up, which has no limits.
pub(super) fn issue(sign_up: u8) -> IssueCode {
    let code = NewCode {
        id: CodeId([sign_up; 16]),
        sign_up: SignUpId([sign_up; 16]),
        mailbox_hash: "mailbox".to_owned(),
        ends_at: NOW + MINUTE,
        token: NotMeMac([sign_up; 32]),
        token_ends_at: NOW + 2 * MINUTE,
    };
    IssueCode { code, existing: None, must_be_free: Vec::new(), counted_in: Vec::new() }
}

/// A bucket that allows so many uses in this time.
pub(super) fn bucket(limit: Limit, count: u32, window: Duration) -> Bucket {
    Bucket { limit, key: "key".to_owned(), caps: vec![Cap { count, window }] }
}

/// A try of a code in a sign-up, which counts a failure of the address.
pub(super) fn attempt(sign_up: u8, code: u8, comparison: Comparison) -> Attempt {
    Attempt {
        sign_up: SignUpId([sign_up; 16]),
        code: TriedCode([code; 32]),
        tries: TRIES,
        failures: vec![bucket(Limit::FailuresPerAddress, 50, MINUTE)],
        comparison,
    }
}

/// The comparison of a right code of this address.
pub(super) fn right(goal: Goal, email: &str, records: Records) -> Comparison {
    let pause = bucket(Limit::ResendAfter, 1, MINUTE);
    Comparison::Right(Box::new(Completion { goal, address: address(email), pause, records }))
}

/// The comparison of a wrong code, with a row for each number of tries left.
pub(super) fn wrong() -> Comparison {
    Comparison::Wrong((0..TRIES).map(|left| vec![audit(&format!("{left} left"))]).collect())
}

/// A row of the audit trail of this kind.
pub(super) fn audit(kind: &str) -> AuditRow {
    AuditRow {
        at: NOW,
        keep_until: NOW + MINUTE,
        kind: kind.to_owned(),
        event: "{}".to_owned(),
        subject: None,
        network: None,
        left_out: 0,
        is_rationed: false,
    }
}

/// A session's row with this version and visitor state.
pub(super) fn session(version: i64, visitor: &str, account: Option<u8>) -> SessionRow {
    SessionRow {
        data: format!("[{{\"visit\":{visitor}}},0]"),
        expires_at: NOW + MINUTE,
        version,
        account: account.map(|number| AccountId([number; 16])),
    }
}

/// Records that create a session, and add a row of this kind.
pub(super) fn records(kind: &str) -> Records {
    let create = SessionWrite::Create { id: SESSION, row: session(1, "true", None), now: NOW };
    Records { session: vec![create], audit: vec![audit(kind)] }
}

/// Records that conflict, after a write that does not.
pub(super) fn conflict() -> Records {
    let mut records = records("never");
    records.session.push(SessionWrite::Delete { id: SessionHash([9; 32]) });
    records
}
