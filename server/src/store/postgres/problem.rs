use crate::sign_up::ports::StoreError;
use sqlx_core::error::Error;
use sqlx_core::migrate::MigrateError;
use std::io;
use std::path::PathBuf;

/// Why the database cannot be used. Displays as the rest of a sentence that names the database: "it is read-only".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostgresProblem {
    /// No connection can be opened, or one was lost. The outcome of a step whose connection was lost is unknown.
    #[error("it cannot be reached, or the connection to it was lost")]
    Unreachable,
    /// Neither a connection nor an answer came in time. The outcome of a step that was not answered is unknown.
    #[error("it did not answer in time")]
    TimedOut,
    /// It is starting, stopping or recovering from a crash.
    #[error("it is starting or stopping")]
    Stopping,
    /// It allows no further connection.
    #[error("it has no free connection")]
    TooManyConnections,
    /// It is a standby, or was made read-only.
    #[error("it is read-only")]
    ReadOnly,
    /// Its disk is full.
    #[error("its disk is full")]
    Full,
    /// It lacks memory or another resource, or its disk fails.
    #[error("it lacks memory, or its disk cannot be read or written")]
    Resources,
    /// Other transactions held the step up, or it was cancelled.
    #[error("other transactions hold it up")]
    Busy,
    /// The TLS connection that the URL requires cannot be made.
    #[error("the TLS connection that its URL requires cannot be made")]
    Tls,
    /// A file that the URL names for TLS cannot be read.
    #[error("the file {}, which its URL names, cannot be read", .0.display())]
    TlsFile(PathBuf),
    /// It refuses the user or the password.
    #[error("it refuses the user or the password of its URL")]
    Login,
    /// The server has no such database.
    #[error("it does not exist")]
    Missing,
    /// The user lacks a privilege.
    #[error("its user lacks a privilege")]
    Permission,
    /// It lacks a table, a column or a function of this version.
    #[error("it does not have the schema of this version")]
    Schema,
    /// A later version has migrated it.
    #[error("it was written by a later version of Mailcode")]
    Newer,
    /// A migration differs from that of this version, or failed half-way.
    #[error("it has a migration that failed or that this version does not know")]
    FailedMigration,
    /// Anything else, in PostgreSQL's words.
    #[error("PostgreSQL reports: {0}")]
    Other(String),
}

/// Why the database cannot be opened. Displays like [`PostgresProblem`].
#[derive(Debug, thiserror::Error)]
pub enum PostgresOpenError {
    /// No connection can be opened.
    #[error("{0}")]
    Open(PostgresProblem),
    /// The schema cannot be migrated to this version; the failed migration was rolled back.
    #[error("{0}")]
    Migrate(PostgresProblem),
}

impl PostgresProblem {
    /// The problem behind an error of the database or of the connection.
    #[must_use]
    pub fn of(error: &Error) -> Self {
        match error {
            Error::Io(error) if is_of_tls(error) => Self::Tls,
            Error::Io(_) | Error::WorkerCrashed | Error::PoolClosed => Self::Unreachable,
            Error::Tls(_) => Self::Tls,
            Error::PoolTimedOut => Self::TimedOut,
            Error::Database(error) => {
                error.code().and_then(|code| Self::of_code(&code)).unwrap_or_else(|| Self::Other(error.message().to_owned()))
            }
            other => Self::Other(other.to_string()),
        }
    }

    /// The problem behind an error of the store port that came from this database.
    #[must_use]
    pub fn behind(error: &StoreError) -> Self {
        let (StoreError::Unavailable(cause) | StoreError::Failed(cause)) = error;
        if let Some(problem) = cause.downcast_ref::<Self>() {
            return problem.clone();
        }
        cause.downcast_ref().map_or_else(|| Self::Other(cause.to_string()), Self::of)
    }

    pub(super) fn of_migration(error: &MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => Self::of(error),
            MigrateError::VersionMissing(_) => Self::Newer,
            MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => Self::FailedMigration,
            other => Self::Other(other.to_string()),
        }
    }

    /// The problem behind an error code (postgresql.org/docs/current/errcodes-appendix.html): the first two characters are its class.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "57P01" | "57P02" | "57P03" | "57P05" => Self::Stopping,
            "53100" => Self::Full,
            "53300" => Self::TooManyConnections,
            "25006" => Self::ReadOnly,
            "40001" | "40P01" | "55P03" | "57014" => Self::Busy,
            "3D000" => Self::Missing,
            "42501" => Self::Permission,
            "3F000" | "42P01" | "42703" | "42883" => Self::Schema,
            _ => match code.get(..2)? {
                "08" => Self::Unreachable,
                "28" => Self::Login,
                "53" | "58" => Self::Resources,
                _ => return None,
            },
        })
    }

    /// Whether it may pass without a change of Mailcode's configuration.
    pub(in crate::store) const fn is_temporary(&self) -> bool {
        match self {
            Self::Unreachable
            | Self::TimedOut
            | Self::Stopping
            | Self::TooManyConnections
            | Self::ReadOnly
            | Self::Full
            | Self::Resources
            | Self::Busy
            | Self::Tls => true,
            Self::TlsFile(_)
            | Self::Login
            | Self::Missing
            | Self::Permission
            | Self::Schema
            | Self::Newer
            | Self::FailedMigration
            | Self::Other(_) => false,
        }
    }

    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Unreachable => "start it, and check the host and the port in MAILCODE_DATABASE_URL",
            Self::TimedOut | Self::Busy => "try again when it is less busy",
            Self::Stopping => "wait until it has started",
            Self::TooManyConnections => "raise its max_connections, or run fewer instances",
            Self::ReadOnly => "set MAILCODE_DATABASE_URL to the primary",
            Self::Full => "make room on its disk",
            Self::Resources => "check the machine that it runs on; its log says more",
            Self::Tls => "check its certificate, and sslmode and sslrootcert in MAILCODE_DATABASE_URL",
            Self::TlsFile(_) => "give the user that runs Mailcode read access to it, or correct its path in MAILCODE_DATABASE_URL",
            Self::Login => "check the user and the password in MAILCODE_DATABASE_URL",
            Self::Missing => "create it, or set MAILCODE_DATABASE_URL to the database that the server uses",
            Self::Permission => "make Mailcode's user the owner of the database",
            Self::Schema => "start the server, which migrates it, or set MAILCODE_DATABASE_URL to Mailcode's database",
            Self::Newer => "run that version, or restore a backup from before the upgrade",
            Self::FailedMigration => "restore a backup, and keep a copy of this database for an investigation",
            Self::Other(_) => "check its log",
        }
    }
}

impl PostgresOpenError {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Open(problem) | Self::Migrate(problem) => problem.fix(),
        }
    }
}

/// Whether the TLS handshake failed, for example because the certificate is not trusted.
fn is_of_tls(error: &io::Error) -> bool {
    error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()).is_some()
}

/// The database has returned something that this version does not know.
#[derive(Debug, thiserror::Error)]
#[error("the database has returned an unknown value")]
struct Unexpected;

/// The error of the store port for a value that this version does not know.
pub(super) fn unexpected() -> StoreError {
    StoreError::Failed(Box::new(Unexpected))
}

/// Converts an error to that of the store port, with its cause for the log.
pub(super) fn store_error(error: Error) -> StoreError {
    if PostgresProblem::of(&error).is_temporary() { StoreError::Unavailable(Box::new(error)) } else { StoreError::Failed(Box::new(error)) }
}
