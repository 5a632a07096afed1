use super::{DoctorProblem, Finding, Stage};
use crate::config::{DatabaseFile, absolute_path};
use crate::store::{SchemaState, SqliteStore};
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

/// Checks that the database can be written and has this version's schema. A missing database is not created.
pub async fn examine_database(file: &DatabaseFile) -> Finding {
    let (url, path) = (file.url(), file.shown());
    if !file.path().exists() {
        return match try_directory(file.directory()) {
            Ok(()) => Finding::ok(Stage::Database, &format!("{path} is not there yet; the server makes it at its start")),
            Err(error) => Finding::failed(
                Stage::Database,
                DoctorProblem::DatabaseDirectory,
                &format!("{}: {error}", absolute_path(file.directory()).display()),
                "Let the user that runs Mailcode write to that directory, or set MAILCODE_DATABASE_URL to a file in another.",
            ),
        };
    }
    let failed = |problem, error: &dyn Error, fix: &str| Finding::failed(Stage::Database, problem, &format!("{path}: {error}"), fix);
    let unreadable = "Let the user that runs Mailcode read the file, or set MAILCODE_DATABASE_URL to the database of Mailcode.";
    let store = match SqliteStore::open_as_it_is(&url).await {
        Ok(store) => store,
        Err(error) => return failed(DoctorProblem::DatabaseUnreadable, error.source().unwrap_or(&error), unreadable),
    };
    let state = match store.schema_state().await {
        Ok(state) => state,
        Err(error) => return failed(DoctorProblem::DatabaseUnreadable, &error, unreadable),
    };
    let said = match state {
        SchemaState::Current => format!("{path} can be written and has the form of this version"),
        SchemaState::Older(steps) => {
            let steps = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
            format!("{path} can be written; the next start takes it {steps} on to the form of this version")
        }
        SchemaState::Newer => {
            let said = format!("{path} was made by a later version");
            let fix = "Run that version, or go back to a copy of the database from before.";
            return Finding::failed(Stage::Database, DoctorProblem::DatabaseNewer, &said, fix);
        }
        SchemaState::Damaged => {
            let said = format!("{path} has a step of migration that failed or is not ours");
            let fix = "Go back to a copy of the database from before, and keep this one for whoever looks into it.";
            return Finding::failed(Stage::Database, DoctorProblem::DatabaseDamaged, &said, fix);
        }
    };
    match store.try_write().await {
        Ok(()) => Finding::ok(Stage::Database, &said),
        Err(error) => failed(
            DoctorProblem::DatabaseNotWritable,
            &error,
            "Let the user that runs Mailcode write to the file and to its directory, and see that the disk is not full. Locked: another \
             program holds it.",
        ),
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

/// The last ancestor of a relative path is empty and stands for the working directory.
fn or_here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

#[cfg(test)]
mod tests {
    use super::examine_database;
    use crate::config::DatabaseFile;
    use crate::doctor::{CheckOutcome, DoctorProblem, Finding};
    use crate::store::SqliteStore;
    use std::fs;
    use std::path::Path;

    async fn examined(path: &Path) -> Finding {
        let file = DatabaseFile::parse(&format!("sqlite://{}", path.display())).expect("a path");
        examine_database(&file).await
    }

    #[tokio::test]
    async fn a_database_is_looked_at_and_never_made() {
        let directory = tempfile::tempdir().expect("a directory");
        let (file, deep) = (directory.path().join("mailcode.db"), directory.path().join("a/b/mailcode.db"));
        for path in [&file, &deep] {
            let finding = examined(path).await;
            assert!(finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains("not there yet"), "{finding:?}");
        }
        assert_eq!(fs::read_dir(directory.path()).expect("a directory").count(), 0, "nothing is left behind");

        let store = SqliteStore::open(&format!("sqlite://{}", file.display())).await.expect("a database");
        let finding = examined(&file).await;
        assert!(finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains("form of this version"), "{finding:?}");
        for taken in ["takes it 1 step on to", "takes it 2 steps on to"] {
            let delete = "DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)";
            sqlx::query(delete).execute(store.pool()).await.expect("deleted");
            let finding = examined(&file).await;
            assert!(finding.outcome == CheckOutcome::Ok && finding.said.as_str().contains(taken), "{finding:?}");
        }
        sqlx::query("DELETE FROM _sqlx_migrations WHERE version > 1").execute(store.pool()).await.expect("deleted");
        sqlx::query("UPDATE _sqlx_migrations SET version = 1000").execute(store.pool()).await.expect("updated");
        assert_eq!(examined(&file).await.problem(), Some(DoctorProblem::DatabaseNewer));
        sqlx::query("UPDATE _sqlx_migrations SET version = 1, success = FALSE").execute(store.pool()).await.expect("updated");
        assert_eq!(examined(&file).await.problem(), Some(DoctorProblem::DatabaseDamaged));
    }

    #[tokio::test]
    async fn a_database_that_cannot_be_used_is_told() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("file");
        fs::write(&file, "x".repeat(1000)).expect("written");
        assert_eq!(examined(&file).await.problem(), Some(DoctorProblem::DatabaseUnreadable), "no database");
        assert_eq!(examined(directory.path()).await.problem(), Some(DoctorProblem::DatabaseUnreadable), "a directory");
        assert_eq!(examined(&file.join("mailcode.db")).await.problem(), Some(DoctorProblem::DatabaseDirectory), "in a file");

        let path = directory.path().join("mailcode.db");
        let store = SqliteStore::open(&format!("sqlite://{}", path.display())).await.expect("a database");
        let _held = store.pool().begin_with("BEGIN IMMEDIATE").await.expect("the lock");
        let finding = examined(&path).await;
        assert_eq!(finding.problem(), Some(DoctorProblem::DatabaseNotWritable), "{finding:?}");
    }
}
