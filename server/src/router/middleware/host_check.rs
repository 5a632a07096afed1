use crate::router::Site;
use crate::router::request::Host;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Refuses a request whose host is unclear: without a `Host` field, with two, or with one that holds no host (RFC 9112 §3.2). Another
/// server in front of this one might take it to be for another host.
///
/// # Errors
/// The status of the refusal.
pub(in crate::router) fn check(request: &mut Request) -> Result<(), StatusCode> {
    let host = Host::of(request.version(), request.uri(), request.headers()).map_err(|error| {
        tracing::debug!(%error, "refused a request without a clear host");
        StatusCode::BAD_REQUEST
    })?;
    if let Some(host) = host {
        request.extensions_mut().insert(host);
    }
    Ok(())
}

/// Responds 421 (RFC 9110 §15.5.20) to a request for a host that is neither the site's own nor this machine. Against DNS rebinding: a page
/// of another host, whose name was pointed at this machine after the page was loaded, has the same origin for the browser and could read
/// the response.
pub(in crate::router) async fn only_own(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let host = request.extensions().get::<Host>();
    if host.is_some_and(|host| host.is_loopback() || host.name().eq_ignore_ascii_case(site.origin.host())) {
        return next.run(request).await;
    }
    StatusCode::MISDIRECTED_REQUEST.into_response()
}
