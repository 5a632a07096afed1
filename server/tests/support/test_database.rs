//! The database of a test on a real store: an SQLite file, or a database of its own on one PostgreSQL server for all tests. Which one is
//! the `ENGINE` of the crate.

#![allow(dead_code, reason = "not every crate of tests uses everything")]

use crate::ENGINE;
use rusqlite::Connection as SqliteConnection;
use server::store::{Database, DatabaseLocation};
use sqlx_core::connection::Connection;
use sqlx_core::executor::Executor;
use sqlx_core::row::Row;
use sqlx_postgres::PgConnection;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use test_support::postgres::Cluster;
use tokio::sync::OnceCell;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

pub(crate) struct TestDatabase {
    url: String,
    /// That of the file; empty on PostgreSQL.
    directory: TempDir,
}

/// The name of the database from which those of the tests are copied.
const TEMPLATE: &str = "migrated";

impl TestDatabase {
    pub(crate) async fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let url = match ENGINE {
            Engine::Sqlite => format!("sqlite://{}", directory.path().join("test.db").display()),
            Engine::Postgres => new_postgres_database().await,
        };
        Self { url, directory }
    }

    /// Opens the database, as another instance does.
    pub(crate) async fn open(&self) -> Database {
        open(&self.url).await
    }

    /// The directory of the SQLite file.
    pub(crate) fn directory(&self) -> &Path {
        assert!(ENGINE == Engine::Sqlite, "the database is in no file");
        self.directory.path()
    }

    /// The whole number that this query returns.
    pub(crate) async fn number(&self, query: &str) -> i64 {
        match ENGINE {
            Engine::Sqlite => self.file().query_row(query, [], |row| row.get(0)).expect("a number"),
            Engine::Postgres => {
                let query = format!("SELECT ({query})::bigint");
                self.connection().await.fetch_one(&*query).await.expect("a row").get(0)
            }
        }
    }

    /// Runs a statement that the store does not have.
    pub(crate) async fn execute(&self, statement: &str) {
        match ENGINE {
            Engine::Sqlite => self.file().execute_batch(statement).expect(statement),
            Engine::Postgres => self.connection().await.execute(statement).await.map(|_| ()).expect(statement),
        }
    }

    /// Keeps the store from writing until the result is dropped.
    pub(crate) async fn lock(&self) -> Lock {
        match ENGINE {
            Engine::Sqlite => {
                let file = self.file();
                file.execute_batch("BEGIN IMMEDIATE").expect("the lock");
                Lock::Sqlite(file)
            }
            Engine::Postgres => {
                let mut connection = self.connection().await;
                let lock = "BEGIN; LOCK TABLE delivery, bucket_use, audit_position, session IN SHARE ROW EXCLUSIVE MODE";
                connection.execute(lock).await.expect("the lock");
                Lock::Postgres(connection)
            }
        }
    }

    fn file(&self) -> SqliteConnection {
        SqliteConnection::open(self.directory().join("test.db")).expect("the database")
    }

    async fn connection(&self) -> PgConnection {
        PgConnection::connect(&self.url).await.expect("the database")
    }
}

/// Holds a lock while it lives.
pub(crate) enum Lock {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

async fn open(url: &str) -> Database {
    Database::open(&DatabaseLocation::parse(url).expect("a URL")).await.expect("a database")
}

async fn new_postgres_database() -> String {
    static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let start = async || {
        let cluster = Cluster::start().await;
        cluster.create(TEMPLATE, None).await;
        drop(open(&cluster.url(TEMPLATE)).await);
        cluster
    };
    let cluster = CLUSTER.get_or_init(start).await;
    let name = format!("test{}", NUMBER.fetch_add(1, Ordering::SeqCst));
    cluster.create(&name, Some(TEMPLATE)).await;
    cluster.url(&name)
}
