use super::open_error::OpenProblem;
use crate::store::SchemaState;
use rusqlite::{Connection, OptionalExtension, Result, TransactionBehavior, params};
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

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

/// The table of the migrations that were run, as the library sqlx creates it, which ran them up to version 11: existing databases are
/// continued, and could still be opened by the versions with that library. `execution_time` is in nanoseconds; -1: not measured.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
)";

/// Runs the migrations that the database lacks, each in a transaction.
///
/// # Errors
/// What is wrong with the database, which is at this path. The migrations before the failed one were run.
pub(super) fn run(connection: &mut Connection, path: &Path) -> Result<(), OpenProblem> {
    let mut state = state(connection);
    while let Ok(SchemaState::Missing | SchemaState::Older(_)) = state {
        state = run_next(connection);
    }
    match state.map_err(|error| OpenProblem::of(&error, path))? {
        SchemaState::Newer => Err(OpenProblem::Newer),
        SchemaState::FailedMigration => Err(OpenProblem::FailedMigration),
        SchemaState::Current | SchemaState::Missing | SchemaState::Older(_) => Ok(()),
    }
}

/// Runs the first missing migration, and returns the state after it. Whether it is missing is looked up under the write lock, since another
/// process may run the same migrations.
fn run_next(connection: &mut Connection) -> Result<SchemaState> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(TABLE)?;
    let before = state(&transaction)?;
    let applied = applied(&transaction)?;
    if matches!(before, SchemaState::Missing | SchemaState::Older(_))
        && let Some((version, description, sql)) = MIGRATIONS.into_iter().find(|(version, ..)| !applied.contains_key(version))
    {
        transaction.execute_batch(sql)?;
        let insert = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (?, ?, TRUE, ?, -1)";
        transaction.execute(insert, params![version, description, checksum(sql)])?;
    }
    let after = state(&transaction)?;
    transaction.commit()?;
    Ok(after)
}

/// The state of the database's schema.
pub(super) fn state(connection: &Connection) -> Result<SchemaState> {
    let applied = applied(connection)?;
    if applied.is_empty() {
        return Ok(SchemaState::Missing);
    }
    for (version, (found, success)) in &applied {
        match MIGRATIONS.into_iter().find(|(known, ..)| known == version) {
            None => return Ok(SchemaState::Newer),
            Some((_, _, sql)) if !success || *found != checksum(sql) => return Ok(SchemaState::FailedMigration),
            Some(_) => (),
        }
    }
    let missing = MIGRATIONS.len() - applied.len();
    Ok(if missing == 0 { SchemaState::Current } else { SchemaState::Older(missing) })
}

/// The migrations that were run: for each version the checksum of its SQL, and whether it succeeded.
fn applied(connection: &Connection) -> Result<BTreeMap<i64, (Vec<u8>, bool)>> {
    let table = connection.query_row("SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations'", [], |_| Ok(()));
    if table.optional()?.is_none() {
        return Ok(BTreeMap::new());
    }
    let mut statement = connection.prepare("SELECT version, checksum, success FROM _sqlx_migrations")?;
    statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?.collect()
}

fn checksum(sql: &str) -> Vec<u8> {
    Sha384::digest(sql).to_vec()
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::store::sqlite::connections::open_writer;
    use crate::store::sqlite::open_error::OpenProblem;
    use rusqlite::Connection;
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::sync::Barrier;
    use std::thread;

    fn empty_database() -> Connection {
        Connection::open_in_memory().expect("a database in memory")
    }

    /// The statement of each table, index and trigger, by its name.
    fn statements(database: &Connection) -> BTreeMap<String, String> {
        let ours = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'";
        let mut query = database.prepare(ours).expect("valid SQL");
        let statements = query.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).expect("a schema");
        statements.map(|statement| statement.expect("a statement")).map(|(name, sql)| (name, normalized(&sql))).collect()
    }

    /// A statement without comments, and with one blank between its words and brackets.
    fn normalized(sql: &str) -> String {
        let code: Vec<_> = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
        let code = code.join(" ").replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
        code.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_schema_for_reading_is_that_of_the_migrations() {
        let (mut migrated, described) = (empty_database(), empty_database());
        run(&mut migrated, Path::new("")).expect("migrated");
        described.execute_batch(include_str!("schema.sql")).expect("valid SQL");
        let (migrated, described) = (statements(&migrated), statements(&described));
        assert!(migrated.len() > 20, "the statements are found: {migrated:#?}");
        assert_eq!(described, migrated);
    }

    /// As when two servers start at once after an upgrade.
    #[test]
    fn connections_that_migrate_at_once_run_each_migration_once() {
        for _ in 0..30 {
            let directory = tempfile::tempdir().expect("a directory");
            let path = directory.path().join("mailcode.db");
            std::fs::write(&path, "").expect("a file");
            let start = Barrier::new(4);
            let migrate = || {
                start.wait();
                let mut connection = open_writer(&path).expect("a database");
                run(&mut connection, &path)
            };
            thread::scope(|scope| {
                for runner in [0; 4].map(|_| scope.spawn(migrate)) {
                    assert_eq!(runner.join().expect("no panic"), Ok(()));
                }
            });
            let database = Connection::open(&path).expect("the database");
            let count = database.query_row("SELECT count(*) FROM _sqlx_migrations WHERE success", [], |row| row.get::<_, isize>(0));
            assert_eq!(count, Ok(super::MIGRATIONS.len().cast_signed()));
        }
    }

    #[test]
    fn a_migration_that_fails_leaves_those_before_it_and_nothing_of_itself() {
        let mut database = empty_database();
        database.execute_batch("CREATE TABLE audit_event (id INTEGER)").expect("in the way of the third migration");
        let error = run(&mut database, Path::new("")).expect_err("it exists");
        assert!(matches!(error, OpenProblem::Schema), "{error:?}");
        let versions = "SELECT group_concat(version) FROM _sqlx_migrations";
        assert_eq!(database.query_row(versions, [], |row| row.get::<_, String>(0)), Ok("1,2".to_owned()));
        database.execute_batch("DROP TABLE audit_event").expect("dropped");
        assert_eq!(run(&mut database, Path::new("")), Ok(()), "it can be run again");
    }
}
