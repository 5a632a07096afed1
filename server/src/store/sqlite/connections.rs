use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, Result};
use rustix::fs::{Access, access};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

/// How long a writer waits for the lock of another program: `busy_timeout`.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// The same for a reader, which has to wait only while the write-ahead log is repaired after a crash, and then holds up its thread.
const READER_BUSY_TIMEOUT: Duration = Duration::from_secs(1);
/// The number of connections that read. A read takes microseconds, so that few are in progress at once.
const READERS: usize = 4;
/// More than there are statements. Each is prepared once for each connection.
const CACHED_STATEMENTS: usize = 64;

/// Opens the connection that writes to this file, which must exist.
pub(super) fn open_writer(path: &Path) -> Result<Connection> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Duration::ZERO)?;
    switch_to_wal(&connection)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    // With NORMAL, a power failure could undo a spent try or a used code after the visitor saw the result.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Deleted data is overwritten: an address must not be found in the file after its account was deleted.
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    Ok(connection)
}

/// Switches to a write-ahead log, with which readers do not wait for the writer, nor it for them. SQLite does not wait for the lock of
/// another connection that switches the same new file at this moment, so that this does it.
fn switch_to_wal(connection: &Connection) -> Result<()> {
    const PAUSE: Duration = Duration::from_millis(20);
    for _ in 0..BUSY_TIMEOUT.as_millis() / PAUSE.as_millis() {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => thread::sleep(PAUSE),
            switched => return switched,
        }
    }
    connection.pragma_update(None, "journal_mode", "WAL")
}

/// Keeps the journal of savepoints in memory. SQLite would move it to a temporary file once a step has changed more than 64 KB, as the first
/// step of a sign-up does. It holds the pages that one step changes, as they were before. Not for a connection on which a step may change
/// any number of rows.
pub(super) fn keep_savepoints_in_memory(connection: &Connection) -> Result<()> {
    connection.pragma_update(None, "temp_store", "MEMORY")
}

/// Runs a statement without parameters and results. It is parsed once for each connection.
pub(super) fn execute(connection: &Connection, statement: &str) -> Result<()> {
    connection.prepare_cached(statement)?.execute([]).map(|_| ())
}

/// Opens a connection to a file that exists, with no settings but the time-out and what concerns statements.
pub(super) fn open(path: &Path, flags: OpenFlags, busy_timeout: Duration) -> Result<Connection> {
    // SQLite's own mutexes are not needed: a connection is used by one thread at a time.
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(busy_timeout)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    // Otherwise SQLite plans some statements again whenever a parameter has another value, such as that of OFFSET.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// The connections that read. They read on the thread of the caller: to change threads would take longer than the read.
#[derive(Clone, Debug)]
pub(super) struct Readers(Arc<[Mutex<Connection>]>);

impl Readers {
    /// Opens all connections to the file of the writer. They are kept, since one that is opened later could find another file at the path.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let connection = |_| {
            // Even one that reads must be able to write to the index of the write-ahead log.
            let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, READER_BUSY_TIMEOUT)?;
            connection.pragma_update(None, "query_only", "ON")?;
            // SQLite opens the log with the first read.
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(connection)
        };
        Ok(Self::of((0..READERS).map(connection).collect::<Result<_>>()?))
    }

    /// These connections, of which there must be one.
    pub(super) fn of(connections: Vec<Connection>) -> Self {
        Self(connections.into_iter().map(Mutex::new).collect())
    }

    /// Reads from a connection that is free, or waits until one is.
    pub(super) fn read<T>(&self, query: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        query(&self.free())
    }

    /// Like [`Self::read`], in a transaction: all reads of the query see the same moment.
    pub(super) fn read_at_one_moment<T>(&self, query: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.read(|connection| {
            let _moment = Moment::begin(connection)?;
            query(connection)
        })
    }

    fn free(&self) -> MutexGuard<'_, Connection> {
        let free = self.0.iter().find_map(|connection| match connection.try_lock() {
            Ok(connection) => Some(connection),
            // A query that panicked leaves nothing behind.
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        free.unwrap_or_else(|| self.0[0].lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A transaction that only reads. Its statements are cached; those of rusqlite's own transactions are parsed each time.
struct Moment<'a>(&'a Connection);

impl<'a> Moment<'a> {
    fn begin(connection: &'a Connection) -> Result<Self> {
        execute(connection, "BEGIN")?;
        Ok(Self(connection))
    }
}

impl Drop for Moment<'_> {
    fn drop(&mut self) {
        // It fails only if SQLite has ended the transaction by itself.
        let _ = execute(self.0, "ROLLBACK");
    }
}

/// Moves the content of the write-ahead log into the database's file and truncates the log. Returns whether a reader prevented it. It waits
/// for readers only briefly, since every writer waits meanwhile.
pub(super) fn truncate_wal(connection: &Connection) -> Result<bool> {
    connection.busy_timeout(Duration::from_millis(100))?;
    let is_busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(is_busy? != 0)
}

/// Checks that the file can be written. SQLite would otherwise open it read-only without an error.
///
/// The check does not open the file: when a process closes a file, the system drops every lock that the process holds on it, including
/// those of SQLite (<https://www.sqlite.org/howtocorrupt.html>, §2.2). Another process on the same database would then consider itself the
/// last one and delete the write-ahead log that this one still writes to.
pub(super) fn check_writable(path: &Path) -> io::Result<()> {
    access(path, Access::WRITE_OK).map_err(io::Error::from)
}

#[cfg(test)]
#[path = "connections_tests.rs"]
mod tests;
