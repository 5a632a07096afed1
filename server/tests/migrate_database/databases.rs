//! Databases of both kinds, and rows for each table.

use rusqlite::Connection as SqliteConnection;
use server::store::{Database, DatabaseLocation, TableCount, Transfer, TransferError};
use sqlx_core::connection::Connection;
use sqlx_core::executor::Executor;
use sqlx_core::row::Row;
use sqlx_postgres::PgConnection;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use test_support::postgres::Cluster;
use tokio::sync::OnceCell;

/// An SQLite file, which may not exist yet, in its own directory.
pub(crate) struct File(TempDir);

impl File {
    pub(crate) fn missing() -> Self {
        Self(tempfile::tempdir().expect("a directory"))
    }

    /// A file with the schema of this version and no rows.
    pub(crate) async fn migrated() -> Self {
        let file = Self::missing();
        drop(Database::open(&file.location()).await.expect("a database"));
        file
    }

    /// A file with rows in each table.
    pub(crate) async fn filled() -> Self {
        let file = Self::migrated().await;
        file.execute(&rows(|hex| format!("x'{hex}'"), ""));
        file
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.path("mailcode.db").display())
    }

    /// The path of a file beside the database.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn location(&self) -> DatabaseLocation {
        location(&self.url())
    }

    /// The path of the key that a server has generated beside the file.
    pub(crate) fn key(&self) -> String {
        self.path("secret.key").display().to_string()
    }

    pub(crate) fn exists(&self) -> bool {
        self.path("mailcode.db").exists()
    }

    pub(crate) fn connection(&self) -> SqliteConnection {
        SqliteConnection::open(self.path("mailcode.db")).expect("the database")
    }

    pub(crate) fn execute(&self, statements: &str) {
        self.connection().execute_batch(statements).expect("executed");
    }

    /// Everything in the file, in the order of each table's key, with the last ids that were assigned.
    pub(crate) fn contents(&self) -> String {
        let database = self.connection();
        let texts = |query: &str| {
            let mut query = database.prepare(query).expect("a query");
            let texts = query.query_map([], |row| row.get::<_, String>(0)).expect("rows");
            texts.collect::<Result<Vec<_>, _>>().expect("texts")
        };
        let mut contents = String::new();
        for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY name") {
            let columns = texts(&format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}') ORDER BY name"));
            let rows = texts(&format!("SELECT {} FROM {table} ORDER BY 1", columns.join(" || ' ' || ")));
            let _ = writeln!(contents, "{table}\n{}", rows.join("\n"));
        }
        contents
    }

    /// The number of rows in all tables.
    pub(crate) fn rows(&self) -> i64 {
        let database = self.connection();
        let count = |table: &&str| database.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0));
        TABLES.iter().map(|table| count(table).expect("a number")).sum()
    }
}

/// A database of a PostgreSQL server for all tests.
pub(crate) struct Postgres {
    url: String,
}

impl Postgres {
    /// A database without a schema.
    pub(crate) async fn empty() -> Self {
        static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let cluster = CLUSTER.get_or_init(Cluster::start).await;
        let name = format!("moved{}", NUMBER.fetch_add(1, Ordering::SeqCst));
        cluster.create(&name, None).await;
        Self { url: cluster.url(&name) }
    }

    /// A database with the schema of this version and no rows.
    pub(crate) async fn migrated() -> Self {
        let database = Self::empty().await;
        drop(Database::open(&database.location()).await.expect("a database"));
        database
    }

    /// A database with rows in each table.
    pub(crate) async fn filled() -> Self {
        let database = Self::migrated().await;
        database.execute(&rows(|hex| format!("'\\x{hex}'"), "OVERRIDING SYSTEM VALUE")).await;
        database.execute("UPDATE audit_position SET last = 2; SELECT setval('bucket_use_id_seq', 2)").await;
        database
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn location(&self) -> DatabaseLocation {
        location(&self.url)
    }

    pub(crate) async fn connection(&self) -> PgConnection {
        PgConnection::connect(&self.url).await.expect("the database")
    }

    pub(crate) async fn execute(&self, statements: &str) {
        self.connection().await.execute(statements).await.expect("executed");
    }

    pub(crate) async fn number(&self, query: &str) -> i64 {
        self.connection().await.fetch_one(query).await.expect("a row").get(0)
    }

    /// Everything in the database, in the order of each table's key, with the last ids that were assigned.
    pub(crate) async fn contents(&self) -> String {
        let mut database = self.connection().await;
        let mut contents = String::new();
        for table in TABLES.iter().chain(&["audit_position", "(SELECT last_value - (NOT is_called)::int FROM bucket_use_id_seq)"]) {
            let query = format!("SELECT string_agg(row::text, '\n' ORDER BY row::text) FROM {table} AS row");
            let rows: Option<String> = database.fetch_one(&*query).await.expect("a row").get(0);
            let _ = writeln!(contents, "{table}\n{}", rows.unwrap_or_default());
        }
        contents
    }

    /// The number of rows in all tables. Waits for a transaction that still locks them.
    pub(crate) async fn rows(&self) -> i64 {
        let counts: Vec<_> = TABLES.iter().map(|table| format!("(SELECT count(*) FROM {table})")).collect();
        self.number(&format!("SELECT {}", counts.join(" + "))).await
    }
}

pub(crate) fn location(url: &str) -> DatabaseLocation {
    DatabaseLocation::parse(url).expect("a URL")
}

/// Moves everything.
pub(crate) async fn transfer(from: &DatabaseLocation, to: &DatabaseLocation) -> Result<Vec<TableCount>, TransferError> {
    Transfer::begin(from, to).await?.run(|_| ()).await
}

/// The tables, each after those that it refers to.
const TABLES: [&str; 8] = ["account", "sign_up", "refused_code", "not_me", "delivery", "bucket_use", "session", "audit_event"];

/// Adds an event to the audit trail of a PostgreSQL database, without an id.
pub(crate) const APPEND_AUDIT: &str = r#"SELECT mailcode_append_audit_v1(
    '[{"at": 1, "keep_until": 1, "kind": "verified", "event": "{}", "left_out": 0, "is_rationed": false}]')"#;

/// Statements that insert two rows into each table: one with unusual values, and one with a NULL where one may be.
fn rows(bytes: fn(&str) -> String, overriding: &str) -> String {
    let (one, other) = ([bytes(&"00".repeat(16)), bytes(&"fe".repeat(16))], [bytes(&"0a".repeat(32)), bytes(&"ff".repeat(32))]);
    let ([id, id2], [hash, hash2]) = (&one, &other);
    format!(
        r#"INSERT INTO account (id, identity, email, created_at, address_changes) VALUES
            ({id}, 'müller@xn--bcher-kva.example', 'Müller@Bücher.example', 0, 0),
            ({id2}, 'o''hara\t@example.org', 'O''Hara\t@example.org', 9223372036854775807, 3);
        INSERT INTO sign_up (id, tries, consumed_at, ends_at, mailbox, voided_at) VALUES
            ({id}, 3, NULL, 1800000000000, 'one', NULL), ({id2}, 0, -1, -9223372036854775807, '', 2);
        INSERT INTO refused_code (sign_up, code) VALUES ({id}, {hash}), ({id}, {hash2}), ({id2}, {hash});
        INSERT INTO not_me (token, mailbox, ends_at) VALUES ({hash}, 'one', 1), ({hash2}, 'two', 2);
        INSERT INTO delivery (code_id, outcome, recorded_at, ends_at, relay) VALUES
            ({id}, 'accepted', 1, 2, 'main'), ({id2}, 'failed: mailbox full', 3, 4, NULL);
        INSERT INTO bucket_use (id, limited_by, key, used_at) {overriding} VALUES (1, 'muted', 'one', 5), (2, 'mails_total', 'all', 6);
        INSERT INTO session (id_hash, data, expires_at, version, account, handle) VALUES
            ({hash}, '[{{"visit":"\u0000 \\ 	 ''
"}},0]', 7, 1, {id}, {id}), ({hash2}, 'no JSON', 8, 9, NULL, {id2});
        INSERT INTO audit_event (id, at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed) VALUES
            (1, 1, 1, 'code_requested', '{{}}', 'm…@example.org', 'hash', '192.0.2.0/24', 0, {yes}),
            (2, 2, 2, 'sessions_ended', '{{}}', NULL, NULL, NULL, 5, {no});"#,
        yes = "TRUE",
        no = "FALSE",
    )
}
