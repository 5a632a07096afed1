use super::migrations;
use super::problem::{PostgresOpenError, PostgresProblem};
use super::url::PostgresUrl;
use sqlx_core::connection::{ConnectOptions, Connection};
use sqlx_core::executor::Executor;
use sqlx_core::pool::{Pool, PoolOptions};
use sqlx_postgres::{PgConnectOptions, PgConnection, Postgres};
use std::time::Duration;
use tokio::time::timeout;

/// The connections of one instance. A step needs one for a single round trip, so that a few serve thousands of steps a second, and more
/// would only wait for each other in the database; several instances must fit into PostgreSQL's 100.
const CONNECTIONS: u32 = 8;

/// How long a connection may be unused before it is tested when it is needed. In a rush none is, so that a step is one round trip; after an
/// outage all are, so that the first steps do not fail on connections that were closed meanwhile.
const UNTESTED_IDLE: Duration = Duration::from_secs(1);

/// How long the start waits for the first connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// What the steps rely on, whatever the defaults of the server are. A commit must be durable when it is reported, at least on this server's
/// disk; `remote_apply` is more and stays. The functions expect to see what was committed while they waited for a lock. A lock that does not
/// come within 30 s, [`PostgresStore::ANSWER_TIMEOUT`], ends the step.
pub(super) const SESSION_SETTINGS: &str = "SELECT set_config('default_transaction_isolation', 'read committed', false),
    set_config('default_transaction_deferrable', 'off', false),
    set_config('lock_timeout', '30s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)";

/// The store in a PostgreSQL database. Its connections are closed when the last clone is dropped.
#[derive(Clone, Debug)]
pub struct PostgresStore {
    pub(super) pool: Pool<Postgres>,
}

impl PostgresStore {
    /// How long a caller waits for the answer to a step that has begun. It is longer than a request may take, so that a visitor's request
    /// times out first, and what has become of the step is found out.
    pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(30);

    /// How long a caller waits for a connection. In a rush one becomes free within milliseconds; while the server cannot be reached, the pool
    /// tries again until this has passed, and visitors should not wait for long until they are told.
    const CONNECTION_TIMEOUT: Duration = Duration::from_secs(4);

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
        Ok(Self::over(options))
    }

    /// Opens the database without migrating it.
    ///
    /// # Errors
    /// See [`PostgresOpenError`].
    pub async fn open_without_migrating(url: &PostgresUrl) -> Result<Self, PostgresOpenError> {
        let options = options(url)?;
        let _ = connect(&options).await?.close().await;
        Ok(Self::over(options))
    }

    fn over(options: PgConnectOptions) -> Self {
        let pool = PoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Self::CONNECTION_TIMEOUT)
            .test_before_acquire(false)
            .before_acquire(|connection: &mut PgConnection, use_of| {
                Box::pin(async move {
                    if use_of.idle_for > UNTESTED_IDLE {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .after_connect(|connection: &mut PgConnection, _| {
                Box::pin(async move { connection.execute(SESSION_SETTINGS).await.map(|_| ()) })
            });
        Self { pool: pool.connect_lazy_with(options) }
    }
}

pub(super) fn options(url: &PostgresUrl) -> Result<PgConnectOptions, PostgresOpenError> {
    match url.unreadable_file() {
        Some(path) => Err(PostgresOpenError::Open(PostgresProblem::TlsFile(path.to_owned()))),
        None => Ok(url.options().clone().disable_statement_logging()),
    }
}

/// Opens one connection at once. The pool would wait while connections are refused.
pub(super) async fn connect(options: &PgConnectOptions) -> Result<PgConnection, PostgresOpenError> {
    let connected = timeout(CONNECT_TIMEOUT, PgConnection::connect_with(options)).await;
    let connected = connected.map_err(|_| PostgresOpenError::Open(PostgresProblem::TimedOut))?;
    connected.map_err(|error| PostgresOpenError::Open(PostgresProblem::of(&error)))
}
