use super::database_fault::{DatabaseFault, result_code};
use crate::sign_up::ports::StoreError;
use rusqlite::ffi;
use rustix::fs::{Access, access};
use rustix::io::Errno;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why the database cannot be opened. Displays as the rest of a sentence that names the file: "it does not exist".
#[derive(Debug, thiserror::Error)]
pub enum StoreOpenError {
    /// The URL is no SQLite URL such as `sqlite://data/mailcode.db`.
    #[error("its URL does not begin with sqlite://")]
    Url,
    /// The file cannot be opened or created, or is no database.
    #[error("{0}")]
    Open(OpenProblem),
    /// The schema cannot be migrated to this version; the failed step was rolled back.
    #[error("{0}")]
    Migrate(OpenProblem),
}

/// What is wrong with the file of a database. Displays like [`StoreOpenError`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenProblem {
    /// There is no such file.
    #[error("it does not exist")]
    Missing,
    /// The path is that of a directory.
    #[error("it is a directory")]
    Directory,
    /// The permissions of the file or its directory do not suffice.
    #[error("permission denied")]
    Permission,
    /// The content is something else.
    #[error("it is not an SQLite database")]
    NotADatabase,
    /// SQLite finds its content inconsistent.
    #[error("its content is damaged")]
    Damaged,
    /// A later version has migrated it.
    #[error("it was written by a later version of Mailcode")]
    Newer,
    /// It lacks a table or a column of this version.
    #[error("it does not have the schema of this version")]
    Schema,
    /// A migration differs from that of this version, or failed half-way.
    #[error("it has a migration that failed or that this version does not know")]
    FailedMigration,
    /// It cannot be used at the moment.
    #[error("{0}")]
    Fault(DatabaseFault),
    /// Anything else, in SQLite's words.
    #[error("SQLite reports: {0}")]
    Other(String),
}

impl StoreOpenError {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Url => "set MAILCODE_DATABASE_URL to sqlite:// and the path of a file",
            Self::Open(problem) | Self::Migrate(problem) => problem.fix(),
        }
    }
}

impl OpenProblem {
    /// The problem behind an error of the database in this file.
    #[must_use]
    pub fn of(error: &rusqlite::Error, path: &Path) -> Self {
        result_code(error).and_then(|code| Self::of_code(code, path)).unwrap_or_else(|| Self::Other(message(error)))
    }

    /// The problem behind an error of the store port that came from the database in this file.
    #[must_use]
    pub fn behind(error: &StoreError, path: &Path) -> Self {
        let (StoreError::Unavailable(cause) | StoreError::Failed(cause)) = error;
        if let Some(error) = cause.downcast_ref::<rusqlite::Error>() {
            return Self::of(error, path);
        }
        DatabaseFault::of_store_error(error).map_or_else(|| Self::Other(cause.to_string()), Self::Fault)
    }

    /// The problem behind an error of the file system.
    pub(super) fn of_io(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::IsADirectory => Self::Directory,
            ErrorKind::PermissionDenied => Self::Permission,
            ErrorKind::ReadOnlyFilesystem => Self::Fault(DatabaseFault::ReadOnly),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Fault(DatabaseFault::Full),
            _ => Self::Fault(DatabaseFault::Unopenable),
        }
    }

    /// The problem behind an SQLite result code (sqlite.org/rescode.html).
    fn of_code(code: i32, path: &Path) -> Option<Self> {
        match code & 0xff {
            // A statement of ours names what is not there.
            ffi::SQLITE_ERROR => Some(Self::Schema),
            ffi::SQLITE_CORRUPT => Some(Self::Damaged),
            // The second if it is opened for reading.
            ffi::SQLITE_CANTOPEN | ffi::SQLITE_IOERR if path.is_dir() => Some(Self::Directory),
            // It does not say why.
            ffi::SQLITE_CANTOPEN => Some(Self::at(path)),
            ffi::SQLITE_NOTADB => Some(Self::NotADatabase),
            _ => DatabaseFault::of_code(code).map(Self::Fault),
        }
    }

    /// The problem with a file that SQLite cannot open. The file is not opened here: see `connections::check_writable`.
    fn at(path: &Path) -> Self {
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let checked = access(path, Access::READ_OK | Access::WRITE_OK).and_then(|()| access(directory, Access::WRITE_OK));
        checked.err().map_or(Self::Fault(DatabaseFault::Unopenable), |error: Errno| Self::of_io(&error.into()))
    }

    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Missing => "set MAILCODE_DATABASE_URL to the database that the server uses",
            Self::Directory => "set MAILCODE_DATABASE_URL to the path of a file",
            Self::Permission | Self::Fault(DatabaseFault::Unopenable) => {
                "give the user that runs Mailcode read and write access to the file and its directory"
            }
            Self::NotADatabase => "set MAILCODE_DATABASE_URL to Mailcode's database, or restore a backup",
            Self::Damaged | Self::FailedMigration => "restore a backup, and keep a copy of this file for an investigation",
            Self::Schema => "start the server, which migrates it, or set MAILCODE_DATABASE_URL to Mailcode's database",
            Self::Newer => "run that version, or restore a backup from before the upgrade",
            Self::Fault(DatabaseFault::Full) => "make room on the disk",
            Self::Fault(DatabaseFault::Locked) => "stop the other program that uses it, and try again",
            Self::Fault(DatabaseFault::NoFreeConnection) => "try again when the machine is less busy",
            Self::Fault(DatabaseFault::ReadOnly) => "make the file and its file system writable",
            Self::Fault(DatabaseFault::Disk) => "check the disk; the log of the system says more",
            Self::Fault(DatabaseFault::Replaced) => "start the command again",
            Self::Other(_) => "check the file, or restore a backup",
        }
    }
}

/// SQLite's message, without what rusqlite adds.
fn message(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{OpenProblem, StoreOpenError};
    use crate::store::{DatabaseFault, SqliteStore};
    use rusqlite::Connection;
    use std::error::Error;
    use std::fs;
    use std::io::ErrorKind;
    use std::path::Path;

    /// The error of the server and that of a command that only reads.
    async fn errors(path: &Path) -> [StoreOpenError; 2] {
        let url = format!("sqlite://{}", path.display());
        let read = async || {
            let store = SqliteStore::open_to_read(&url).await?;
            store.schema_state().map_err(|error| StoreOpenError::Open(OpenProblem::behind(&error, path))).map(|_| store)
        };
        [SqliteStore::open(&url).await.expect_err("unusable"), read().await.expect_err("unusable")]
    }

    #[tokio::test]
    async fn what_is_wrong_is_said_once_and_without_codes() {
        let directory = tempfile::tempdir().expect("a directory");
        let text = directory.path().join("text.db");
        fs::write(&text, "x".repeat(1000)).expect("written");
        let missing = directory.path().join("none/mailcode.db");
        for (path, expected) in
            [(directory.path(), OpenProblem::Directory), (&text, OpenProblem::NotADatabase), (&missing, OpenProblem::Missing)]
        {
            for error in errors(path).await {
                assert!(matches!(&error, StoreOpenError::Open(problem) if *problem == expected), "{}: {error:?}", path.display());
                assert!(error.source().is_none(), "{error:?}");
                let sentence = format!("{error}; {}", error.fix());
                assert!(!sentence.contains("(code") && !sentence.contains("error"), "{sentence}");
            }
        }
    }

    #[tokio::test]
    async fn a_database_of_a_later_version_is_recognized() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("mailcode.db");
        let url = format!("sqlite://{}", file.display());
        let store = SqliteStore::open(&url).await.expect("a database");
        drop(store);
        let database = Connection::open(&file).expect("the same database");
        database.execute_batch("UPDATE _sqlx_migrations SET version = version + 1000 WHERE version = 1").expect("updated");
        let error = SqliteStore::open(&url).await.expect_err("a later version");
        assert!(matches!(error, StoreOpenError::Migrate(OpenProblem::Newer)), "{error:?}");
    }

    #[test]
    fn errors_of_the_system_are_distinguished() {
        for (kind, expected) in [
            (ErrorKind::PermissionDenied, OpenProblem::Permission),
            (ErrorKind::ReadOnlyFilesystem, OpenProblem::Fault(DatabaseFault::ReadOnly)),
            (ErrorKind::StorageFull, OpenProblem::Fault(DatabaseFault::Full)),
            (ErrorKind::NotADirectory, OpenProblem::Missing),
            (ErrorKind::Other, OpenProblem::Fault(DatabaseFault::Unopenable)),
        ] {
            assert_eq!(OpenProblem::of_io(&kind.into()), expected, "{kind:?}");
        }
    }
}
