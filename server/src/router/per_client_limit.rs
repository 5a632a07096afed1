use super::Site;
use crate::client_counts::ClientCounts;
use crate::sign_up::ClientKey;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;

/// Requests of one client that may be in progress at once: a quarter of those of all clients. A browser opens at most six connections.
const PER_CLIENT: usize = 64;

/// Limits the requests that one client has in progress. Clones share the counts.
#[derive(Clone, Debug, Default)]
pub struct PerClientLimit(ClientCounts);

/// Answers 429 to a client that has [`PER_CLIENT`] requests in progress.
pub(super) async fn check(State(site): State<Site>, ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request, next: Next) -> Response {
    let client = ClientKey::from(site.clients.of(peer.ip(), request.headers()));
    match site.per_client_limit.0.acquire(client, PER_CLIENT) {
        Some(_permit) => next.run(request).await,
        None => StatusCode::TOO_MANY_REQUESTS.into_response(),
    }
}
