use super::connections::execute;
use super::database_fault::store_error;
use super::opened_file::OpenedFile;
use super::step::{Job, Step, Work, copy};
use crate::sign_up::ports::StoreError;
use rusqlite::{Connection, Error};
use std::io;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

/// The greatest number of steps in one transaction. Each waits for the last of them.
const GROUP: usize = 64;

/// The thread with the only connection that writes. SQLite has one writer at a time anyway; with one thread, steps wait for each other in a
/// queue instead of for locks, and those that wait share a transaction: one flush to the disk makes all of them durable (group commit).
///
/// The thread ends when the last clone is dropped, which waits until its connection is closed.
#[derive(Clone, Debug)]
pub(super) struct Writer(Arc<WriterThread>);

#[derive(Debug)]
struct WriterThread {
    /// `None` once the writer is dropped.
    queue: Option<mpsc::Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

enum Task {
    /// Runs in a transaction, maybe with others.
    Step(Box<dyn Work>),
    /// Runs outside of a transaction.
    Alone(Box<dyn Work>),
}

/// The thread that writes has ended, which it does only after a panic.
#[derive(Debug, thiserror::Error)]
#[error("the thread that writes to the database has ended")]
struct WriterEnded;

impl Writer {
    /// Starts the thread with this connection to this file.
    pub(super) fn start(connection: Connection, file: OpenedFile) -> io::Result<Self> {
        let (queue, tasks) = mpsc::channel();
        let writing = Writing { connection, file, tasks };
        let thread = thread::Builder::new().name("database".to_owned()).spawn(move || writing.serve())?;
        Ok(Self(Arc::new(WriterThread { queue: Some(queue), thread: Some(thread) })))
    }

    /// Runs a step in a transaction, and returns its answer when that is committed. The step may be dropped before it runs, if the caller
    /// is dropped or has waited too long; it must not hold a clone of this writer.
    ///
    /// # Errors
    /// [`StoreError`] when the step or the commit fails; then nothing of the step was written.
    pub(super) async fn run<T, F>(&self, step: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<Step<T>> + Send + 'static,
    {
        self.wait_for(Task::Step, step).await
    }

    /// Runs work that cannot run in a transaction.
    ///
    /// # Errors
    /// [`StoreError`] when it fails.
    pub(super) async fn run_alone<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        self.wait_for(Task::Alone, |connection: &Connection| work(connection).map(Step::Commit)).await
    }

    async fn wait_for<T, F>(&self, task: fn(Box<dyn Work>) -> Task, step: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<Step<T>> + Send + 'static,
    {
        let (job, answer) = Job::new(step);
        let sent = self.0.queue.as_ref().is_some_and(|queue| queue.send(task(Box::new(job))).is_ok());
        if !sent {
            return Err(store_error(WriterEnded));
        }
        answer.wait().await.unwrap_or_else(|| Err(store_error(WriterEnded)))
    }
}

impl Drop for WriterThread {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was reported when it happened.
            let _ = thread.join();
        }
    }
}

/// What the thread has.
struct Writing {
    connection: Connection,
    file: OpenedFile,
    tasks: mpsc::Receiver<Task>,
}

impl Writing {
    /// Runs tasks until every sender is dropped.
    fn serve(self) {
        let mut next = None;
        while let Some(task) = next.take().or_else(|| self.tasks.recv().ok()) {
            next = match task {
                Task::Step(first) => self.run_group(first),
                Task::Alone(mut work) => {
                    if work.begin() {
                        work.run(&self.connection);
                        work.answer();
                    }
                    None
                }
            };
        }
    }

    /// Runs this step and those that wait behind it in one transaction, each in a savepoint: one that is refused or fails takes no other
    /// with it. They are answered after the commit. Returns a task that was taken from the queue and not run.
    fn run_group(&self, first: Box<dyn Work>) -> Option<Task> {
        if let Err(error) = self.file.check_in_place() {
            first.fail(error);
            return None;
        }
        if let Err(error) = self.execute("BEGIN IMMEDIATE") {
            return self.refuse_waiting(first, &error);
        }
        let (mut ran, mut has_written, mut next) = (Vec::new(), false, Some(Task::Step(first)));
        let mut result = Ok(());
        while let Some(Task::Step(mut work)) = next {
            if work.begin() {
                let kept = self.run_step(&mut *work);
                ran.push(work);
                match kept {
                    Ok(is_kept) => has_written |= is_kept,
                    Err(error) => {
                        (result, next) = (Err(error), None);
                        break;
                    }
                }
            }
            next = if ran.len() < GROUP { self.tasks.try_recv().ok() } else { None };
        }
        // Without a write there is nothing to commit; SQLite would write the pages that were changed and changed back.
        let result = result.and_then(|()| self.execute(if has_written { "COMMIT" } else { "ROLLBACK" }));
        if !self.connection.is_autocommit() {
            let _ = self.execute("ROLLBACK");
        }
        for work in ran {
            match &result {
                Ok(()) => work.answer(),
                Err(error) => work.fail(StoreError::Unavailable(Box::new(copy(error)))),
            }
        }
        next
    }

    /// Runs a step in its savepoint. Returns whether its writes are kept.
    ///
    /// # Errors
    /// When the whole transaction is lost: SQLite rolls it back by itself when the disk is full or fails.
    fn run_step(&self, work: &mut dyn Work) -> rusqlite::Result<bool> {
        self.execute("SAVEPOINT step")?;
        let is_kept = work.run(&self.connection);
        if self.connection.is_autocommit() {
            return Err(work.error().unwrap_or_else(|| Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_ABORT), None)));
        }
        if !is_kept {
            self.execute("ROLLBACK TO step")?;
        }
        self.execute("RELEASE step")?;
        Ok(is_kept)
    }

    /// Refuses the step that could not begin for this reason, and every step that waits behind it. It is mostly a lock of another program,
    /// for which the first has waited, and those behind it as long; if each waited on its own, the last of a queue would wait for minutes.
    /// Returns a task that was taken from the queue and is no step.
    fn refuse_waiting(&self, first: Box<dyn Work>, error: &Error) -> Option<Task> {
        // All are taken before one is answered: a step that a caller sends after an answer has not waited.
        let (mut refused, mut next) = (vec![first], None);
        while let Ok(task) = self.tasks.try_recv() {
            match task {
                Task::Step(work) => refused.push(work),
                Task::Alone(_) => {
                    next = Some(task);
                    break;
                }
            }
        }
        for work in refused {
            work.fail(store_error(copy(error)));
        }
        next
    }

    fn execute(&self, statement: &str) -> rusqlite::Result<()> {
        execute(&self.connection, statement)
    }
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
