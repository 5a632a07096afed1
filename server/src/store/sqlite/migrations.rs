use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::borrow::Cow;

/// The migrations from an empty file to this version's schema. A released migration is never changed. `schema.sql` shows
/// the tables that they create.
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

#[cfg(test)]
mod tests {
    use super::migrator;
    use sqlx::SqlitePool;
    use sqlx::sqlite::SqlitePoolOptions;
    use std::collections::BTreeMap;

    async fn empty_database() -> SqlitePool {
        // Each connection would have a database of its own.
        SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.expect("a database in memory")
    }

    /// The statement of each table, index and trigger, by its name.
    async fn statements(database: &SqlitePool) -> BTreeMap<String, String> {
        let ours = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'";
        let statements: Vec<(String, String)> = sqlx::query_as(ours).fetch_all(database).await.expect("a schema");
        statements.into_iter().map(|(name, sql)| (name, normalized(&sql))).collect()
    }

    /// A statement without comments, and with one blank between its words and brackets.
    fn normalized(sql: &str) -> String {
        let code: Vec<_> = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
        let code = code.join(" ").replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
        code.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[tokio::test]
    async fn the_schema_for_reading_is_that_of_the_migrations() {
        let (migrated, described) = (empty_database().await, empty_database().await);
        migrator().run(&migrated).await.expect("migrated");
        sqlx::raw_sql(include_str!("schema.sql")).execute(&described).await.expect("valid SQL");
        let (migrated, described) = (statements(&migrated).await, statements(&described).await);
        assert!(migrated.len() > 20, "the statements are found: {migrated:#?}");
        assert_eq!(described, migrated);
    }
}
