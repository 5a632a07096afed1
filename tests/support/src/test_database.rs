use crate::postgres::Cluster;
use rusqlite::Connection as SqliteConnection;
use sqlx_core::connection::Connection;
use sqlx_core::executor::Executor;
use sqlx_core::row::Row;
use sqlx_postgres::PgConnection;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// The variable that, set to `postgres`, runs the tests that use a [`TestDatabase`] on PostgreSQL.
const ENGINE: &str = "TESTS_DATABASE";

/// The name of the database from which those of the tests are copied.
const TEMPLATE: &str = "migrated";

/// The database of a test on a real store: an SQLite file, or a database of its own on one PostgreSQL server for all tests of the process.
pub struct TestDatabase {
    url: String,
    /// That of the SQLite file.
    directory: TempDir,
}

impl TestDatabase {
    /// A new database. `migrate` makes the tables in the database of this URL; it is called once in each process on PostgreSQL, of which
    /// the databases of the tests are copies, and for each database on SQLite.
    pub async fn new(migrate: impl AsyncFn(&str)) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let url = if is_on_postgres() {
            new_postgres_database(migrate).await
        } else {
            let url = format!("sqlite://{}", directory.path().join("test.db").display());
            migrate(&url).await;
            url
        };
        Self { url, directory }
    }

    /// The URL, as in the setting.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The directory of the SQLite file.
    #[must_use]
    pub fn directory(&self) -> &Path {
        assert!(!is_on_postgres(), "the database is in no file");
        self.directory.path()
    }

    /// The whole number that this query returns.
    pub async fn number(&self, query: &str) -> i64 {
        if is_on_postgres() {
            let query = format!("SELECT ({query})::bigint");
            return self.connection().await.fetch_one(&*query).await.expect("a row").get(0);
        }
        self.file().query_row(query, [], |row| row.get(0)).expect("a number")
    }

    /// Runs a statement that the store does not have.
    pub async fn execute(&self, statement: &str) {
        if is_on_postgres() {
            self.connection().await.execute(statement).await.expect(statement);
        } else {
            self.file().execute_batch(statement).expect(statement);
        }
    }

    /// Keeps the store from writing until the result is dropped.
    pub async fn lock(&self) -> Lock {
        if is_on_postgres() {
            let mut connection = self.connection().await;
            let lock = "BEGIN; LOCK TABLE delivery, bucket_use, audit_position, session IN SHARE ROW EXCLUSIVE MODE";
            connection.execute(lock).await.expect("the lock");
            return Lock(Held::Postgres(connection));
        }
        let file = self.file();
        file.execute_batch("BEGIN IMMEDIATE").expect("the lock");
        Lock(Held::Sqlite(file))
    }

    fn file(&self) -> SqliteConnection {
        SqliteConnection::open(self.directory().join("test.db")).expect("the database")
    }

    async fn connection(&self) -> PgConnection {
        PgConnection::connect(&self.url).await.expect("the database")
    }
}

/// Holds a lock while it lives.
#[must_use]
pub struct Lock(#[expect(dead_code, reason = "it is held, not used")] Held);

#[expect(dead_code, reason = "they are held, not used")]
enum Held {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Runs all tests of this process's program once more, on PostgreSQL, but for those whose names contain one of `others`. For a test that
/// is among `others`.
///
/// # Panics
/// When one of them fails; the message has their output.
pub fn run_again_on_postgres(others: &[&str]) {
    let mut again = Command::new(std::env::current_exe().expect("this program"));
    again.env(ENGINE, "postgres").args(others.iter().flat_map(|name| ["--skip", name]));
    let output = again.output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && !text.contains("running 0 tests"), "{text}{}", String::from_utf8_lossy(&output.stderr));
}

fn is_on_postgres() -> bool {
    std::env::var_os(ENGINE).is_some_and(|engine| engine == "postgres")
}

async fn new_postgres_database(migrate: impl AsyncFn(&str)) -> String {
    static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let start = async || {
        let cluster = Cluster::start_unsynced().await;
        cluster.create(TEMPLATE, None).await;
        migrate(&cluster.url(TEMPLATE)).await;
        cluster
    };
    let cluster = CLUSTER.get_or_init(start).await;
    let name = format!("test{}", NUMBER.fetch_add(1, Ordering::SeqCst));
    cluster.create(&name, Some(TEMPLATE)).await;
    cluster.url(&name)
}
