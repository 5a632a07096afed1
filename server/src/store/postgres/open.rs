use super::connections::Connections;
use super::migrations;
use super::problem::{PostgresOpenError, PostgresProblem};
use super::url::PostgresUrl;
use sqlx_core::connection::{ConnectOptions, Connection};
use sqlx_postgres::{PgConnectOptions, PgConnection};
use std::time::Duration;
use tokio::time::timeout;

/// How long the start waits for the first connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The store in a PostgreSQL database. Its connections are closed when the last clone is dropped.
#[derive(Clone, Debug)]
pub struct PostgresStore {
    pub(super) connections: Connections,
}

impl PostgresStore {
    /// How long a caller waits for the answer to a step that has begun. It is longer than a request may take, so that a visitor's request
    /// times out first, and what has become of the step is found out.
    pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(30);

    /// Opens the database, which must exist, and migrates its schema to this version. The TLS mode is that of the URL; `sslmode=verify-full`
    /// verifies the server's certificate and name.
    ///
    /// # Errors
    /// See [`PostgresOpenError`].
    pub async fn open(url: &PostgresUrl) -> Result<Self, PostgresOpenError> {
        let options = options(url)?;
        let mut connection = connect(&options).await?;
        let migrated = migrations::run(&mut connection).await;
        migrated.map_err(|error| PostgresOpenError::Migrate(PostgresProblem::of_migration(&error)))?;
        // It takes the lock of the migrations with it.
        let _ = connection.close().await;
        Self::over(options)
    }

    /// Opens the database without migrating it.
    ///
    /// # Errors
    /// See [`PostgresOpenError`].
    pub async fn open_without_migrating(url: &PostgresUrl) -> Result<Self, PostgresOpenError> {
        let options = options(url)?;
        let _ = connect(&options).await?.close().await;
        Self::over(options)
    }

    fn over(options: PgConnectOptions) -> Result<Self, PostgresOpenError> {
        let connections = Connections::new(options);
        connections
            .map(|connections| Self { connections })
            .map_err(|error| PostgresOpenError::Open(PostgresProblem::Other(error.to_string())))
    }
}

pub(super) fn options(url: &PostgresUrl) -> Result<PgConnectOptions, PostgresOpenError> {
    match url.unreadable_file() {
        Some(path) => Err(PostgresOpenError::Open(PostgresProblem::TlsFile(path.to_owned()))),
        None => Ok(url.options().clone().disable_statement_logging()),
    }
}

/// Opens a connection of its own, outside of the pool.
pub(super) async fn connect(options: &PgConnectOptions) -> Result<PgConnection, PostgresOpenError> {
    let connected = timeout(CONNECT_TIMEOUT, PgConnection::connect_with(options)).await;
    let connected = connected.map_err(|_| PostgresOpenError::Open(PostgresProblem::TimedOut))?;
    connected.map_err(|error| PostgresOpenError::Open(PostgresProblem::of(&error)))
}
