use crate::sign_up::ports::StoreError;
use std::error::Error;

/// Why an open database cannot be used at the moment. It may become usable again without a restart, unless it was
/// replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseFault {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Another program has kept it locked for longer than the busy time-out.
    #[error("it is locked by another program")]
    Locked,
    /// The file or its file system is read-only.
    #[error("it is read-only")]
    ReadOnly,
    /// The disk, or the connection to it, failed.
    #[error("its disk cannot be read or written")]
    Disk,
    /// The file cannot be opened, for instance because it does not exist any more.
    #[error("its file cannot be opened")]
    Unopenable,
    /// The file was replaced or removed.
    #[error("its file was replaced or removed while the server was running")]
    Replaced,
    /// No connection became free in time.
    #[error("no connection to it became free in time")]
    NoFreeConnection,
}

impl DatabaseFault {
    /// The fault that caused an error of the database; `None` for an error that waiting does not fix, such as a wrong statement.
    #[must_use]
    pub fn of(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::PoolTimedOut => Some(Self::NoFreeConnection),
            sqlx::Error::Io(_) => Some(Self::Unopenable),
            // The connection was closed during the statement, as happens to a connection that must not be used any more.
            sqlx::Error::WorkerCrashed => Some(Self::Disk),
            sqlx::Error::Database(error) => Self::of_code(error.code()?.parse().ok()?),
            _ => None,
        }
    }

    /// The fault that caused an error of the store port, if it came from this database.
    #[must_use]
    pub fn of_store_error(error: &StoreError) -> Option<Self> {
        let StoreError::Unavailable(cause) = error else { return None };
        cause.downcast_ref::<Self>().copied().or_else(|| cause.downcast_ref().and_then(Self::of))
    }

    /// The fault of an SQLite result code (sqlite.org/rescode.html): the low octet is the primary code, the others add detail.
    pub(super) const fn of_code(code: u32) -> Option<Self> {
        match code & 0xff {
            // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL.
            5 | 6 | 15 => Some(Self::Locked),
            // SQLITE_READONLY.
            8 => Some(Self::ReadOnly),
            // SQLITE_IOERR.
            10 => Some(Self::Disk),
            // SQLITE_FULL.
            13 => Some(Self::Full),
            // SQLITE_CANTOPEN.
            14 => Some(Self::Unopenable),
            _ => None,
        }
    }
}

/// Converts an error to that of the store port, with its cause for the log.
pub(super) fn failed(error: impl Error + Send + Sync + 'static) -> StoreError {
    let error: Box<dyn Error + Send + Sync> = Box::new(error);
    match error.downcast_ref::<sqlx::Error>().and_then(DatabaseFault::of) {
        Some(_) => StoreError::Unavailable(error),
        None => StoreError::Failed(error),
    }
}

#[cfg(test)]
mod tests {
    use super::{DatabaseFault, failed};
    use crate::sign_up::ports::StoreError;

    #[test]
    fn the_primary_result_code_determines_the_fault() {
        for (code, fault) in [
            (5, Some(DatabaseFault::Locked)),
            // SQLITE_BUSY_SNAPSHOT.
            (517, Some(DatabaseFault::Locked)),
            // SQLITE_READONLY_DBMOVED.
            (1032, Some(DatabaseFault::ReadOnly)),
            // SQLITE_IOERR_WRITE.
            (778, Some(DatabaseFault::Disk)),
            (13, Some(DatabaseFault::Full)),
            (14, Some(DatabaseFault::Unopenable)),
            // SQLITE_ERROR, SQLITE_CORRUPT, SQLITE_CONSTRAINT_UNIQUE, SQLITE_NOTADB.
            (1, None),
            (11, None),
            (2067, None),
            (26, None),
        ] {
            assert_eq!(DatabaseFault::of_code(code), fault, "{code}");
        }
    }

    #[test]
    fn temporary_faults_are_distinguished_from_lasting_errors() {
        assert!(matches!(failed(sqlx::Error::PoolTimedOut), StoreError::Unavailable(_)));
        assert!(matches!(failed(sqlx::Error::WorkerCrashed), StoreError::Unavailable(_)));
        assert!(matches!(failed(sqlx::Error::RowNotFound), StoreError::Failed(_)));
        assert!(matches!(failed(std::fmt::Error), StoreError::Failed(_)));
    }
}
