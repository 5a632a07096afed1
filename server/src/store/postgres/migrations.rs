use sqlx_core::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx_postgres::PgConnection;
use std::borrow::Cow;

/// The migrations from an empty database to this version's schema. A released migration is never changed. A changed step is a function of
/// another name, and the earlier one stays as long as instances of the earlier version may run.
const MIGRATIONS: [(i64, &str, &str); 6] = [
    (1, "tables", include_str!("../../../migrations/postgres/0001_tables.sql")),
    (2, "parts of steps", include_str!("../../../migrations/postgres/0002_parts_of_steps.sql")),
    (3, "steps", include_str!("../../../migrations/postgres/0003_steps.sql")),
    (4, "sessions", include_str!("../../../migrations/postgres/0004_sessions.sql")),
    (5, "audit arrivals", include_str!("../../../migrations/postgres/0005_audit_arrivals.sql")),
    (6, "quick look-ups", include_str!("../../../migrations/postgres/0006_quick_look_ups.sql")),
];

/// The migrator, which runs the migrations that a database lacks, each in a transaction, while it holds an advisory lock that keeps other
/// instances from running them.
pub(super) fn migrator() -> Migrator {
    let migrations = MIGRATIONS
        .into_iter()
        .map(|(version, description, sql)| Migration::new(version, description.into(), MigrationType::Simple, sql.into(), false))
        .collect();
    Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
}

pub(super) async fn run(connection: &mut PgConnection) -> Result<(), MigrateError> {
    migrator().run_direct(connection).await
}
