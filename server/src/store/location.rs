use super::{DatabaseFile, PostgresUrl, PostgresUrlError};
use std::fmt;
use std::fs;

/// Where the database is. Displays for people, without a password.
#[derive(Clone, Debug)]
pub enum DatabaseLocation {
    /// In a file of this machine.
    Sqlite(DatabaseFile),
    /// In a PostgreSQL server, which several instances may use.
    Postgres(PostgresUrl),
}

/// What is wrong with the URL of a database. Displays as the rest of a sentence that names it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// The scheme is another one.
    #[error("is neither a sqlite:// nor a postgres:// URL")]
    Scheme,
    /// The file has no name, or the URL has parameters.
    #[error("is not sqlite:// and the path of a file, without parameters")]
    File,
    /// It is the URL of no PostgreSQL database.
    #[error(transparent)]
    Postgres(#[from] PostgresUrlError),
}

impl DatabaseLocation {
    /// Parses `sqlite://` and a path, or a `postgres://` or `postgresql://` URL.
    ///
    /// # Errors
    /// See [`LocationError`].
    pub fn parse(url: &str) -> Result<Self, LocationError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(PostgresUrl::parse(url)?));
        }
        if !url.starts_with("sqlite://") {
            return Err(LocationError::Scheme);
        }
        DatabaseFile::parse(url).map(Self::Sqlite).ok_or(LocationError::File)
    }

    /// Whether both are one database: the same file, or the same database of a server by the same name.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sqlite(one), Self::Sqlite(other)) => {
                let path = |file: &DatabaseFile| fs::canonicalize(file.path()).or_else(|_| std::path::absolute(file.path())).ok();
                path(one) == path(other)
            }
            (Self::Postgres(_), Self::Postgres(_)) => self.to_string() == other.to_string(),
            _ => false,
        }
    }

    /// The file, if the database is in one.
    #[must_use]
    pub const fn file(&self) -> Option<&DatabaseFile> {
        match self {
            Self::Sqlite(file) => Some(file),
            Self::Postgres(_) => None,
        }
    }
}

impl LocationError {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Scheme | Self::File => {
                "set it to sqlite:// and a path, such as sqlite://data/mailcode.db, or to postgres://user:password@host/database"
            }
            Self::Postgres(_) => {
                "set it to postgres://user:password@host/database, with the special characters of the password percent-encoded"
            }
        }
    }
}

impl fmt::Display for DatabaseLocation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => file.fmt(formatter),
            Self::Postgres(url) => url.fmt(formatter),
        }
    }
}
