use super::connections::{self, BUSY_TIMEOUT, Readers, check_writable, keep_savepoints_in_memory, open_writer, truncate_wal};
use super::migrations;
use super::open_error::{OpenProblem, StoreOpenError};
use super::opened_file::OpenedFile;
use super::writer::Writer;
use crate::private_files;
use rusqlite::{Connection, OpenFlags};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The `user_version` of files in which all deleted data is overwritten.
const OVERWRITES: i64 = 1;

/// The store in one SQLite file. Its connections are closed when the last clone is dropped.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    // Dropped before the writer, which then is the last connection and moves the write-ahead log into the file.
    pub(super) readers: Readers,
    pub(super) writer: Writer,
    pub(super) file: OpenedFile,
}

impl SqliteStore {
    /// How long a caller waits until its step begins to write before that is an error. It is longer than a request may take, so that a
    /// visitor's request times out first and background tasks still get their turn.
    pub const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(30);

    /// Opens the database of a `sqlite://` URL, creates its file if it does not exist (its directory must exist) and migrates its schema to
    /// this version.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open(url: &str) -> Result<Self, StoreOpenError> {
        open_with(url, |path| {
            create_private(path).map_err(|error| StoreOpenError::Open(OpenProblem::of_io(&error)))?;
            Self::open_and_migrate(path, keep_savepoints_in_memory)
        })
        .await
    }

    /// Like [`Self::open`], but does not create a missing database, and lets a step change any number of rows, as commands do.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_existing(url: &str) -> Result<Self, StoreOpenError> {
        open_with(url, |path| Self::open_and_migrate(path, |_| Ok(()))).await
    }

    /// Opens an existing database for reading only: it is neither created nor migrated, and a server that uses it is not disturbed.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_to_read(url: &str) -> Result<Self, StoreOpenError> {
        open_with(url, |path| Self::open_to_inspect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)).await
    }

    /// Opens an existing database without creating or migrating it.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_without_migrating(url: &str) -> Result<Self, StoreOpenError> {
        open_with(url, |path| Self::open_to_inspect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)).await
    }

    /// Opens the database, migrates it, and then applies a setting to the connection that writes.
    fn open_and_migrate(path: &Path, set: fn(&Connection) -> rusqlite::Result<()>) -> Result<Self, StoreOpenError> {
        let of_io = |error| StoreOpenError::Open(OpenProblem::of_io(&error));
        let cannot_open = |error| StoreOpenError::Open(OpenProblem::of(&error, path));
        check_writable(path).map_err(of_io)?;
        let mut connection = open_writer(path).map_err(cannot_open)?;
        let file = OpenedFile::at(path);
        migrations::run(&mut connection, path).map_err(StoreOpenError::Migrate)?;
        overwrite_deleted(&connection).and_then(|()| set(&connection)).map_err(cannot_open)?;
        let readers = Readers::open(path).map_err(cannot_open)?;
        let writer = Writer::start(connection, file.clone()).map_err(of_io)?;
        Ok(Self { readers, writer, file })
    }

    /// Opens a database with one connection of each kind, for commands that inspect it.
    fn open_to_inspect(path: &Path, flags: OpenFlags) -> Result<Self, StoreOpenError> {
        let open = || connections::open(path, flags, BUSY_TIMEOUT).map_err(|error| StoreOpenError::Open(OpenProblem::of(&error, path)));
        let (readers, file) = (Readers::of(vec![open()?]), OpenedFile::at(path));
        let writer = Writer::start(open()?, file.clone()).map_err(|error| StoreOpenError::Open(OpenProblem::of_io(&error)))?;
        Ok(Self { readers, writer, file })
    }

    /// Moves the content of the write-ahead log into the database's file, where deleted data is overwritten, and truncates the log. If
    /// another connection still reads from the log, the next clean-up tries again.
    pub async fn truncate_wal(&self) {
        match self.writer.run_alone(truncate_wal).await {
            Ok(false) => {}
            Ok(true) => tracing::info!(
                "cannot truncate the write-ahead log of the database, because it is being read; the next clean-up tries again"
            ),
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "cannot truncate the write-ahead log of the database");
            }
        }
    }
}

/// Opens the file of a `sqlite://` URL on a thread that may wait for locks and the disk.
async fn open_with<F>(url: &str, open: F) -> Result<SqliteStore, StoreOpenError>
where
    F: FnOnce(&Path) -> Result<SqliteStore, StoreOpenError> + Send + 'static,
{
    let path = PathBuf::from(url.strip_prefix("sqlite://").ok_or(StoreOpenError::Url)?);
    let opened = tokio::task::spawn_blocking(move || open(&path)).await;
    opened.unwrap_or_else(|error| Err(StoreOpenError::Open(OpenProblem::Other(error.to_string()))))
}

/// Rewrites the file once: before version [`OVERWRITES`], deleted data stayed in it.
fn overwrite_deleted(connection: &Connection) -> rusqlite::Result<()> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version < OVERWRITES {
        connection.execute_batch("VACUUM")?;
        connection.pragma_update(None, "user_version", OVERWRITES)?;
        // If another connection reads from the log, the next clean-up tries again.
        truncate_wal(connection)?;
    }
    Ok(())
}

/// Creates the file for its owner only, if it does not exist: it contains addresses and sessions. SQLite would create it with the default
/// permissions, and gives the files of its write-ahead log those of the database.
fn create_private(path: &Path) -> io::Result<()> {
    match private_files::create_file(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        created => created.map(drop),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::SqliteStore;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[tokio::test]
    async fn a_new_database_and_its_write_ahead_log_are_private() {
        let directory = tempfile::tempdir().expect("a directory");
        fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o755)).expect("changed");
        let file = directory.path().join("mailcode.db");
        let store = SqliteStore::open(&format!("sqlite://{}", file.display())).await.expect("a database");
        let files = fs::read_dir(directory.path()).expect("a directory").map(|entry| entry.expect("a file"));
        let modes: Vec<_> = files.map(|file| (file.file_name(), file.metadata().expect("a file").permissions().mode() & 0o777)).collect();
        assert!(modes.len() == 3 && modes.iter().all(|(_, mode)| *mode == 0o600), "{modes:?}");
        drop(store);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("changed");
        SqliteStore::open(&format!("sqlite://{}", file.display())).await.expect("a database");
        assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o640, "an existing file keeps its permissions");
    }
}
