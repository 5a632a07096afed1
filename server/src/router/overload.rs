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

/// Requests that may use session, database or relay at once. Four database connections serve some hundreds a
/// second, so the last of them waits a second; more would only wait longer, and hold memory meanwhile.
const IN_FLIGHT: usize = 256;

/// Tasks that go on when the visitor has hung up. Such a visitor's request gives its turn back, its task does not: there
/// are no more of them than of requests.
#[derive(Clone, Debug)]
pub struct UnderWay(Arc<Semaphore>);

impl Default for UnderWay {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(IN_FLIGHT)))
    }
}

impl UnderWay {
    /// Runs this to its end in a task, once there is a place for one more.
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

/// How long a request may take from its whole body to its answer. Longer than the
/// [wait for a relay](SignUp::ANSWER_WITHIN) with the database's work before and after; shorter than the
/// [wait for a database connection](SqliteStore::ACQUIRE_TIMEOUT), so that the visitor is told by a page.
const WITHIN: Duration = Duration::from_secs(20);
const _: () = assert!(SignUp::ANSWER_WITHIN.as_secs() < WITHIN.as_secs() && WITHIN.as_secs() < SqliteStore::ACQUIRE_TIMEOUT.as_secs());

/// Gives a request up with 503 that takes too long. What must not be given up half-way runs in a task of its own.
pub(super) fn give_up() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, WITHIN)
}

/// Lets no more requests into these routes than they can answer in time; one too many is answered 503 at once.
pub(super) fn shed<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    let refuse = |_: BoxError| async { StatusCode::SERVICE_UNAVAILABLE };
    let layers = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(refuse))
        .layer(LoadShedLayer::new())
        .layer(GlobalConcurrencyLimitLayer::new(IN_FLIGHT));
    routes.layer(layers)
}
