use super::{DoctorProblem, Finding, Stage, as_sentence};
use crate::config::{absolute_path, describe};
use crate::store::{Database, DatabaseLocation, SchemaState};
use std::fmt::Display;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

/// Checks that the database can be written and has this version's schema. A missing file is not created.
pub async fn check_database(location: &DatabaseLocation) -> Finding {
    if let Some(file) = location.file().filter(|file| !file.path().exists()) {
        return match try_directory(file.directory()) {
            Ok(()) => Finding::ok(Stage::Database, &format!("{file} does not exist yet; the server creates it at its start")),
            Err(error) => Finding::failed(
                Stage::Database,
                DoctorProblem::DatabaseDirectory,
                &format!("cannot create a file in {}: {}", absolute_path(file.directory()).display(), describe(&error)),
                "Give the user that runs Mailcode write access to that directory, or set MAILCODE_DATABASE_URL to a file in another one.",
            ),
        };
    }
    let failed = |problem, error: &dyn Display, fix| {
        Finding::failed(Stage::Database, problem, &format!("cannot use {location}: {error}"), as_sentence(fix))
    };
    let database = match Database::open_without_migrating(location).await {
        Ok(database) => database,
        Err(error) => return failed(DoctorProblem::DatabaseUnreadable, &error, error.fix()),
    };
    let state = match database.schema_state().await {
        Ok(state) => state,
        Err(error) => {
            let problem = database.problem_behind(&error);
            return failed(DoctorProblem::DatabaseUnreadable, &problem, problem.fix());
        }
    };
    let said = match state {
        SchemaState::Missing => format!("{location} has no tables yet; the server creates them at its start"),
        SchemaState::Current => format!("{location} is writable and has the schema of this version"),
        SchemaState::Older(steps) => {
            let migrations = if steps == 1 { "1 migration".to_owned() } else { format!("{steps} migrations") };
            format!("{location} is writable; the next start runs {migrations} to the schema of this version")
        }
        SchemaState::Newer => {
            let said = format!("{location} was written by a later version");
            let fix = "Run that version, or restore a backup of the database from before the upgrade.";
            return Finding::failed(Stage::Database, DoctorProblem::DatabaseNewer, &said, fix);
        }
        SchemaState::FailedMigration => {
            let said = format!("{location} has a migration that failed or that this version does not know");
            let fix = "Restore a backup of the database, and keep a copy of this one for the investigation.";
            return Finding::failed(Stage::Database, DoctorProblem::DatabaseDamaged, &said, fix);
        }
    };
    let tried = if state == SchemaState::Missing { database.try_create().await } else { database.try_write().await };
    match tried {
        Ok(()) => Finding::ok(Stage::Database, &said),
        Err(error) => {
            let problem = database.problem_behind(&error);
            failed(DoctorProblem::DatabaseNotWritable, &problem, problem.fix())
        }
    }
}

/// Tests whether a file can be created in this directory or, if it is missing, in its nearest parent that exists.
fn try_directory(directory: &Path) -> io::Result<()> {
    let Some(directory) = directory.ancestors().map(or_here).find(|directory| directory.exists()) else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let file = directory.join(format!(".mailcode-doctor-{}", std::process::id()));
    OpenOptions::new().write(true).create_new(true).open(&file)?;
    fs::remove_file(file)
}

/// The path, or the working directory if it is empty, as the last ancestor of a relative path is.
fn or_here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

#[cfg(test)]
mod tests {
    use super::check_database;
    use crate::doctor::{CheckOutcome, DoctorProblem, Finding};
    use crate::store::{DatabaseLocation, SqliteStore};
    use rusqlite::Connection;
    use std::fs;
    use std::path::Path;

    async fn checked(path: &Path) -> Finding {
        let location = DatabaseLocation::parse(&format!("sqlite://{}", path.display())).expect("a path");
        check_database(&location).await
    }

    #[tokio::test]
    async fn a_database_is_examined_and_never_created() {
        let directory = tempfile::tempdir().expect("a directory");
        let (file, deep) = (directory.path().join("mailcode.db"), directory.path().join("a/b/mailcode.db"));
        for path in [&file, &deep] {
            let finding = checked(path).await;
            assert!(finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains("does not exist yet"), "{finding:?}");
        }
        assert_eq!(fs::read_dir(directory.path()).expect("a directory").count(), 0, "nothing is left behind");

        SqliteStore::open(&format!("sqlite://{}", file.display())).await.expect("a database");
        let database = Connection::open(&file).expect("the same database");
        let finding = checked(&file).await;
        assert!(finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains("schema of this version"), "{finding:?}");
        for taken in ["runs 1 migration to", "runs 2 migrations to"] {
            let delete = "DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)";
            database.execute_batch(delete).expect("deleted");
            let finding = checked(&file).await;
            assert!(finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains(taken), "{finding:?}");
        }
        database.execute_batch("DELETE FROM _sqlx_migrations WHERE version > 1").expect("deleted");
        database.execute_batch("UPDATE _sqlx_migrations SET version = 1000").expect("updated");
        assert_eq!(checked(&file).await.problem(), Some(DoctorProblem::DatabaseNewer));
        database.execute_batch("UPDATE _sqlx_migrations SET version = 1, success = FALSE").expect("updated");
        assert_eq!(checked(&file).await.problem(), Some(DoctorProblem::DatabaseDamaged));
    }

    #[tokio::test]
    async fn a_database_that_cannot_be_used_is_reported_with_its_problem() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("file");
        fs::write(&file, "x".repeat(1000)).expect("written");
        let finding = checked(&file).await;
        assert_eq!(finding.problem(), Some(DoctorProblem::DatabaseUnreadable), "no database");
        assert!(finding.said.as_str().ends_with("/file: it is not an SQLite database"), "{finding:?}");
        assert_eq!(checked(directory.path()).await.problem(), Some(DoctorProblem::DatabaseUnreadable), "a directory");
        assert_eq!(checked(&file.join("mailcode.db")).await.problem(), Some(DoctorProblem::DatabaseDirectory), "in a file");

        let path = directory.path().join("mailcode.db");
        SqliteStore::open(&format!("sqlite://{}", path.display())).await.expect("a database");
        let database = Connection::open(&path).expect("the same database");
        database.execute_batch("BEGIN IMMEDIATE").expect("the lock");
        let finding = checked(&path).await;
        assert_eq!(finding.problem(), Some(DoctorProblem::DatabaseNotWritable), "{finding:?}");
        assert!(finding.said.as_str().ends_with("mailcode.db: it is locked by another program"), "{finding:?}");
    }
}
