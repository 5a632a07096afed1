use crate::sign_up::ports::StoreError;
use rusqlite::ffi;
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
    /// The writing connection did not become free in time.
    #[error("no connection to it became free in time")]
    NoFreeConnection,
}

impl DatabaseFault {
    /// The fault that caused an error of the database; `None` for an error that waiting does not fix, such as a wrong statement.
    #[must_use]
    pub fn of(error: &rusqlite::Error) -> Option<Self> {
        Self::of_code(result_code(error)?)
    }

    /// The fault that caused an error of the store port, if it came from this database.
    #[must_use]
    pub fn of_store_error(error: &StoreError) -> Option<Self> {
        let StoreError::Unavailable(cause) = error else { return None };
        cause.downcast_ref::<Self>().copied().or_else(|| cause.downcast_ref().and_then(Self::of))
    }

    /// The fault of an SQLite result code (sqlite.org/rescode.html): the low octet is the primary code, the others add detail.
    pub(super) const fn of_code(code: i32) -> Option<Self> {
        match code & 0xff {
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED | ffi::SQLITE_PROTOCOL => Some(Self::Locked),
            ffi::SQLITE_READONLY => Some(Self::ReadOnly),
            ffi::SQLITE_IOERR => Some(Self::Disk),
            ffi::SQLITE_FULL => Some(Self::Full),
            ffi::SQLITE_CANTOPEN => Some(Self::Unopenable),
            _ => None,
        }
    }
}

/// The extended result code of an error that SQLite reported; `None` for an error of this program, such as a value of another type.
pub(super) fn result_code(error: &rusqlite::Error) -> Option<i32> {
    match error {
        rusqlite::Error::SqliteFailure(error, _) | rusqlite::Error::SqlInputError { error, .. } => Some(error.extended_code),
        _ => None,
    }
}

/// Converts an error to that of the store port, with its cause for the log.
pub(super) fn store_error(error: impl Error + Send + Sync + 'static) -> StoreError {
    let error: Box<dyn Error + Send + Sync> = Box::new(error);
    match error.downcast_ref::<rusqlite::Error>().and_then(DatabaseFault::of) {
        Some(_) => StoreError::Unavailable(error),
        None => StoreError::Failed(error),
    }
}

#[cfg(test)]
mod tests {
    use super::{DatabaseFault, store_error};
    use crate::sign_up::ports::StoreError;
    use rusqlite::{Connection, ffi};

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
        let of_code = |code| store_error(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        assert!(matches!(of_code(ffi::SQLITE_BUSY_SNAPSHOT), StoreError::Unavailable(_)));
        assert!(matches!(of_code(ffi::SQLITE_CORRUPT), StoreError::Failed(_)));
        assert!(matches!(store_error(rusqlite::Error::QueryReturnedNoRows), StoreError::Failed(_)));
        assert!(matches!(store_error(std::fmt::Error), StoreError::Failed(_)));
        let wrong = Connection::open_in_memory().and_then(|database| database.execute_batch("SELECT 1 FROM missing"));
        assert!(matches!(store_error(wrong.expect_err("no such table")), StoreError::Failed(_)));
    }
}
