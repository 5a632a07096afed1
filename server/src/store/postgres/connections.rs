use super::problem::{PostgresProblem, store_error};
use crate::sign_up::ports::StoreError;
use deadpool::managed::{BuildError, Manager, Metrics, Object, Pool, PoolError, RecycleError, RecycleResult};
use sqlx_core::connection::Connection;
use sqlx_core::error::Error;
use sqlx_core::executor::Executor;
use sqlx_postgres::{PgConnectOptions, PgConnection};
use std::fmt;
use std::time::Duration;
use tokio::time::timeout;

/// The connections of one instance. A step needs one for a single round trip, so that a few serve thousands of steps a second, and more
/// would only wait for each other in the database; several instances must fit into PostgreSQL's 100.
const CONNECTIONS: usize = 8;

/// How long a connection may be unused before it is tested when it is needed. In a rush none is, so that a step is one round trip; after an
/// outage all are, so that the first steps do not fail on connections that were closed meanwhile.
const UNTESTED_IDLE: Duration = Duration::from_secs(1);

/// The age at which a connection is replaced: the process that serves it does not grow for ever, and a new primary behind the same name is
/// found even if the old one still answers.
const MAX_AGE: Duration = Duration::from_secs(30 * 60);

/// How long a caller waits for a connection that becomes free, is opened, or answers a test. In a rush one becomes free within milliseconds;
/// while the server cannot be reached, visitors should not wait for long until they are told.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(4);

/// What the steps rely on, whatever the defaults of the server are. A commit must be durable when it is reported, at least on this server's
/// disk; `remote_apply` is more and stays. The functions expect to see what was committed while they waited for a lock. A lock that does not
/// come within 30 s, [`PostgresStore::ANSWER_TIMEOUT`](super::PostgresStore::ANSWER_TIMEOUT), ends the step.
pub(super) const SESSION_SETTINGS: &str = "SELECT set_config('default_transaction_isolation', 'read committed', false),
    set_config('default_transaction_deferrable', 'off', false),
    set_config('lock_timeout', '30s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)";

/// The connections to one database, which are opened when they are needed. The pool of sqlx sends a test after each use, which would be a
/// second round trip for each step.
#[derive(Clone)]
pub(super) struct Connections(Pool<Opening>);

/// A connection that a caller has taken. If it is dropped in the middle of a statement, because the caller went away, it is closed: the next
/// caller would have to wait for the end of the statement.
pub(super) struct Taken(Option<Object<Opening>>);

struct Opening {
    options: PgConnectOptions,
}

impl Manager for Opening {
    type Type = PgConnection;
    type Error = Error;

    async fn create(&self) -> Result<PgConnection, Error> {
        let mut connection = PgConnection::connect_with(&self.options).await?;
        connection.execute(SESSION_SETTINGS).await?;
        Ok(connection)
    }

    async fn recycle(&self, connection: &mut PgConnection, metrics: &Metrics) -> RecycleResult<Error> {
        if metrics.age() > MAX_AGE {
            return Err(RecycleError::message("it is old"));
        }
        if metrics.last_used() > UNTESTED_IDLE {
            connection.ping().await?;
        }
        Ok(())
    }
}

impl Connections {
    pub(super) fn new(options: PgConnectOptions) -> Result<Self, BuildError> {
        Pool::builder(Opening { options }).max_size(CONNECTIONS).build().map(Self)
    }

    /// Takes a connection, or opens one.
    ///
    /// # Errors
    /// [`StoreError`] when none becomes free or none can be opened.
    pub(super) async fn take(&self) -> Result<Taken, StoreError> {
        match timeout(CONNECTION_TIMEOUT, self.0.get()).await {
            Ok(Ok(connection)) => Ok(Taken(Some(connection))),
            Ok(Err(PoolError::Backend(error))) => Err(store_error(error)),
            Ok(Err(error)) => Err(StoreError::Failed(Box::new(error))),
            // One that opens, or several that were tested, may have taken the time.
            Err(_) => Err(StoreError::Unavailable(Box::new(PostgresProblem::TimedOut))),
        }
    }
}

impl fmt::Debug for Connections {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Connections({:?})", self.0.status())
    }
}

impl Taken {
    /// The connection.
    pub(super) fn connection(&mut self) -> Option<&mut PgConnection> {
        self.0.as_deref_mut()
    }

    /// Returns the connection to the others after a statement with this result, or closes it if the result says that it is broken.
    pub(super) fn give_back<T>(mut self, result: &Result<T, Error>) {
        if !result.as_ref().is_err_and(is_broken_by)
            && let Some(connection) = self.0.take()
        {
            drop(connection);
        }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            drop(Object::take(connection));
        }
    }
}

/// Whether a connection is of no more use after this error: it was lost, or the server ends it (class 57P).
fn is_broken_by(error: &Error) -> bool {
    let Some(error) = error.as_database_error() else { return true };
    error.code().is_some_and(|code| code.starts_with("57P"))
}
