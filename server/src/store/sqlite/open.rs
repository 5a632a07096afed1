use super::connections;
use super::migrations::migrator;
use super::open_error::{OpenProblem, StoreOpenError};
use super::opened_file::OpenedFile;
use crate::private_files;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Row, SqlitePool};
use std::io;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

/// How long a writer waits for another writer's lock: `busy_timeout`.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The number of connections, each with its thread. SQLite writes on one at a time; the others can read meanwhile.
const CONNECTIONS: u32 = 4;
/// The `user_version` of files in which all deleted data is overwritten.
const OVERWRITES: i64 = 1;

/// The store in one SQLite file.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    pub(super) pool: SqlitePool,
    pub(super) file: OpenedFile,
}

impl SqliteStore {
    /// How long a caller waits for a connection before that is an error. It is longer than a request may take, so that a visitor's request
    /// times out first and background tasks still get a connection.
    pub const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(30);

    /// Opens the database of a `sqlite://` URL, creates its file if it does not exist (its directory must exist) and migrates its schema to
    /// this version.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open(url: &str) -> Result<Self, StoreOpenError> {
        Self::open_and_migrate(url, true).await
    }

    /// Like [`Self::open`], but does not create a missing database.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_existing(url: &str) -> Result<Self, StoreOpenError> {
        Self::open_and_migrate(url, false).await
    }

    async fn open_and_migrate(url: &str, create_if_missing: bool) -> Result<Self, StoreOpenError> {
        // sqlx would take any other text for a file name.
        if !url.starts_with("sqlite:") {
            return Err(StoreOpenError::Url);
        }
        let options = SqliteConnectOptions::from_str(url)
            .map_err(|_| StoreOpenError::Url)?
            .create_if_missing(create_if_missing)
            .journal_mode(SqliteJournalMode::Wal)
            // With NORMAL, a power failure could undo a spent try or a used code after the visitor saw the result.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT)
            // Deleted data is overwritten: an address must not be found in the file after its account was deleted.
            .pragma("secure_delete", "ON")
            .foreign_keys(true);
        let path = options.get_filename().to_owned();
        if create_if_missing {
            create_private(&path).map_err(|error| StoreOpenError::Open(OpenProblem::of_io(&error)))?;
        }
        let cannot_open = |error| StoreOpenError::Open(OpenProblem::of(&error, &path));
        let pool = connections::open(options, CONNECTIONS, Self::ACQUIRE_TIMEOUT).await.map_err(cannot_open)?;
        let store = Self { pool, file: OpenedFile::at(&path) };
        migrator().run(&store.pool).await.map_err(|error| StoreOpenError::of_migration(&error, &path))?;
        store.overwrite_deleted().await.map_err(cannot_open)?;
        Ok(store)
    }

    /// Rewrites the file once: before version [`OVERWRITES`], deleted data stayed in it.
    async fn overwrite_deleted(&self) -> Result<(), sqlx::Error> {
        let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&self.pool).await?;
        if version < OVERWRITES {
            sqlx::query("VACUUM").execute(&self.pool).await?;
            sqlx::query(&format!("PRAGMA user_version = {OVERWRITES}")).execute(&self.pool).await?;
            self.truncate_wal().await;
        }
        Ok(())
    }

    /// Moves the content of the write-ahead log into the database's file, where deleted data is overwritten, and truncates the log. If
    /// another connection still reads from the log, the next clean-up tries again.
    pub async fn truncate_wal(&self) {
        match self.try_truncate_wal().await {
            Ok(false) => {}
            Ok(true) => tracing::info!(
                "cannot truncate the write-ahead log of the database, because it is being read; the next clean-up tries again"
            ),
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "cannot truncate the write-ahead log of the database");
            }
        }
    }

    /// Moves the log's content and truncates the log; returns whether a reader prevented it. It waits for readers only briefly, since every
    /// writer waits meanwhile.
    async fn try_truncate_wal(&self) -> Result<bool, sqlx::Error> {
        // This connection is used for nothing else, so that no other statement runs with the short time-out.
        let mut connection = self.pool().acquire().await?.detach();
        sqlx::query("PRAGMA busy_timeout = 100").execute(&mut connection).await?;
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?;
        connection.close().await?;
        Ok(row.try_get::<i64, _>(0)? != 0)
    }

    /// Opens an existing database for reading only: it is neither created nor migrated, and a server that uses it is not disturbed.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_to_read(url: &str) -> Result<Self, StoreOpenError> {
        let options = SqliteConnectOptions::from_str(url).map_err(|_| StoreOpenError::Url)?.read_only(true).busy_timeout(BUSY_TIMEOUT);
        Self::with_one_connection(options).await
    }

    /// Opens an existing database without creating or migrating it.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_without_migrating(url: &str) -> Result<Self, StoreOpenError> {
        let options = SqliteConnectOptions::from_str(url).map_err(|_| StoreOpenError::Url)?.busy_timeout(BUSY_TIMEOUT);
        Self::with_one_connection(options).await
    }

    /// Opens a database with a single connection, for commands that inspect it.
    async fn with_one_connection(options: SqliteConnectOptions) -> Result<Self, StoreOpenError> {
        let path = options.get_filename().to_owned();
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
        let pool = pool.map_err(|error| StoreOpenError::Open(OpenProblem::of(&error, &path)))?;
        Ok(Self { pool, file: OpenedFile::at(&path) })
    }

    /// The connection pool, for other users of the same file, such as the sessions.
    #[must_use]
    pub const fn pool(&self) -> &SqlitePool {
        &self.pool
    }
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
        store.pool().close().await;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("changed");
        SqliteStore::open(&format!("sqlite://{}", file.display())).await.expect("a database");
        assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o640, "an existing file keeps its permissions");
    }
}
