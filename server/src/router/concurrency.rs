//! The limits of concurrency: how many requests and tasks may be in progress at once.

use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinError;

/// The most requests in progress at once that use session, database or relay. One core serves some hundreds of
/// sign-ups a second, so the last request waits about a second; more would only wait longer and hold memory.
pub(super) const MAX_REQUESTS: usize = 256;
/// The most requests of one client in progress at once: a quarter of those of all clients. A browser opens at most six connections.
pub(super) const MAX_REQUESTS_PER_CLIENT: usize = 64;

/// Tasks that continue after the client disconnects. The request then releases its permit while its task continues, so tasks have a limit
/// of their own, as high as that of requests.
#[derive(Clone, Debug)]
pub struct DetachedTasks(Arc<Semaphore>);

impl Default for DetachedTasks {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MAX_REQUESTS)))
    }
}

impl DetachedTasks {
    /// Runs this to completion in a task, once a permit is free.
    ///
    /// # Errors
    /// [`JoinError`] if it panics.
    pub(super) async fn run<T: Send + 'static>(&self, task: impl Future<Output = T> + Send + 'static) -> Result<T, JoinError> {
        let permit = Arc::clone(&self.0).acquire_owned().await;
        tokio::spawn(async move {
            let _permit = permit;
            task.await
        })
        .await
    }
}
