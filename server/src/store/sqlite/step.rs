use super::SqliteStore;
use super::database_fault::{DatabaseFault, store_error};
use crate::sign_up::ports::StoreError;
use rusqlite::{Connection, Error, ffi};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::oneshot;
use tokio::time::timeout;

/// The greatest number of old rows of a table that are deleted in one step, so that no visitor's write waits long for it.
pub(super) const BATCH: u32 = 1000;

/// Whether a batch of which so many rows were deleted was full, so that there may be more to delete.
pub(super) const fn is_full_batch(deleted: usize) -> bool {
    deleted >= BATCH as usize
}

/// The answer of a step, and whether its writes are kept.
pub(super) enum Step<T> {
    /// They are kept.
    Commit(T),
    /// They are rolled back.
    Rollback(T),
}

impl<T, E> Step<Result<T, E>> {
    /// Keeps the writes of a step that succeeded.
    pub(super) const fn of(answer: Result<T, E>) -> Self {
        if answer.is_ok() { Self::Commit(answer) } else { Self::Rollback(answer) }
    }
}

/// A step in the writer's queue, of any type of answer.
pub(super) trait Work: Send {
    /// Whether the step is to be run, because the caller still waits. From then on it waits however long the step takes, so that it is never
    /// told that a step has failed which takes effect later.
    fn begin(&self) -> bool;

    /// Runs the step, and keeps its answer until that may be sent. Returns whether its writes are kept.
    fn run(&mut self, connection: &Connection) -> bool;

    /// The error with which the step has ended, if SQLite reported it.
    fn error(&self) -> Option<Error>;

    /// Sends the answer.
    fn answer(self: Box<Self>);

    /// Sends this error instead of the answer.
    fn fail(self: Box<Self>, error: StoreError);
}

/// What the writer is given to do.
pub(super) enum Task {
    /// Runs in a transaction, maybe with others.
    Step(Box<dyn Work>),
    /// Runs outside of a transaction.
    Alone(Box<dyn Work>),
}

/// A step, and where its answer goes.
pub(super) struct Job<T, F> {
    /// `None` once it has run.
    step: Option<F>,
    /// `None` before.
    answer: Option<Result<T, StoreError>>,
    to: oneshot::Sender<Result<T, StoreError>>,
    is_claimed: Arc<AtomicBool>,
}

/// Where the caller waits for the answer of a [`Job`].
pub(super) struct Answer<T> {
    from: oneshot::Receiver<Result<T, StoreError>>,
    /// Set by the writer when the step begins, or by the caller when it gives up, whichever comes first.
    is_claimed: Arc<AtomicBool>,
}

/// A step has panicked. The panic itself was reported when it happened.
#[derive(Debug, thiserror::Error)]
#[error("a step of the database panicked")]
struct StepPanicked;

impl<T, F> Job<T, F> {
    pub(super) fn new(step: F) -> (Self, Answer<T>) {
        let (to, from) = oneshot::channel();
        let is_claimed = Arc::<AtomicBool>::default();
        (Self { step: Some(step), answer: None, to, is_claimed: Arc::clone(&is_claimed) }, Answer { from, is_claimed })
    }
}

impl<T> Answer<T> {
    /// Waits for the answer; [`DatabaseFault::NoFreeConnection`] if the step has not begun in time. `None` if the job was dropped.
    pub(super) async fn wait(mut self) -> Option<Result<T, StoreError>> {
        if let Ok(answer) = timeout(SqliteStore::ACQUIRE_TIMEOUT, &mut self.from).await {
            return answer.ok();
        }
        if self.is_claimed.swap(true, Ordering::SeqCst) {
            return self.from.await.ok();
        }
        Some(Err(StoreError::Unavailable(Box::new(DatabaseFault::NoFreeConnection))))
    }
}

impl<T, F> Work for Job<T, F>
where
    T: Send,
    F: FnOnce(&Connection) -> rusqlite::Result<Step<T>> + Send,
{
    fn begin(&self) -> bool {
        !self.to.is_closed() && !self.is_claimed.swap(true, Ordering::SeqCst)
    }

    fn run(&mut self, connection: &Connection) -> bool {
        let Some(step) = self.step.take() else { return false };
        // A step leaves nothing half-done but in the database, where it is rolled back.
        let (answer, is_kept) = match catch_unwind(AssertUnwindSafe(|| step(connection))) {
            Ok(Ok(Step::Commit(answer))) => (Ok(answer), true),
            Ok(Ok(Step::Rollback(answer))) => (Ok(answer), false),
            Ok(Err(error)) => (Err(store_error(error)), false),
            Err(_) => (Err(StoreError::Failed(Box::new(StepPanicked))), false),
        };
        self.answer = Some(answer);
        is_kept
    }

    fn error(&self) -> Option<Error> {
        let (StoreError::Unavailable(cause) | StoreError::Failed(cause)) = self.answer.as_ref()?.as_ref().err()?;
        cause.downcast_ref().map(copy)
    }

    fn answer(self: Box<Self>) {
        if let Some(answer) = self.answer {
            // The caller may be gone.
            let _ = self.to.send(answer);
        }
    }

    fn fail(self: Box<Self>, error: StoreError) {
        let _ = self.to.send(Err(error));
    }
}

/// A copy of an error, for each step that it stopped. Only SQLite's own errors can stop a whole group.
pub(super) fn copy(error: &Error) -> Error {
    match error {
        Error::SqliteFailure(error, message) => Error::SqliteFailure(*error, message.clone()),
        Error::SqlInputError { error, msg, .. } => Error::SqliteFailure(*error, Some(msg.clone())),
        other => Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ERROR), Some(other.to_string())),
    }
}
