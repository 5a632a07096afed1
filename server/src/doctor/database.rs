use super::{Finding, Problem, Stage};
use crate::config::DatabaseFile;
use crate::store::{Form, SqliteStore};
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

/// Whether the database can be written and has the form of this version. One that is not there is not made.
pub async fn examine_database(file: &DatabaseFile) -> Finding {
    let url = file.url();
    if !file.path().exists() {
        return match try_directory(file.directory()) {
            Ok(()) => Finding::ok(Stage::Database, &format!("{url} is not there yet; the server makes it at its start")),
            Err(error) => Finding::failed(
                Stage::Database,
                Problem::DatabaseDirectory,
                &format!("{}: {error}", file.directory().display()),
                "Let the user that runs Mailcode write to that directory, or set MAILCODE_DATABASE_URL to a file in another.",
            ),
        };
    }
    let failed = |problem, error: &dyn Error, fix: &str| Finding::failed(Stage::Database, problem, &format!("{url}: {error}"), fix);
    let unreadable = "Let the user that runs Mailcode read the file, or set MAILCODE_DATABASE_URL to the database of Mailcode.";
    let store = match SqliteStore::open_as_it_is(&url).await {
        Ok(store) => store,
        Err(error) => return failed(Problem::DatabaseUnreadable, error.source().unwrap_or(&error), unreadable),
    };
    let form = match store.form().await {
        Ok(form) => form,
        Err(error) => return failed(Problem::DatabaseUnreadable, &error, unreadable),
    };
    let said = match form {
        Form::Current => format!("{url} can be written and has the form of this version"),
        Form::Older(steps) => {
            let steps = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
            format!("{url} can be written; the next start takes it {steps} on to the form of this version")
        }
        Form::Newer => {
            let said = format!("{url} was made by a later version");
            let fix = "Run that version, or go back to a copy of the database from before.";
            return Finding::failed(Stage::Database, Problem::DatabaseNewer, &said, fix);
        }
        Form::Damaged => {
            let said = format!("{url} has a step of migration that failed or is not ours");
            let fix = "Go back to a copy of the database from before, and keep this one for whoever looks into it.";
            return Finding::failed(Stage::Database, Problem::DatabaseDamaged, &said, fix);
        }
    };
    match store.try_write().await {
        Ok(()) => Finding::ok(Stage::Database, &said),
        Err(error) => failed(
            Problem::DatabaseNotWritable,
            &error,
            "Let the user that runs Mailcode write to the file and to its directory, and see that the disk is not full. Locked: another \
             program holds it.",
        ),
    }
}

/// Whether a file can be made in this directory, or in the one above in which it would be made.
fn try_directory(directory: &Path) -> io::Result<()> {
    let Some(directory) = directory.ancestors().map(or_here).find(|directory| directory.exists()) else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let file = directory.join(format!(".mailcode-doctor-{}", std::process::id()));
    OpenOptions::new().write(true).create_new(true).open(&file)?;
    fs::remove_file(file)
}

/// A relative path ends in an empty one.
fn or_here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

#[cfg(test)]
mod tests {
    use super::examine_database;
    use crate::config::DatabaseFile;
    use crate::doctor::{Finding, Outcome, Problem};
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
            assert!(finding.outcome == Outcome::Ok && finding.said.as_str().contains("not there yet"), "{finding:?}");
        }
        assert_eq!(fs::read_dir(directory.path()).expect("a directory").count(), 0, "nothing is left behind");

        let store = SqliteStore::open(&format!("sqlite://{}", file.display())).await.expect("a database");
        let finding = examined(&file).await;
        assert!(finding.outcome == Outcome::Ok && finding.said.as_str().contains("form of this version"), "{finding:?}");
        for taken in ["takes it 1 step on to", "takes it 2 steps on to"] {
            let delete = "DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)";
            sqlx::query(delete).execute(store.pool()).await.expect("deleted");
            let finding = examined(&file).await;
            assert!(finding.outcome == Outcome::Ok && finding.said.as_str().contains(taken), "{finding:?}");
        }
        sqlx::query("DELETE FROM _sqlx_migrations WHERE version > 1").execute(store.pool()).await.expect("deleted");
        sqlx::query("UPDATE _sqlx_migrations SET version = 1000").execute(store.pool()).await.expect("updated");
        assert_eq!(examined(&file).await.problem(), Some(Problem::DatabaseNewer));
        sqlx::query("UPDATE _sqlx_migrations SET version = 1, success = FALSE").execute(store.pool()).await.expect("updated");
        assert_eq!(examined(&file).await.problem(), Some(Problem::DatabaseDamaged));
    }

    #[tokio::test]
    async fn a_database_that_cannot_be_used_is_told() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("file");
        fs::write(&file, "x".repeat(1000)).expect("written");
        assert_eq!(examined(&file).await.problem(), Some(Problem::DatabaseUnreadable), "no database");
        assert_eq!(examined(directory.path()).await.problem(), Some(Problem::DatabaseUnreadable), "a directory");
        assert_eq!(examined(&file.join("mailcode.db")).await.problem(), Some(Problem::DatabaseDirectory), "in a file");

        let path = directory.path().join("mailcode.db");
        let store = SqliteStore::open(&format!("sqlite://{}", path.display())).await.expect("a database");
        let _held = store.pool().begin_with("BEGIN IMMEDIATE").await.expect("the lock");
        let finding = examined(&path).await;
        assert_eq!(finding.problem(), Some(Problem::DatabaseNotWritable), "{finding:?}");
    }
}
