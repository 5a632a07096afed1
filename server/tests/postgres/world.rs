//! The world in which the store is tested: a database of its own on one server for all tests, and values for its steps.

use domain::Limit;
use server::sign_up::ports::{
    Account, AccountId, Attempt, AuditRow, Bucket, CodeId, Comparison, Completion, Goal, IssueCode, IssueOutcome, NewCode, Records,
    SessionHash, SessionRow, SessionWrite, SignUpId, Store, TriedCode,
};
use server::sign_up::{CanonicalAddress, Cap, NotMeMac, Timestamp};
use server::store::{PostgresStore, PostgresUrl};
use sqlx_core::connection::Connection;
use sqlx_core::executor::Executor;
use sqlx_core::row::Row;
use sqlx_postgres::PgConnection;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use test_support::postgres::Cluster;
use tokio::sync::{Mutex, OnceCell};

pub(crate) const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);
pub(crate) const MINUTE: Duration = Duration::from_secs(60);
pub(crate) const TRIES: u32 = 3;
pub(crate) const SESSION: SessionHash = SessionHash([1; 32]);

/// The name of the database from which those of the tests are copied.
const TEMPLATE: &str = "migrated";

pub(crate) struct World {
    pub(crate) store: PostgresStore,
    pub(crate) url: String,
    database: Mutex<PgConnection>,
}

impl World {
    pub(crate) async fn new() -> Self {
        let url = new_database(Some(TEMPLATE)).await;
        let store = PostgresStore::open_without_migrating(&parsed(&url)).await.expect("a database");
        let database = Self::connection(&url).await;
        Self { store, url, database }
    }

    /// Another connection.
    pub(crate) async fn connection(url: &str) -> Mutex<PgConnection> {
        Mutex::new(PgConnection::connect(url).await.expect("the database"))
    }

    /// Another instance's store on the same database.
    pub(crate) async fn other_store(&self) -> PostgresStore {
        PostgresStore::open(&parsed(&self.url)).await.expect("the same database")
    }

    /// The number that this query returns, in which all audit events have their ids.
    pub(crate) async fn number(&self, query: &str) -> i64 {
        self.number_audit().await;
        self.database.lock().await.fetch_one(query).await.expect("a row").get(0)
    }

    /// The text that this query returns, in which all audit events have their ids; empty for NULL.
    pub(crate) async fn text(&self, query: &str) -> String {
        self.number_audit().await;
        let row = self.database.lock().await.fetch_one(query).await.expect("a row");
        row.get::<Option<String>, _>(0).unwrap_or_default()
    }

    async fn number_audit(&self) {
        self.execute("SELECT mailcode_number_audit_v1(NULL)").await.expect("numbered");
    }

    /// Everything in the database, to see that a step has written nothing.
    pub(crate) async fn contents(&self) -> String {
        let mut contents = String::new();
        let tables = ["account", "sign_up", "refused_code", "not_me", "delivery", "bucket_use", "session", "audit_event", "audit_position"];
        for table in tables {
            let rows = format!("SELECT string_agg(row::text, '\n' ORDER BY row::text) FROM {table} AS row");
            contents.extend([table, "\n", &self.text(&rows).await, "\n"]);
        }
        contents
    }

    /// Runs a statement, and returns the database's message if it fails.
    pub(crate) async fn execute(&self, statement: &str) -> Result<(), String> {
        self.database.lock().await.execute(statement).await.map(|_| ()).map_err(|error| error.to_string())
    }

    /// Issues a code without limits and records.
    pub(crate) async fn issue(&self, sign_up: u8) {
        let issued = self.store.issue_code(&issue(sign_up), &Records::default(), NOW).await.expect("issued");
        assert!(matches!(issued, IssueOutcome::Issued(_)), "{issued:?}");
    }

    /// Creates an account with this address.
    pub(crate) async fn account(&self, number: u8, email: &str) -> Account {
        let id = AccountId([number; 16]);
        let hex = hex::encode(id.as_bytes());
        let insert = format!("INSERT INTO account (id, identity, email, created_at) VALUES ('\\x{hex}', '{email}', '{email}', 0)");
        self.execute(&insert).await.expect("inserted");
        self.store.account(id).await.expect("read").expect("an account")
    }
}

/// Creates a database, empty or as a copy, and returns its URL.
pub(crate) async fn new_database(template: Option<&str>) -> String {
    static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let cluster = CLUSTER
        .get_or_init(async || {
            let cluster = Cluster::start().await;
            cluster.create(TEMPLATE, None).await;
            PostgresStore::open(&parsed(&cluster.url(TEMPLATE))).await.expect("migrated");
            cluster
        })
        .await;
    let name = format!("test{}", NUMBER.fetch_add(1, Ordering::SeqCst));
    cluster.create(&name, template).await;
    cluster.url(&name)
}

/// The URL of a database of the tests.
pub(crate) fn parsed(url: &str) -> PostgresUrl {
    PostgresUrl::parse(url).expect("a URL")
}

pub(crate) fn address(typed: &str) -> CanonicalAddress {
    CanonicalAddress::parse(typed).expect("an address")
}

/// The step that issues a new code of this sign-up, which has no limits.
pub(crate) fn issue(sign_up: u8) -> IssueCode {
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
pub(crate) fn bucket(limit: Limit, count: u32, window: Duration) -> Bucket {
    Bucket { limit, key: "key".to_owned(), caps: vec![Cap { count, window }] }
}

/// A try of a code in a sign-up, which counts a failure of the address.
pub(crate) fn attempt(sign_up: u8, code: u8, comparison: Comparison) -> Attempt {
    Attempt {
        sign_up: SignUpId([sign_up; 16]),
        code: TriedCode([code; 32]),
        tries: TRIES,
        failures: vec![bucket(Limit::FailuresPerAddress, 50, MINUTE)],
        comparison,
    }
}

/// The comparison of a right code of this address.
pub(crate) fn right(goal: Goal, email: &str, records: Records) -> Comparison {
    let pause = bucket(Limit::ResendAfter, 1, MINUTE);
    Comparison::Right(Box::new(Completion { goal, address: address(email), pause, records }))
}

/// The comparison of a wrong code, with a row for each number of tries left.
pub(crate) fn wrong() -> Comparison {
    Comparison::Wrong((0..TRIES).map(|left| vec![audit(&format!("{left} left"))]).collect())
}

/// A row of the audit trail of this kind.
pub(crate) fn audit(kind: &str) -> AuditRow {
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
pub(crate) fn session(version: i64, visitor: &str, account: Option<u8>) -> SessionRow {
    SessionRow {
        data: format!("[{{\"visit\":{visitor}}},0]"),
        expires_at: NOW + MINUTE,
        version,
        account: account.map(|number| AccountId([number; 16])),
    }
}

/// Records that create a session, and add a row of this kind.
pub(crate) fn records(kind: &str) -> Records {
    let create = SessionWrite::Create { id: SESSION, row: session(1, "true", None), now: NOW };
    Records { session: vec![create], audit: vec![audit(kind)] }
}

/// Records that conflict, after a write that does not.
pub(crate) fn conflict() -> Records {
    let mut records = records("never");
    records.session.push(SessionWrite::Delete { id: SessionHash([9; 32]) });
    records
}
