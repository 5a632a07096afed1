use super::problem::store_error;
use super::{PostgresStore, migrations};
use crate::sign_up::ports::StoreError;
use crate::store::SchemaState;
use sqlx_core::row::Row;

impl PostgresStore {
    /// The state of the database's schema.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn schema_state(&self) -> Result<SchemaState, StoreError> {
        let known = migrations::migrator().migrations;
        let table = self.rows("SELECT 1 WHERE to_regclass('_sqlx_migrations') IS NOT NULL", &[]).await?;
        if table.is_empty() {
            return Ok(SchemaState::Missing);
        }
        let applied = self.rows("SELECT version, checksum, success FROM _sqlx_migrations ORDER BY version", &[]).await?;
        for row in &applied {
            let version: i64 = row.try_get(0).map_err(store_error)?;
            let (checksum, success): (Vec<u8>, bool) = (row.try_get(1).map_err(store_error)?, row.try_get(2).map_err(store_error)?);
            match known.iter().find(|migration| migration.version == version) {
                None => return Ok(SchemaState::Newer),
                Some(migration) if !success || *migration.checksum != *checksum => return Ok(SchemaState::FailedMigration),
                Some(_) => (),
            }
        }
        let missing = known.len() - applied.len();
        Ok(if missing == 0 { SchemaState::Current } else { SchemaState::Older(missing) })
    }
}
