use super::database_fault::store_error;
use super::group_commit::GroupCommit;
use super::opened_file::OpenedFile;
use super::step::{Job, Step, Task, Work};
use crate::sign_up::ports::StoreError;
use rusqlite::Connection;
use std::io;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

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

/// The thread that writes has ended, which it does only after a panic.
#[derive(Debug, thiserror::Error)]
#[error("the thread that writes to the database has ended")]
struct WriterEnded;

impl Writer {
    /// Starts the thread with this connection to this file.
    pub(super) fn start(connection: Connection, file: OpenedFile) -> io::Result<Self> {
        Self::start_with_pause(connection, file, thread::sleep)
    }

    /// Like [`Self::start`], with a function that waits for so long, on the thread of the writer.
    fn start_with_pause(connection: Connection, file: OpenedFile, pause: impl FnMut(Duration) + Send + 'static) -> io::Result<Self> {
        let (queue, tasks) = mpsc::channel();
        let group_commit = GroupCommit { connection, file, tasks, pause };
        let thread = thread::Builder::new().name("database".to_owned()).spawn(move || group_commit.run())?;
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

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
