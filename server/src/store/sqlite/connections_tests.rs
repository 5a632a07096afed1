use super::{Readers, open_writer};
use crate::store::sqlite::open_error::{OpenProblem, StoreOpenError};
use crate::store::{DatabaseFault, SqliteStore};
use rusqlite::types::FromSql;
use rusqlite::{Connection, ErrorCode, StatementStatus};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

fn path(directory: &TempDir) -> PathBuf {
    directory.path().join("mailcode.db")
}

async fn store(directory: &TempDir) -> Result<SqliteStore, StoreOpenError> {
    SqliteStore::open(&format!("sqlite://{}", path(directory).display())).await
}

fn pragma<T: FromSql>(connection: &Connection, name: &str) -> T {
    connection.pragma_query_value(None, name, |row| row.get(0)).expect("a pragma")
}

#[test]
fn the_connections_have_their_settings() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(path(&directory), "").expect("a file");
    let writer = open_writer(&path(&directory)).expect("a database");
    let number = |name| pragma::<i64>(&writer, name);
    assert_eq!(pragma::<String>(&writer, "journal_mode"), "wal");
    assert_eq!(["synchronous", "secure_delete", "foreign_keys", "busy_timeout"].map(number), [2, 1, 1, 5000], "2: FULL");

    let readers = Readers::open(&path(&directory)).expect("readers");
    assert_eq!(readers.read(|reader| Ok(pragma::<i64>(reader, "busy_timeout"))), Ok(1000));
    let error = readers.read(|reader| reader.execute_batch("CREATE TABLE mark (number)")).expect_err("it only reads");
    assert_eq!(error.sqlite_error_code(), Some(ErrorCode::ReadOnly), "{error}");
}

/// SQLite's own choice is to plan a statement again when a value of a parameter, such as that of OFFSET, could change the plan.
#[test]
fn a_statement_is_planned_once_whatever_its_parameters_are() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(path(&directory), "").expect("a file");
    let writer = open_writer(&path(&directory)).expect("a database");
    writer.execute_batch("CREATE TABLE mark (number)").expect("created");
    let readers = Readers::open(&path(&directory)).expect("readers");
    let planned_again = |connection: &Connection| {
        let mut statement = connection.prepare("SELECT number FROM mark ORDER BY number LIMIT 1 OFFSET ?")?;
        for offset in 0..3 {
            assert!(!statement.exists([offset])?);
        }
        Ok(statement.get_status(StatementStatus::RePrepare))
    };
    assert_eq!((planned_again(&writer), readers.read(planned_again)), (Ok(0), Ok(0)));
}

/// The server's steps change few rows each; those of commands may change all.
#[tokio::test]
async fn the_savepoints_of_the_server_are_kept_in_memory() {
    let directory = tempfile::tempdir().expect("a directory");
    let in_memory =
        async |store: SqliteStore| store.writer.run_alone(|writer| Ok(pragma::<i64>(writer, "temp_store"))).await.expect("read");
    assert_eq!(in_memory(store(&directory).await.expect("a database")).await, 2, "2: MEMORY");
    let url = format!("sqlite://{}", path(&directory).display());
    assert_eq!(in_memory(SqliteStore::open_existing(&url).await.expect("the same database")).await, 0, "0: as compiled");
}

#[test]
fn the_reads_of_one_moment_see_no_later_write() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(path(&directory), "").expect("a file");
    let writer = open_writer(&path(&directory)).expect("a database");
    writer.execute_batch("CREATE TABLE mark (number)").expect("created");
    let readers = Readers::open(&path(&directory)).expect("readers");
    let count = |connection: &Connection| connection.query_row("SELECT count(*) FROM mark", [], |row| row.get::<_, i64>(0));
    for before in 0..3 {
        let counts = readers.read_at_one_moment(|reader| {
            let first = count(reader)?;
            writer.execute_batch("INSERT INTO mark VALUES (1)")?;
            Ok((first, count(reader)?))
        });
        assert_eq!(counts, Ok((before, before)));
        let panics = || readers.read_at_one_moment(|_| -> rusqlite::Result<()> { panic!("a panic that the test expects") });
        assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
    }
}

/// All four read at once; the fifth waits for one of them.
#[test]
fn a_reader_that_is_busy_is_passed_over() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(path(&directory), "").expect("a file");
    let readers = Readers::open(&path(&directory)).expect("readers");
    let (signal, begun) = mpsc::channel();
    thread::scope(|scope| {
        let mut releases = Vec::new();
        for _ in 0..5 {
            let ((end, held), signal, readers) = (mpsc::channel::<()>(), signal.clone(), readers.clone());
            releases.push(end);
            scope.spawn(move || {
                readers.read(|_| {
                    let _ = (signal.send(()), held.recv());
                    Ok(())
                })
            });
        }
        for _ in 0..4 {
            begun.recv_timeout(Duration::from_secs(30)).expect("it reads");
        }
        assert!(begun.recv_timeout(Duration::from_millis(50)).is_err(), "it waits");
        drop(releases);
        begun.recv_timeout(Duration::from_secs(30)).expect("it reads then");
    });
}

#[test]
fn a_read_that_panics_spoils_no_later_one() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(path(&directory), "").expect("a file");
    let readers = Readers::open(&path(&directory)).expect("readers");
    for _ in 0..10 {
        let panics = || readers.read(|_| -> rusqlite::Result<()> { panic!("a panic that the test expects") });
        assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
        readers.read(|reader| reader.execute_batch("SELECT 1")).expect("read");
    }
}

/// Whether this user may write to the file whatever its permissions say, as root may. `flows/disk::a_read_only_database_is_refused_at_the_start`
/// tries it as root, too, by a mount.
fn is_writable_anyway(path: &Path) -> bool {
    std::fs::File::options().write(true).open(path).is_ok()
}

#[tokio::test]
async fn a_read_only_file_is_not_opened() {
    use std::os::unix::fs::PermissionsExt;
    let directory = tempfile::tempdir().expect("a directory");
    drop(store(&directory).await.expect("a database"));
    let file = path(&directory);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).expect("permissions that the owner sets");
    let opened = store(&directory).await;
    let is_refused = matches!(opened, Err(StoreOpenError::Open(OpenProblem::Permission)));
    assert!(if is_writable_anyway(&file) { opened.is_ok() } else { is_refused }, "{opened:?}");
}

/// SQLite's read lock on the file tells other processes that it is in use.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_lock_on_the_file_outlives_the_opening_of_another_connection() {
    use std::os::unix::fs::MetadataExt;
    let directory = tempfile::tempdir().expect("a directory");
    let opened = store(&directory).await.expect("a database");
    let holder = format!(" {} ", std::process::id());
    let file = format!(":{} ", std::fs::metadata(path(&directory)).expect("a file").ino());
    let is_locked = || {
        let locks = std::fs::read_to_string("/proc/locks").expect("a list of locks");
        locks.lines().any(|lock| lock.contains(&holder) && lock.contains(&file))
    };
    assert!(is_locked(), "all connections are open from the start");
    drop(store(&directory).await.expect("the same database"));
    opened.try_write().await.expect("it can be written");
    assert!(is_locked(), "the lock stays when other connections are opened and closed");
    drop(opened);
    assert!(!is_locked());
}

#[tokio::test]
async fn a_database_that_is_not_there_is_only_created_if_it_may_be() {
    let directory = tempfile::tempdir().expect("a directory");
    let url = format!("sqlite://{}", path(&directory).display());
    for opened in
        [SqliteStore::open_existing(&url).await, SqliteStore::open_to_read(&url).await, SqliteStore::open_without_migrating(&url).await]
    {
        assert!(matches!(opened, Err(StoreOpenError::Open(OpenProblem::Missing))), "{opened:?}");
    }
    assert!(!path(&directory).exists());
    store(&directory).await.expect("a new database");
    SqliteStore::open_existing(&url).await.expect("it is there");
}

/// A command that looks at the database changes nothing, not even its journal.
#[tokio::test]
async fn a_store_that_is_opened_to_read_cannot_write() {
    let directory = tempfile::tempdir().expect("a directory");
    let opened = store(&directory).await.expect("a database");
    let to_read = SqliteStore::open_to_read(&format!("sqlite://{}", path(&directory).display())).await.expect("the same database");
    let error = to_read.try_write().await.expect_err("it only reads");
    assert_eq!(DatabaseFault::of_store_error(&error), Some(DatabaseFault::ReadOnly));
    drop(opened);
}
