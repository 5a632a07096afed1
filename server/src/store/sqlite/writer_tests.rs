use super::Writer;
use crate::sign_up::ports::StoreError;
use crate::store::sqlite::connections::open_writer;
use crate::store::sqlite::opened_file::OpenedFile;
use crate::store::sqlite::step::Step;
use crate::store::{DatabaseFault, SqliteStore};
use rusqlite::Connection;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// A writer of a database with the table `mark`, which has each number once.
struct World {
    writer: Writer,
    /// The number of commits.
    commits: Arc<AtomicUsize>,
    /// Whether commits fail.
    fails: Arc<AtomicBool>,
    directory: TempDir,
}

impl World {
    fn new() -> Self {
        Self::with(|_| ())
    }

    /// A writer whose connection has these settings.
    fn with(set: impl FnOnce(&Connection)) -> Self {
        Self::with_pause(set, thread::sleep)
    }

    /// The same with this function to wait for more steps.
    fn with_pause(set: impl FnOnce(&Connection), pause: impl FnMut(Duration) + Send + 'static) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let path = path(&directory);
        fs::write(&path, "").expect("a file");
        let mut connection = open_writer(&path).expect("a database");
        connection.execute_batch("CREATE TABLE mark (number INTEGER UNIQUE, data BLOB) STRICT").expect("created");
        set(&connection);
        let (commits, fails) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let (counted, is_failing) = (Arc::clone(&commits), Arc::clone(&fails));
        let count = move || {
            counted.fetch_add(1, Ordering::SeqCst);
            is_failing.load(Ordering::SeqCst)
        };
        connection.commit_hook(Some(count)).expect("a hook");
        let writer = Writer::start_with_pause(connection, OpenedFile::at(&path), pause).expect("a thread");
        Self { writer, commits, fails, directory }
    }

    fn commits(&self) -> usize {
        self.commits.load(Ordering::SeqCst)
    }

    /// The marks that are stored.
    fn marks(&self) -> Vec<i64> {
        let database = Connection::open(path(&self.directory)).expect("the database");
        let mut query = database.prepare("SELECT number FROM mark ORDER BY number").expect("valid SQL");
        query.query_map([], |row| row.get(0)).expect("read").collect::<rusqlite::Result<_>>().expect("numbers")
    }

    /// Makes the writer wait within a step, which writes nothing, until the returned end is dropped or used.
    async fn hold(&self) -> mpsc::Sender<()> {
        let (end, held) = mpsc::channel::<()>();
        let (signal, begun) = oneshot::channel();
        let writer = self.writer.clone();
        tokio::spawn(async move {
            let step = move |_: &Connection| {
                let _ = (signal.send(()), held.recv());
                Ok(Step::Rollback(()))
            };
            writer.run(step).await
        });
        begun.await.expect("it begins");
        end
    }

    /// Runs these steps, which wait for the writer together, in this order.
    async fn run_together(&self, steps: Vec<TestStep>) -> Vec<Result<(), StoreError>> {
        let held = self.hold().await;
        let sent = self.send(steps).await;
        drop(held);
        answers(sent).await
    }

    /// Puts these steps into the queue, in this order.
    async fn send(&self, steps: Vec<TestStep>) -> Vec<JoinHandle<Result<(), StoreError>>> {
        let (sent, count) = (Arc::<AtomicUsize>::default(), steps.len());
        let run = |step| {
            let (writer, sent) = (self.writer.clone(), Arc::clone(&sent));
            tokio::spawn(async move {
                // The step is in the queue when the test's only thread looks at the number.
                sent.fetch_add(1, Ordering::SeqCst);
                writer.run(step).await
            })
        };
        let running: Vec<_> = steps.into_iter().map(run).collect();
        while sent.load(Ordering::SeqCst) < count {
            tokio::task::yield_now().await;
        }
        running
    }

    async fn mark(&self, number: i64) -> Result<(), StoreError> {
        self.writer.run(mark(number)).await
    }
}

async fn answers(running: Vec<JoinHandle<Result<(), StoreError>>>) -> Vec<Result<(), StoreError>> {
    let mut answers = Vec::new();
    for answer in running {
        answers.push(answer.await.expect("no panic of the test"));
    }
    answers
}

type TestStep = Box<dyn FnOnce(&Connection) -> rusqlite::Result<Step<()>> + Send>;

/// A step that stores this number.
fn mark(number: i64) -> TestStep {
    Box::new(move |connection| insert(connection, number).map(Step::Commit))
}

fn insert(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT INTO mark (number) VALUES (?)")?.execute([number]).map(|_| ())
}

fn path(directory: &TempDir) -> PathBuf {
    directory.path().join("mailcode.db")
}

fn fault(answer: &Result<(), StoreError>) -> Option<DatabaseFault> {
    answer.as_ref().err().and_then(DatabaseFault::of_store_error)
}

#[tokio::test]
async fn steps_that_wait_are_committed_together() {
    let world = World::new();
    let answers = world.run_together((0..100).map(mark).collect()).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!((world.marks().len(), world.commits()), (100, 2), "64 steps at most, of which the first has held the others");
    for number in 100..103 {
        world.mark(number).await.expect("stored");
    }
    assert_eq!((world.marks().len(), world.commits()), (103, 5), "a step that is alone is committed at once");
}

#[tokio::test]
async fn after_a_group_the_first_step_of_the_next_waits_for_more() {
    let ((delays, waits), (end, held)) = (mpsc::channel(), mpsc::channel::<()>());
    let pause = move |delay| {
        let _ = (delays.send(delay), held.recv());
    };
    let world = World::with_pause(|_| (), pause);
    world.mark(0).await.expect("stored");
    world.mark(1).await.expect("stored");
    assert_eq!(world.commits(), 2);
    world.run_together(vec![mark(2), mark(3)]).await;
    assert_eq!((world.commits(), waits.try_recv().ok()), (3, None), "a step that is alone does not wait, nor do those behind it");
    let mut running = world.send(vec![mark(4)]).await;
    assert_eq!(
        waits.recv_timeout(Duration::from_secs(10)).ok(),
        Some(Duration::from_micros(400)),
        "for the two that shared the last group with its first"
    );
    running.extend(world.send(vec![mark(5), mark(6)]).await);
    drop(end);
    assert!(answers(running).await.iter().all(Result::is_ok));
    assert_eq!((world.marks().len(), world.commits()), (7, 4));
}

#[tokio::test]
async fn a_step_that_is_refused_fails_or_panics_takes_no_other_with_it() {
    let world = World::new();
    let answers = world
        .run_together(vec![
            mark(1),
            mark(1),
            Box::new(|connection| insert(connection, 2).map(Step::Rollback)),
            mark(3),
            Box::new(|connection| {
                insert(connection, 4)?;
                panic!("a panic that the test expects");
            }),
            Box::new(|connection| {
                insert(connection, 5)?;
                insert(connection, 3).map(Step::Commit)
            }),
            mark(6),
        ])
        .await;
    let outcomes: Vec<_> = answers.iter().map(|answer| answer.as_ref().map_err(|error| matches!(error, StoreError::Failed(_)))).collect();
    assert_eq!(outcomes, [Ok(&()), Err(true), Ok(&()), Ok(&()), Err(true), Err(true), Ok(&())], "{answers:?}");
    assert_eq!((world.marks(), world.commits()), (vec![1, 3, 6], 1));
}

#[tokio::test]
async fn steps_that_write_nothing_are_not_committed() {
    let world = World::new();
    let log = world.directory.path().join("mailcode.db-wal");
    let before = fs::metadata(&log).expect("a log").len();
    let refused: TestStep = Box::new(|connection| insert(connection, 1).map(Step::Rollback));
    world.run_together(vec![refused, Box::new(|_| Ok(Step::Rollback(())))]).await;
    assert_eq!((world.commits(), fs::metadata(&log).expect("a log").len()), (0, before));
}

/// Like that of a full disk, a conflict with this clause rolls the transaction back.
#[tokio::test]
async fn when_sqlite_rolls_back_by_itself_every_step_before_is_refused_and_none_after() {
    let world = World::new();
    let lost: TestStep =
        Box::new(|connection| connection.execute("INSERT OR ROLLBACK INTO mark (number) VALUES (1)", []).map(|_| Step::Commit(())));
    let answers = world.run_together(vec![mark(1), mark(2), lost, mark(3), mark(4)]).await;
    let refused: Vec<_> = answers.iter().map(|answer| matches!(answer, Err(StoreError::Unavailable(_)))).collect();
    assert_eq!(refused, [true, true, true, false, false], "{answers:?}");
    assert_eq!((world.marks(), world.commits()), (vec![3, 4], 1));
}

#[tokio::test]
async fn when_the_commit_fails_every_step_is_refused() {
    let world = World::new();
    world.fails.store(true, Ordering::SeqCst);
    let refused: TestStep = Box::new(|_| Ok(Step::Rollback(())));
    let answers = world.run_together(vec![mark(1), refused, mark(2)]).await;
    assert!(answers.iter().all(|answer| matches!(answer, Err(StoreError::Unavailable(_)))), "{answers:?}");
    assert_eq!(world.marks(), [0; 0]);
    world.fails.store(false, Ordering::SeqCst);
    world.mark(3).await.expect("stored");
    assert_eq!(world.marks(), [3]);
}

#[tokio::test]
async fn a_full_disk_refuses_for_the_moment() {
    let world = World::new();
    let pages = |count: i64| -> TestStep {
        Box::new(move |connection| connection.pragma_update(None, "max_page_count", count).map(|()| Step::Rollback(())))
    };
    let large: TestStep = Box::new(|connection| {
        let insert = "INSERT INTO mark (number, data) VALUES (10, zeroblob(1000000))";
        connection.execute(insert, []).map(|_| Step::Commit(()))
    });
    world.writer.run(pages(20)).await.expect("set");
    let answers = world.run_together(vec![mark(1), large, mark(2)]).await;
    assert_eq!(fault(&answers[1]), Some(DatabaseFault::Full), "{answers:?}");
    let stored: Vec<_> = [1, 2].into_iter().filter(|number| answers[usize::from(*number == 2) * 2].is_ok()).collect();
    assert_eq!(world.marks(), stored, "what was stored was answered, and nothing else");
    world.writer.run(pages(1_000_000)).await.expect("set");
    world.mark(3).await.expect("there is room again");
    assert!(world.marks().contains(&3));
}

#[tokio::test]
async fn every_step_that_waits_for_the_lock_of_another_program_is_refused_with_the_first() {
    let world = World::with(|connection| connection.busy_timeout(Duration::from_millis(300)).expect("set"));
    let other = Connection::open(path(&world.directory)).expect("the database");
    let held = world.hold().await;
    let begun = Instant::now();
    let one = |number| {
        tokio::spawn({
            let writer = world.writer.clone();
            async move { writer.run(mark(number)).await }
        })
    };
    // The step that holds the writer has the lock; the others begin after it.
    drop(held);
    while other.execute_batch("BEGIN IMMEDIATE").is_err() {}
    let running: Vec<_> = (0..10).map(one).collect();
    for answer in running {
        assert_eq!(fault(&answer.await.expect("no panic")), Some(DatabaseFault::Locked));
    }
    assert!(begun.elapsed() < Duration::from_secs(2), "not one after the other: {:?}", begun.elapsed());
    drop(other);
    world.mark(1).await.expect("unlocked");
}

#[tokio::test]
async fn a_step_whose_caller_has_gone_is_not_run() {
    let world = World::new();
    let held = world.hold().await;
    let gone = tokio::time::timeout(Duration::from_millis(10), world.mark(1)).await;
    assert!(gone.is_err(), "it waits");
    drop(held);
    world.mark(2).await.expect("stored");
    assert_eq!(world.marks(), [2]);
}

#[tokio::test]
async fn a_caller_that_has_waited_too_long_is_refused_and_the_step_is_not_run() {
    let world = World::new();
    let held = world.hold().await;
    // The clock advances to the time-out as soon as the test waits.
    tokio::time::pause();
    assert_eq!(fault(&world.mark(1).await), Some(DatabaseFault::NoFreeConnection));
    tokio::time::resume();
    drop(held);
    world.mark(2).await.expect("stored");
    assert_eq!(world.marks(), [2]);
}

/// It would be told of a failure, and the step would take effect.
#[tokio::test]
async fn a_caller_waits_for_a_step_that_has_begun() {
    let world = World::new();
    let ((end, held), (signal, begun)) = (mpsc::channel::<()>(), oneshot::channel());
    let slow = move |connection: &Connection| {
        let _ = (signal.send(()), held.recv());
        insert(connection, 1).map(Step::Commit)
    };
    let writer = world.writer.clone();
    let answer = tokio::spawn(async move { writer.run(slow).await });
    begun.await.expect("it begins");
    tokio::time::pause();
    tokio::time::advance(2 * SqliteStore::ACQUIRE_TIMEOUT).await;
    tokio::task::yield_now().await;
    tokio::time::resume();
    assert!(!answer.is_finished());
    drop(end);
    answer.await.expect("no panic").expect("stored");
    assert_eq!(world.marks(), [1]);
}

#[tokio::test]
async fn nothing_is_written_to_a_file_that_was_moved_away() {
    let world = World::new();
    let [file, elsewhere] = ["mailcode.db", "elsewhere.db"].map(|name| world.directory.path().join(name));
    fs::rename(&file, &elsewhere).expect("moved");
    assert_eq!(fault(&world.mark(1).await), Some(DatabaseFault::Replaced));
    assert!(!file.exists(), "it is not created again");
    fs::rename(&elsewhere, &file).expect("moved back");
    world.mark(2).await.expect("stored");
    assert_eq!(world.marks(), [2]);
}

#[tokio::test]
async fn work_outside_of_a_transaction_keeps_its_place_in_the_queue() {
    let world = World::new();
    let held = world.hold().await;
    let count = |connection: &Connection| {
        assert!(connection.is_autocommit());
        connection.query_row("SELECT count(*) FROM mark", [], |row| row.get::<_, i64>(0))
    };
    let release = async { drop(held) };
    let (_, counted, _, ()) = tokio::join!(world.mark(1), world.writer.run_alone(count), world.mark(2), release);
    assert_eq!((counted.expect("counted"), world.marks()), (1, vec![1, 2]));
    let panicked = world.writer.run_alone(|_| -> rusqlite::Result<()> { panic!("a panic that the test expects") }).await;
    assert!(matches!(panicked, Err(StoreError::Failed(_))));
    world.mark(3).await.expect("stored");
}

#[tokio::test]
async fn the_connection_is_closed_with_the_last_clone() {
    let World { writer, directory, .. } = World::new();
    let log = directory.path().join("mailcode.db-wal");
    let clone = writer.clone();
    drop(writer);
    clone.run(mark(1)).await.expect("stored");
    assert!(log.exists());
    drop(clone);
    assert!(!log.exists(), "SQLite deletes the log with the last connection");
}
