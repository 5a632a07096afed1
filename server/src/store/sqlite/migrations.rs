use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::borrow::Cow;

/// The migrations from an empty file to this version's schema. A released migration is never changed.
const MIGRATIONS: [(i64, &str, &str); 11] = [
    (1, "sign up", include_str!("../../../migrations/sqlite/0001_sign_up.sql")),
    (2, "session", include_str!("../../../migrations/sqlite/0002_session.sql")),
    (3, "audit", include_str!("../../../migrations/sqlite/0003_audit.sql")),
    (4, "session version", include_str!("../../../migrations/sqlite/0004_session_version.sql")),
    (5, "session account", include_str!("../../../migrations/sqlite/0005_session_account.sql")),
    (6, "not me", include_str!("../../../migrations/sqlite/0006_not_me.sql")),
    (7, "relay", include_str!("../../../migrations/sqlite/0007_relay.sql")),
    (8, "session handle", include_str!("../../../migrations/sqlite/0008_session_handle.sql")),
    (9, "audit address", include_str!("../../../migrations/sqlite/0009_audit_address.sql")),
    (10, "refused code", include_str!("../../../migrations/sqlite/0010_refused_code.sql")),
    (11, "address changes", include_str!("../../../migrations/sqlite/0011_address_changes.sql")),
];

/// The migrator, which runs the migrations that a database lacks, each in a transaction. `sqlx::migrate!` would do the same, but the macro
/// would compile SQLite a second time.
pub(super) fn migrator() -> Migrator {
    let migrations = MIGRATIONS
        .into_iter()
        .map(|(version, description, sql)| Migration::new(version, description.into(), MigrationType::Simple, sql.into(), false))
        .collect();
    Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
}
