use super::database_fault::store_error;
use super::{SqliteStore, migrations};
use crate::sign_up::ports::StoreError;
use crate::store::SchemaState;

impl SqliteStore {
    /// The state of the database's schema.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn schema_state(&self) -> Result<SchemaState, StoreError> {
        self.readers.read(migrations::state).map_err(store_error)
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{SchemaState, SqliteStore};
    use rusqlite::Connection;
    use std::fs;

    #[tokio::test]
    async fn the_schema_state_is_reported_and_nothing_is_changed() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("mailcode.db");
        let url = format!("sqlite://{}", file.display());
        assert!(SqliteStore::open_without_migrating(&url).await.is_err() && !file.exists(), "it is not created");

        fs::write(&file, "").expect("written");
        let empty = SqliteStore::open_without_migrating(&url).await.expect("an empty database");
        assert!(matches!(empty.schema_state(), Ok(SchemaState::Missing)));
        drop(empty);
        fs::write(&file, "no database, and longer than one hundred bytes, which is the length of the head of a file of SQLite 3 ...")
            .expect("written");
        let none = SqliteStore::open_without_migrating(&url).await;
        assert!(none.is_err() || none.expect("opened").schema_state().is_err());
        fs::remove_file(&file).expect("removed");

        let store = SqliteStore::open(&url).await.expect("a new database");
        let database = Connection::open(&file).expect("the same database");
        for (change, state) in [
            ("SELECT 1", SchemaState::Current),
            (
                "INSERT INTO _sqlx_migrations SELECT 999, description, installed_on, success, checksum, 0 FROM _sqlx_migrations LIMIT 1",
                SchemaState::Newer,
            ),
            (
                "DELETE FROM _sqlx_migrations WHERE version IN (999, (SELECT max(version) FROM _sqlx_migrations WHERE version < 999))",
                SchemaState::Older(1),
            ),
            ("UPDATE _sqlx_migrations SET success = FALSE WHERE version = 1", SchemaState::FailedMigration),
            ("UPDATE _sqlx_migrations SET success = TRUE, checksum = x'00' WHERE version = 1", SchemaState::FailedMigration),
        ] {
            database.execute_batch(change).expect(change);
            assert_eq!(store.schema_state().expect("a schema state"), state, "{change}");
        }
    }
}
