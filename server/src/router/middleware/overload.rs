use crate::per_client_limit::PerClientLimit;
use crate::router::concurrency::MAX_REQUESTS;
use crate::router::request::ClientAddresses;
use crate::sign_up::{ClientPrefix, SignUp};
use crate::store::{PostgresStore, SqliteStore};
use axum::Router;
use axum::error_handling::HandleErrorLayer;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;
use std::time::Duration;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::{BoxError, ServiceBuilder};
use tower_http::timeout::TimeoutLayer;

/// How long a request may take from the end of its body to its response. Longer than the [wait for a relay](SignUp::MAX_DELIVERY_WAIT) with
/// the work of the database before and after; shorter than the wait for the answer of the database ([SQLite](SqliteStore::ACQUIRE_TIMEOUT),
/// [PostgreSQL](PostgresStore::ANSWER_TIMEOUT)), so that the visitor gets an error page.
const RESPOND_WITHIN: Duration = Duration::from_secs(20);
const _: () = assert!(
    SignUp::MAX_DELIVERY_WAIT.as_secs() < RESPOND_WITHIN.as_secs()
        && RESPOND_WITHIN.as_secs() < SqliteStore::ACQUIRE_TIMEOUT.as_secs()
        && RESPOND_WITHIN.as_secs() < PostgresStore::ANSWER_TIMEOUT.as_secs()
);

/// Seconds after which a burst of requests is probably over: a request takes some milliseconds, or the
/// [8 s](SignUp::MAX_DELIVERY_WAIT) of a slow relay.
const RETRY_AFTER_SECONDS: u64 = 10;

/// Ends a slow request with 503. Work that must not be interrupted runs in a task of its own.
pub(in crate::router) fn limit_time() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, RESPOND_WITHIN)
}

/// Limits the requests in progress on these routes to what they can serve in time; a request above the limit gets 503 at once.
pub(in crate::router) fn shed<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    let refuse = |_: BoxError| async { StatusCode::SERVICE_UNAVAILABLE };
    let layers = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(refuse))
        .layer(LoadShedLayer::new())
        .layer(GlobalConcurrencyLimitLayer::new(MAX_REQUESTS));
    routes.layer(layers)
}

/// Limits the requests that one client has in progress; one above the limit gets 429 at once.
pub(in crate::router) async fn limit_client(
    State((addresses, limit)): State<(ClientAddresses, PerClientLimit)>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let client = ClientPrefix::from(addresses.of(peer.ip(), request.headers()));
    match limit.acquire(client) {
        Some(_permit) => next.run(request).await,
        None => StatusCode::TOO_MANY_REQUESTS.into_response(),
    }
}

/// Adds `Retry-After` (RFC 9110 §10.2.3) to a 503 or 429 without it.
pub(in crate::router) async fn add_retry_after(mut response: Response) -> Response {
    let is_temporary = matches!(response.status(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS);
    if is_temporary {
        response.headers_mut().entry(RETRY_AFTER).or_insert(HeaderValue::from(RETRY_AFTER_SECONDS));
    }
    response
}
