use rustix::fs::{Access, access};
use rustix::io::Errno;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{Connection, SqliteConnection, SqlitePool};
use std::io;
use std::path::Path;
use std::time::Duration;

/// Opens `count` connections to a database. Two kinds of connection are not used:
///
/// - A connection that is returned within a transaction. SQLite rolls back by itself when the disk is full or fails; sqlx's own rollback
///   then finds no transaction, and every later transaction would fail.
/// - A connection that can only read, because the file system was read-only when it was opened.
///
/// `acquire_timeout` is how long a caller waits for a connection.
pub(super) async fn open(options: SqliteConnectOptions, count: u32, acquire_timeout: Duration) -> Result<SqlitePool, sqlx::Error> {
    let file = options.get_filename().to_owned();
    // This is checked first, since the pool would try again until `acquire_timeout`.
    check_writable(&file).map_err(sqlx::Error::Io)?;
    let pool = SqlitePoolOptions::new()
        .max_connections(count)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(acquire_timeout)
        // There is no network in between; a ping would cost a round trip through the connection's thread.
        .test_before_acquire(false)
        .after_connect(move |_, _| {
            let checked = check_writable(&file).map_err(sqlx::Error::Io);
            Box::pin(async move { checked })
        })
        .after_release(|connection, _| Box::pin(is_idle(connection)))
        .connect_with(options.clone())
        .await?;
    // Only the first connection creates the file. A later one would create an empty database in place of one that was moved away.
    pool.set_connect_options(options.create_if_missing(false));
    // All connections are opened now and kept, since one that is opened later could find another file at the path. They are opened one
    // after the other, since two at once would conflict on a new file.
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(pool.acquire().await?);
    }
    drop(all);
    Ok(pool)
}

/// Whether a returned connection is in no transaction, after a pending rollback has finished.
async fn is_idle(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if !connection.is_in_transaction() {
        return Ok(true);
    }
    // The pending rollback runs before the ping.
    connection.ping().await?;
    let is_idle = !connection.is_in_transaction();
    if !is_idle {
        tracing::warn!("a database connection was returned within a transaction and is closed");
    }
    Ok(is_idle)
}

/// Checks that the file, if it exists, can be written. SQLite would otherwise open it read-only without an error.
///
/// The check does not open the file: when a process closes a file, the system drops every lock that the process holds on it, including
/// those of SQLite (<https://www.sqlite.org/howtocorrupt.html>, §2.2). Another process on the same database would then consider itself the
/// last one and delete the write-ahead log that this one still writes to.
fn check_writable(path: &Path) -> io::Result<()> {
    match access(path, Access::WRITE_OK) {
        // A database in memory has no file.
        Err(Errno::NOENT) => Ok(()),
        checked => checked.map_err(io::Error::from),
    }
}

#[cfg(test)]
mod tests {
    use super::open;
    use sqlx::SqlitePool;
    use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
    use std::path::Path;
    use std::time::Duration;
    use tempfile::TempDir;

    async fn one_connection(directory: &TempDir) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(directory.path().join("mailcode.db")).create_if_missing(true);
        open(options, 1, Duration::from_secs(5)).await.expect("a database")
    }

    /// The `ROLLBACK` simulates what SQLite does by itself on a full disk.
    #[tokio::test]
    async fn a_transaction_that_sqlite_has_rolled_back_does_not_block_the_next() {
        let directory = tempfile::tempdir().expect("a directory");
        let pool = one_connection(&directory).await;
        for _ in 0..3 {
            let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await.expect("a transaction");
            sqlx::query("ROLLBACK").execute(&mut *transaction).await.expect("rolled back");
            drop(transaction);
        }
        let transaction = pool.begin_with("BEGIN IMMEDIATE").await.expect("a transaction");
        transaction.commit().await.expect("committed");
    }

    #[tokio::test]
    async fn a_dropped_transaction_returns_its_connection_to_the_pool() {
        let directory = tempfile::tempdir().expect("a directory");
        let pool = one_connection(&directory).await;
        sqlx::query("CREATE TEMP TABLE mark (id)").execute(&pool).await.expect("a table of this connection");
        drop(pool.begin_with("BEGIN IMMEDIATE").await.expect("a transaction"));
        sqlx::query("SELECT id FROM mark").fetch_all(&pool).await.expect("the same connection");
    }

    #[tokio::test]
    async fn a_database_that_was_moved_away_is_not_created_again() {
        let directory = tempfile::tempdir().expect("a directory");
        let pool = one_connection(&directory).await;
        let connection = pool.acquire().await.expect("a connection").detach();
        std::fs::rename(directory.path().join("mailcode.db"), directory.path().join("elsewhere.db")).expect("moved");
        drop(connection);
        assert!(pool.acquire().await.is_err());
        assert!(!directory.path().join("mailcode.db").exists());
    }

    /// Whether this user may write to the file whatever its permissions say, as root may. `flows/disk::a_read_only_database_is_refused_at_the_start`
    /// tries it as root, too, by a mount.
    fn is_writable_anyway(path: &Path) -> bool {
        std::fs::File::options().write(true).open(path).is_ok()
    }

    fn set_mode(path: &Path, mode: u32) {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("permissions that the owner sets");
    }

    /// At once, and not when a connection did not come in time.
    #[tokio::test]
    async fn a_read_only_file_is_not_opened() {
        let directory = tempfile::tempdir().expect("a directory");
        one_connection(&directory).await.close().await;
        let path = directory.path().join("mailcode.db");
        set_mode(&path, 0o400);
        let is_writable = is_writable_anyway(&path);
        let opened = open(SqliteConnectOptions::new().filename(&path), 1, Duration::from_secs(1)).await;
        assert!(if is_writable { opened.is_ok() } else { matches!(opened, Err(sqlx::Error::Io(_))) }, "{opened:?}");
    }

    #[tokio::test]
    async fn a_read_only_connection_does_not_replace_a_writable_one() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("mailcode.db");
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let pool = open(options, 1, Duration::from_secs(1)).await.expect("a database");
        drop(pool.acquire().await.expect("a connection").detach());
        set_mode(&path, 0o400);
        let is_writable = is_writable_anyway(&path);
        assert_eq!(pool.acquire().await.is_ok(), is_writable);
        set_mode(&path, 0o600);
        sqlx::query("CREATE TABLE mark (id)").execute(&pool).await.expect("written");
    }

    /// SQLite's read lock on the file tells other processes that it is in use.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn the_lock_on_the_file_outlives_the_opening_of_another_connection() {
        use std::os::unix::fs::MetadataExt;
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("mailcode.db");
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true).journal_mode(SqliteJournalMode::Wal);
        let pool = open(options, 4, Duration::from_secs(5)).await.expect("a database");
        sqlx::query("CREATE TABLE mark (id)").execute(&pool).await.expect("written");
        let holder = format!(" {} ", std::process::id());
        let file = format!(":{} ", std::fs::metadata(&path).expect("a file").ino());
        let is_locked = || {
            let locks = std::fs::read_to_string("/proc/locks").expect("a list of locks");
            locks.lines().any(|lock| lock.contains(&holder) && lock.contains(&file))
        };
        assert_eq!((is_locked(), pool.size()), (true, 4), "all connections are open from the start");
        drop(pool.acquire().await.expect("a connection").detach());
        drop([pool.acquire().await, pool.acquire().await, pool.acquire().await, pool.acquire().await]);
        assert!(is_locked(), "the lock stays when another connection is opened");
    }
}
