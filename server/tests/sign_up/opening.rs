use rusqlite::Connection;
use server::store::{SqliteStore, StoreOpenError};

#[tokio::test]
async fn what_is_no_database_is_not_opened() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("test.db");
    std::fs::write(&file, "no database, but a text that is long enough to be looked at").expect("written");
    let opened = SqliteStore::open(&format!("sqlite://{}", file.display())).await;
    assert!(matches!(opened, Err(StoreOpenError::Open(_))), "{opened:?}");
    assert!(matches!(SqliteStore::open("postgres://localhost").await, Err(StoreOpenError::Url)));
    let missing = format!("sqlite://{}/missing/test.db", directory.path().display());
    assert!(matches!(SqliteStore::open(&missing).await, Err(StoreOpenError::Open(_))));
}

#[tokio::test]
async fn a_failed_migration_stops_the_start() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("test.db");
    let url = format!("sqlite://{}", path.display());
    drop(SqliteStore::open(&url).await.expect("a database"));
    let database = Connection::open(&path).expect("the same database");
    database.execute_batch("UPDATE _sqlx_migrations SET checksum = x'00'").expect("changed");
    assert!(matches!(SqliteStore::open(&url).await, Err(StoreOpenError::Migrate(_))));
}
