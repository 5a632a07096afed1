use super::{
    DatabaseFault, DatabaseLocation, OpenProblem, PostgresOpenError, PostgresProblem, PostgresStore, SchemaState, SqliteStore,
    StoreOpenError,
};
use crate::audit::AuditTrail;
use crate::sessions::SessionStorage;
use crate::sign_up::ports::{AccountId, Records, Store, StoreError};
use std::future::pending;
use std::sync::Arc;

/// The open database, whichever it is: what the parts of the server share, and what an operator asks of it. The connections are closed
/// when the last clone is dropped.
#[derive(Clone, Debug)]
pub enum Database {
    /// A file.
    Sqlite(SqliteStore),
    /// A PostgreSQL server.
    Postgres(PostgresStore),
}

/// Why a database cannot be opened. Displays as the rest of a sentence that names it: "it does not exist".
#[derive(Debug, thiserror::Error)]
pub enum DatabaseOpenError {
    /// A file cannot be opened.
    #[error(transparent)]
    Sqlite(#[from] StoreOpenError),
    /// A PostgreSQL database cannot be opened.
    #[error(transparent)]
    Postgres(#[from] PostgresOpenError),
}

/// Why an open database cannot be used. Displays like [`DatabaseOpenError`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseProblem {
    /// What is wrong with a file.
    #[error(transparent)]
    Sqlite(OpenProblem),
    /// What is wrong with a PostgreSQL database.
    #[error(transparent)]
    Postgres(PostgresProblem),
}

impl Database {
    /// Opens the database and migrates its schema to this version. A missing file is created; a missing PostgreSQL database is not.
    ///
    /// # Errors
    /// See [`DatabaseOpenError`].
    pub async fn open(location: &DatabaseLocation) -> Result<Self, DatabaseOpenError> {
        Ok(match location {
            DatabaseLocation::Sqlite(file) => Self::Sqlite(SqliteStore::open(&file.url()).await?),
            DatabaseLocation::Postgres(url) => Self::Postgres(PostgresStore::open(url).await?),
        })
    }

    /// Like [`Self::open`], but does not create a missing file.
    ///
    /// # Errors
    /// See [`DatabaseOpenError`].
    pub async fn open_existing(location: &DatabaseLocation) -> Result<Self, DatabaseOpenError> {
        Ok(match location {
            DatabaseLocation::Sqlite(file) => Self::Sqlite(SqliteStore::open_existing(&file.url()).await?),
            DatabaseLocation::Postgres(url) => Self::Postgres(PostgresStore::open(url).await?),
        })
    }

    /// Opens an existing database for reading only: it is neither created nor migrated, and servers that use it are not disturbed. A
    /// PostgreSQL standby will do.
    ///
    /// # Errors
    /// See [`DatabaseOpenError`].
    pub async fn open_to_read(location: &DatabaseLocation) -> Result<Self, DatabaseOpenError> {
        Ok(match location {
            DatabaseLocation::Sqlite(file) => Self::Sqlite(SqliteStore::open_to_read(&file.url()).await?),
            DatabaseLocation::Postgres(url) => Self::Postgres(PostgresStore::open_without_migrating(url).await?),
        })
    }

    /// Opens an existing database without creating or migrating it.
    ///
    /// # Errors
    /// See [`DatabaseOpenError`].
    pub async fn open_without_migrating(location: &DatabaseLocation) -> Result<Self, DatabaseOpenError> {
        Ok(match location {
            DatabaseLocation::Sqlite(file) => Self::Sqlite(SqliteStore::open_without_migrating(&file.url()).await?),
            DatabaseLocation::Postgres(url) => Self::Postgres(PostgresStore::open_without_migrating(url).await?),
        })
    }

    /// The store of the rules.
    #[must_use]
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => Arc::new(store.clone()),
            Self::Postgres(store) => Arc::new(store.clone()),
        }
    }

    /// The storage of the sessions.
    #[must_use]
    pub fn sessions(&self) -> Arc<dyn SessionStorage> {
        match self {
            Self::Sqlite(store) => Arc::new(store.clone()),
            Self::Postgres(store) => Arc::new(store.clone()),
        }
    }

    /// The audit trail.
    #[must_use]
    pub fn audit_trail(&self) -> Arc<dyn AuditTrail> {
        match self {
            Self::Sqlite(store) => Arc::new(store.clone()),
            Self::Postgres(store) => Arc::new(store.clone()),
        }
    }

    /// Checks, by writing, that the database can be written, and that its file is in place. The content stays as it is.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be written at the moment; [`StoreError::Failed`] for any other error.
    /// [`Self::problem_behind`] returns the cause.
    pub async fn try_write(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.try_write().await,
            Self::Postgres(store) => store.try_write().await,
        }
    }

    /// Checks that the tables of a database without a schema can be created. A file is always created with them.
    ///
    /// # Errors
    /// Like [`Self::try_write`].
    pub async fn try_create(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(store) => store.try_create().await,
        }
    }

    /// Ends the sessions of this account, or of all accounts if it is `None`, adds the audit rows, and returns how many were signed in.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_sessions(&self, account: Option<AccountId>, records: &Records) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(store) => store.end_sessions(account, records).await,
            Self::Postgres(store) => store.end_sessions(account, records).await,
        }
    }

    /// The state of the database's schema.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn schema_state(&self) -> Result<SchemaState, StoreError> {
        match self {
            Self::Sqlite(store) => store.schema_state(),
            Self::Postgres(store) => store.schema_state().await,
        }
    }

    /// Waits until another file, or none, is at the database's path; for ever if it is in no file.
    pub async fn replaced(&self) {
        match self {
            Self::Sqlite(store) => store.replaced().await,
            Self::Postgres(_) => pending().await,
        }
    }

    /// Overwrites what was deleted and is still in a log beside the database's file. PostgreSQL looks after its own.
    pub async fn overwrite_deleted(&self) {
        match self {
            Self::Sqlite(store) => store.truncate_wal().await,
            Self::Postgres(_) => {}
        }
    }

    /// The problem behind an error of this database.
    #[must_use]
    pub fn problem_behind(&self, error: &StoreError) -> DatabaseProblem {
        match self {
            Self::Sqlite(store) => DatabaseProblem::Sqlite(OpenProblem::behind(error, store.path())),
            Self::Postgres(_) => DatabaseProblem::Postgres(PostgresProblem::behind(error)),
        }
    }

    /// The problem behind an error of this database, if it may pass by itself.
    #[must_use]
    pub fn temporary_problem_behind(&self, error: &StoreError) -> Option<DatabaseProblem> {
        match self {
            Self::Sqlite(_) => DatabaseFault::of_store_error(error).map(|fault| DatabaseProblem::Sqlite(OpenProblem::Fault(fault))),
            Self::Postgres(_) => Some(PostgresProblem::behind(error)).filter(PostgresProblem::is_temporary).map(DatabaseProblem::Postgres),
        }
    }
}

impl DatabaseOpenError {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Sqlite(error) => error.fix(),
            Self::Postgres(error) => error.fix(),
        }
    }
}

impl DatabaseProblem {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Sqlite(problem) => problem.fix(),
            Self::Postgres(problem) => problem.fix(),
        }
    }
}
