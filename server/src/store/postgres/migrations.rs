use super::PostgresStore;
use super::problem::store_error;
use crate::sign_up::ports::StoreError;
use crate::store::SchemaState;
use sqlx_core::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx_core::row::Row;
use sqlx_postgres::PgConnection;
use std::borrow::Cow;

/// The migrations from an empty database to this version's schema. A released migration is never changed. A changed step is a function of
/// another name, and the earlier one stays as long as instances of the earlier version may run.
const MIGRATIONS: [(i64, &str, &str); 4] = [
    (1, "tables", include_str!("../../../migrations/postgres/0001_tables.sql")),
    (2, "parts of steps", include_str!("../../../migrations/postgres/0002_parts_of_steps.sql")),
    (3, "steps", include_str!("../../../migrations/postgres/0003_steps.sql")),
    (4, "sessions", include_str!("../../../migrations/postgres/0004_sessions.sql")),
];

/// The migrator, which runs the migrations that a database lacks, each in a transaction, while it holds an advisory lock that keeps other
/// instances from running them.
fn migrator() -> Migrator {
    let migrations = MIGRATIONS
        .into_iter()
        .map(|(version, description, sql)| Migration::new(version, description.into(), MigrationType::Simple, sql.into(), false))
        .collect();
    Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
}

pub(super) async fn run(connection: &mut PgConnection) -> Result<(), MigrateError> {
    migrator().run_direct(connection).await
}

impl PostgresStore {
    /// The state of the database's schema.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn schema_state(&self) -> Result<SchemaState, StoreError> {
        let table = self.rows("SELECT 1 WHERE to_regclass('_sqlx_migrations') IS NOT NULL", &[]).await?;
        if table.is_empty() {
            return Ok(SchemaState::Older(MIGRATIONS.len()));
        }
        let known = migrator();
        let applied = self.rows("SELECT version, checksum, success FROM _sqlx_migrations ORDER BY version", &[]).await?;
        for row in &applied {
            let version: i64 = row.try_get(0).map_err(store_error)?;
            let (checksum, success): (Vec<u8>, bool) = (row.try_get(1).map_err(store_error)?, row.try_get(2).map_err(store_error)?);
            match known.migrations.iter().find(|migration| migration.version == version) {
                None => return Ok(SchemaState::Newer),
                Some(migration) if !success || *migration.checksum != *checksum => return Ok(SchemaState::FailedMigration),
                Some(_) => (),
            }
        }
        let missing = MIGRATIONS.len() - applied.len();
        Ok(if missing == 0 { SchemaState::Current } else { SchemaState::Older(missing) })
    }
}
