use super::problem::store_error;
use super::{PostgresStore, migrations};
use crate::sign_up::ports::StoreError;
use crate::store::SchemaState;
use sqlx_core::error::Error;
use sqlx_core::executor::Executor;
use sqlx_core::row::Row;
use sqlx_postgres::{PgConnection, PgRow};

impl PostgresStore {
    /// The state of the database's schema.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn schema_state(&self) -> Result<SchemaState, StoreError> {
        if self.rows(TABLE, &[]).await?.is_empty() {
            return Ok(SchemaState::Missing);
        }
        compare(&self.rows(APPLIED, &[]).await?).map_err(store_error)
    }
}

/// Returns a row if the table of the migrations that were run exists.
const TABLE: &str = "SELECT 1 WHERE to_regclass('_sqlx_migrations') IS NOT NULL";
/// The migrations that were run.
const APPLIED: &str = "SELECT version, checksum, success FROM _sqlx_migrations ORDER BY version";

/// The state of the schema of the database of this connection.
pub(super) async fn state(connection: &mut PgConnection) -> Result<SchemaState, Error> {
    if connection.fetch_optional(TABLE).await?.is_none() {
        return Ok(SchemaState::Missing);
    }
    compare(&connection.fetch_all(APPLIED).await?)
}

/// Compares the migrations that were run with those of this version.
fn compare(applied: &[PgRow]) -> Result<SchemaState, Error> {
    let known = migrations::migrator().migrations;
    for row in applied {
        let (version, checksum, success): (i64, Vec<u8>, bool) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        match known.iter().find(|migration| migration.version == version) {
            None => return Ok(SchemaState::Newer),
            Some(migration) if !success || *migration.checksum != *checksum => return Ok(SchemaState::FailedMigration),
            Some(_) => (),
        }
    }
    let missing = known.len() - applied.len();
    Ok(if missing == 0 { SchemaState::Current } else { SchemaState::Older(missing) })
}
