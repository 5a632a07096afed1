use super::migrations;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::time::Duration;

/// How long a writer waits for the one before it: `busy_timeout`.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Connections, each with its thread. SQLite writes one at a time; the others read meanwhile.
const CONNECTIONS: u32 = 4;
/// The `user_version` of files in which all that was ever deleted is overwritten.
const OVERWRITES: i64 = 1;

/// The store in one SQLite file.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    pub(super) pool: SqlitePool,
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum StoreOpenError {
    /// The URL is none of SQLite's, such as `sqlite://data/mailcode.db`.
    #[error("is no SQLite URL")]
    Url(#[source] sqlx::Error),
    /// The file could not be opened or made, or is no database.
    #[error("the database cannot be opened")]
    Open(#[source] sqlx::Error),
    /// The tables could not be brought to this version's form; nothing of the failed step was kept.
    #[error("the database cannot be migrated")]
    Migrate(#[source] sqlx::migrate::MigrateError),
}

impl SqliteStore {
    /// How long somebody waits for a connection before that is an error. Longer than a request may take, so that a
    /// visitor is told before to come back, and what goes on in the background still gets its turn.
    pub const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(30);

    /// Opens the database of a `sqlite://` URL, makes its file if there is none (its directory must exist) and
    /// brings its tables to the form of this version.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open(url: &str) -> Result<Self, StoreOpenError> {
        Self::open_and_migrate(url, true).await
    }

    /// Like [`Self::open`], but a database that is not there is not made.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_to_write(url: &str) -> Result<Self, StoreOpenError> {
        Self::open_and_migrate(url, false).await
    }

    async fn open_and_migrate(url: &str, create_if_missing: bool) -> Result<Self, StoreOpenError> {
        // sqlx would take any other text for the name of a file.
        if !url.starts_with("sqlite:") {
            return Err(StoreOpenError::Url(sqlx::Error::Configuration("the URL does not begin with sqlite:".into())));
        }
        let options = SqliteConnectOptions::from_str(url)
            .map_err(StoreOpenError::Url)?
            .create_if_missing(create_if_missing)
            .journal_mode(SqliteJournalMode::Wal)
            // With NORMAL a power cut could take back a spent try or a used code that a visitor was told of.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT)
            // What is deleted is overwritten: an address must not be found in the file once its account is gone.
            .pragma("secure_delete", "ON")
            .foreign_keys(true);
        let pool = SqlitePoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Self::ACQUIRE_TIMEOUT)
            // No network lies between; a ping would cost a round trip through the connection's thread.
            .test_before_acquire(false)
            .connect_with(options)
            .await
            .map_err(StoreOpenError::Open)?;
        migrations::migrator().run(&pool).await.map_err(StoreOpenError::Migrate)?;
        let store = Self { pool };
        store.overwrite_deleted().await.map_err(StoreOpenError::Open)?;
        Ok(store)
    }

    /// Writes the file anew, once: versions before [`OVERWRITES`] have left in it what they deleted.
    async fn overwrite_deleted(&self) -> Result<(), sqlx::Error> {
        let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&self.pool).await?;
        if version < OVERWRITES {
            sqlx::query("VACUUM").execute(&self.pool).await?;
            sqlx::query(&format!("PRAGMA user_version = {OVERWRITES}")).execute(&self.pool).await?;
            self.empty_journal().await;
        }
        Ok(())
    }

    /// Opens a database that is there, to read from it alone: it is neither made nor migrated, and a server that runs on it
    /// is not disturbed.
    ///
    /// # Errors
    /// See [`StoreOpenError`].
    pub async fn open_to_read(url: &str) -> Result<Self, StoreOpenError> {
        let options = SqliteConnectOptions::from_str(url).map_err(StoreOpenError::Url)?.read_only(true).busy_timeout(BUSY_TIMEOUT);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(StoreOpenError::Open)?;
        Ok(Self { pool })
    }

    /// Asks the database for nothing, to see whether it answers.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn check(&self) -> Result<(), sqlx::Error> {
        sqlx::query("SELECT 1").execute(&self.pool).await.map(|_| ())
    }

    /// The connections, for what else lives in the same file, such as the sessions.
    #[must_use]
    pub const fn pool(&self) -> &SqlitePool {
        &self.pool
    }
}
