use super::error_pages::OpenedUnderOtherName;
use crate::audit::Event;
use crate::router::Site;
use crate::router::request::{Host, is_island, reads_html};
use crate::router::respond::ErrorHandled;
use axum::Json;
use axum::http::header::ORIGIN;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use std::net::SocketAddr;

/// Refuses a request that changes something unless a page of this site sent it (ASVS 5.0 V3.5.1). Browsers say where a request
/// comes from in `Sec-Fetch-Site`; older browsers, and all browsers on plain http, only in `Origin`. A request with neither is refused.
///
/// # Errors
/// The refusal.
pub(in crate::router) async fn check(site: &Site, peer: SocketAddr, request: &Parts) -> Result<(), Response> {
    if request.method.is_safe() || is_ours(site, &request.headers) { Ok(()) } else { Err(refuse(site, peer, request).await) }
}

async fn refuse(site: &Site, peer: SocketAddr, request: &Parts) -> Response {
    let client = site.clients.of(peer.ip(), &request.headers);
    site.audit.for_request(client).record(Event::Refused(Refusal::CrossSite)).await;
    let is_under_other_name = is_own_page_under_other_name(request);
    if is_under_other_name && site.other_name_throttle.is_due() {
        let opened = request.extensions.get::<Host>().map(Host::authority).unwrap_or_default();
        tracing::warn!(
            opened,
            public_url = %site.origin,
            "refused a form whose page was opened under another name than MAILCODE_PUBLIC_URL; set MAILCODE_PUBLIC_URL to the name people use"
        );
    }
    let mut response = if reads_html(&request.headers) || is_island(&request.headers) {
        // The `error_pages` layer turns this into a page or a view.
        StatusCode::FORBIDDEN.into_response()
    } else {
        let mut response = (StatusCode::FORBIDDEN, Json(Refusal::CrossSite)).into_response();
        response.extensions_mut().insert(ErrorHandled);
        response
    };
    if is_under_other_name {
        response.extensions_mut().insert(OpenedUnderOtherName);
    }
    response
}

fn is_ours(site: &Site, headers: &HeaderMap) -> bool {
    if let Some(fetch_site) = headers.get("sec-fetch-site") {
        return fetch_site == "same-origin";
    }
    headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()).is_some_and(|origin| {
        origin == site.origin.to_string() || site.origin.localhost().is_some_and(|localhost| origin == localhost.to_string())
    })
}

/// Whether the form is of our own page, opened under another name than the public one: `Origin` has the host and port that the request is
/// for. Behind a proxy that changes `Host`, this is not detected.
fn is_own_page_under_other_name(request: &Parts) -> bool {
    let origin = request.headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")).unwrap_or_default();
    request.extensions.get::<Host>().is_some_and(|host| host.authority().eq_ignore_ascii_case(authority))
}
