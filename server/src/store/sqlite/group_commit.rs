use super::connections::execute;
use super::database_fault::store_error;
use super::opened_file::OpenedFile;
use super::step::{Task, Work, copy};
use crate::sign_up::ports::StoreError;
use rusqlite::{Connection, Error};
use std::sync::mpsc;
use std::time::Duration;

/// The greatest number of steps in one transaction. Each waits for the last of them.
const GROUP: usize = 64;

/// How long the first step of a group waits for others, for each step that the last group had beside its first. Where many come, more of them
/// share a flush to the disk, and the thread is woken less often; a step that comes alone does not wait. Measured with 32 visitors on one
/// core: a fifth more sign-ups than without; with 300 µs, 8 visitors lose more than 32 win.
const DELAY_FOR_EACH: Duration = Duration::from_micros(200);

/// The greatest such delay. A visitor does not notice it.
const GREATEST_DELAY: Duration = Duration::from_millis(3);

/// How long to wait for more steps after a group of so many.
fn delay_after(size: usize) -> Duration {
    let others = u32::try_from(size.saturating_sub(1)).unwrap_or(u32::MAX);
    DELAY_FOR_EACH.saturating_mul(others).min(GREATEST_DELAY)
}

/// The thread of the writer: it runs the steps that wait at the same time in one transaction.
pub(super) struct GroupCommit<P> {
    pub(super) connection: Connection,
    pub(super) file: OpenedFile,
    pub(super) tasks: mpsc::Receiver<Task>,
    /// Waits for so long.
    pub(super) pause: P,
}

/// What is left after a group.
struct Group {
    /// The number of steps that were run.
    size: usize,
    /// A task that was taken from the queue and not run.
    next: Option<Task>,
}

impl<P: FnMut(Duration)> GroupCommit<P> {
    /// Runs tasks until every sender is dropped.
    pub(super) fn run(mut self) {
        let mut last = Group { size: 0, next: None };
        while let Some(task) = last.next.take().or_else(|| self.tasks.recv().ok()) {
            last = match task {
                Task::Step(first) => {
                    let delay = delay_after(last.size);
                    if !delay.is_zero() {
                        (self.pause)(delay);
                    }
                    self.run_group(first)
                }
                Task::Alone(mut work) => {
                    if work.begin() {
                        work.run(&self.connection);
                        work.answer();
                    }
                    Group { size: last.size, next: None }
                }
            };
        }
    }

    /// Runs this step and those that wait behind it in one transaction, each in a savepoint: one that is refused or fails takes no other
    /// with it. They are answered after the commit.
    fn run_group(&self, first: Box<dyn Work>) -> Group {
        if let Err(error) = self.file.check_in_place() {
            first.fail(error);
            return Group { size: 0, next: None };
        }
        if let Err(error) = self.execute("BEGIN IMMEDIATE") {
            return Group { size: 0, next: self.refuse_waiting(first, &error) };
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
        let size = ran.len();
        for work in ran {
            match &result {
                Ok(()) => work.answer(),
                Err(error) => work.fail(StoreError::Unavailable(Box::new(copy(error)))),
            }
        }
        Group { size, next }
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
mod tests {
    use super::{Duration, delay_after};

    #[test]
    fn the_delay_grows_with_the_last_group_up_to_3_ms() {
        let delays = [0, 1, 2, 5, 16, 17, 64].map(|size| delay_after(size).as_micros());
        assert_eq!(delays, [0, 0, 200, 800, 3000, 3000, 3000]);
        assert_eq!(delay_after(usize::MAX), Duration::from_millis(3));
    }
}
