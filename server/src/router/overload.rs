use crate::sign_up::SignUp;
use crate::store::SqliteStore;
use axum::Router;
use axum::error_handling::HandleErrorLayer;
use axum::http::StatusCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinError;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::{BoxError, ServiceBuilder};
use tower_http::timeout::TimeoutLayer;

/// Requests in progress at once that may use session, database or relay. Four database connections serve some hundreds per second, so the
/// last request waits about a second; more would only wait longer and hold memory.
const IN_FLIGHT: usize = 256;

/// Tasks that continue after the client disconnects. The request then releases its permit, but its task goes on; so tasks have a limit of
/// their own, as high as that of requests.
#[derive(Clone, Debug)]
pub struct DetachedTasks(Arc<Semaphore>);

impl Default for DetachedTasks {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(IN_FLIGHT)))
    }
}

impl DetachedTasks {
    /// Runs this to completion in a task, once a permit is free.
    ///
    /// # Errors
    /// [`JoinError`] if it panics.
    pub(super) async fn run<T: Send + 'static>(&self, task: impl Future<Output = T> + Send + 'static) -> Result<T, JoinError> {
        let place = Arc::clone(&self.0).acquire_owned().await;
        tokio::spawn(async move {
            let _place = place;
            task.await
        })
        .await
    }
}

/// How long a request may take from the end of its body to its response. Longer than the [wait for a relay](SignUp::ANSWER_WITHIN) with the
/// work of the database before and after; shorter than the [wait for a database connection](SqliteStore::ACQUIRE_TIMEOUT), so that the
/// visitor gets an error page.
const WITHIN: Duration = Duration::from_secs(20);
const _: () = assert!(SignUp::ANSWER_WITHIN.as_secs() < WITHIN.as_secs() && WITHIN.as_secs() < SqliteStore::ACQUIRE_TIMEOUT.as_secs());

/// Ends a slow request with 503. Work that must not be interrupted runs in a task of its own.
pub(super) fn give_up() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, WITHIN)
}

/// Limits the requests in progress on these routes to what they can serve in time; a request above the limit gets 503 at once.
pub(super) fn shed<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    let refuse = |_: BoxError| async { StatusCode::SERVICE_UNAVAILABLE };
    let layers = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(refuse))
        .layer(LoadShedLayer::new())
        .layer(GlobalConcurrencyLimitLayer::new(IN_FLIGHT));
    routes.layer(layers)
}
