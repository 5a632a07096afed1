use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::borrow::Cow;

/// The steps from an empty file to this version's tables. Steps that have been released are never changed.
const STEPS: [(i64, &str, &str); 9] = [
    (1, "sign up", include_str!("../../../migrations/sqlite/0001_sign_up.sql")),
    (2, "session", include_str!("../../../migrations/sqlite/0002_session.sql")),
    (3, "audit", include_str!("../../../migrations/sqlite/0003_audit.sql")),
    (4, "session version", include_str!("../../../migrations/sqlite/0004_session_version.sql")),
    (5, "session account", include_str!("../../../migrations/sqlite/0005_session_account.sql")),
    (6, "not me", include_str!("../../../migrations/sqlite/0006_not_me.sql")),
    (7, "relay", include_str!("../../../migrations/sqlite/0007_relay.sql")),
    (8, "session handle", include_str!("../../../migrations/sqlite/0008_session_handle.sql")),
    (9, "audit address", include_str!("../../../migrations/sqlite/0009_audit_address.sql")),
];

/// Runs the steps that a database has not seen, each in a transaction. `sqlx::migrate!` would do the same, and with it
/// SQLite itself would be compiled a second time for the macro.
pub(super) fn migrator() -> Migrator {
    let migrations = STEPS
        .into_iter()
        .map(|(version, description, sql)| Migration::new(version, description.into(), MigrationType::Simple, sql.into(), false))
        .collect();
    Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
}
