use super::Site;
use axum::extract::State;
use axum::http::StatusCode;
use std::error::Error;

/// `/healthz`: the process lives.
pub(super) async fn live() -> &'static str {
    "ok\n"
}

/// `/readyz`: database and relay can be used.
pub(super) async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    if let Err(error) = site.store.check().await {
        tracing::warn!(error = &error as &dyn Error, "not ready: the database does not answer");
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n");
    }
    if let Err(error) = site.mailer.check().await {
        tracing::warn!(error = &error as &dyn Error, "not ready: the relay cannot be used");
        return (StatusCode::SERVICE_UNAVAILABLE, "the relay cannot be used\n");
    }
    (StatusCode::OK, "ready\n")
}
