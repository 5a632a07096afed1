use crate::per_client_limit::PerClientLimit;
use crate::router::concurrency::{MAX_REQUESTS, MAX_REQUESTS_PER_CLIENT};
use crate::router::request::ClientAddresses;
use crate::sign_up::{ClientPrefix, SignUp};
use crate::store::{PostgresStore, SqliteStore};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

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
pub(in crate::router) async fn limit_time(response: impl Future<Output = Response>) -> Response {
    timeout(RESPOND_WITHIN, response).await.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// Limits the requests in progress: of each client, and of all together. Clones share the counts.
#[derive(Clone, Debug)]
pub(in crate::router) struct RequestLimits {
    addresses: ClientAddresses,
    of_client: PerClientLimit,
    of_all: Arc<Semaphore>,
}

impl RequestLimits {
    /// Limits for clients with these addresses.
    pub(in crate::router) fn new(addresses: ClientAddresses) -> Self {
        let of_all = Arc::new(Semaphore::new(MAX_REQUESTS));
        Self { addresses, of_client: PerClientLimit::new(MAX_REQUESTS_PER_CLIENT), of_all }
    }
}

/// Limits the requests that one client has in progress, and then those of all clients, to what can be served in time. A request above the
/// limit gets 429 or 503 at once.
pub(in crate::router) async fn limit_requests(
    State(limits): State<RequestLimits>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let client = ClientPrefix::from(limits.addresses.of(peer.ip(), request.headers()));
    let Some(_of_client) = limits.of_client.acquire(client) else {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    };
    let Ok(_of_all) = limits.of_all.try_acquire() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    next.run(request).await
}

/// Adds `Retry-After` (RFC 9110 §10.2.3) to a 503 or 429 without it.
pub(in crate::router) fn add_retry_after(response: &mut Response) {
    let is_temporary = matches!(response.status(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS);
    if is_temporary {
        response.headers_mut().entry(RETRY_AFTER).or_insert(HeaderValue::from(RETRY_AFTER_SECONDS));
    }
}
