use super::Site;
use super::client::{is_island, reads_html};
use super::client_address::client_address;
use super::error_page::Dressed;
use crate::audit::Event;
use axum::Json;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{CACHE_CONTROL, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use std::net::SocketAddr;

/// Refuses a request that changes something unless our own page sent it (ASVS 5.0 V3.5.1): browsers say so in
/// `Sec-Fetch-Site`; older ones, and all on plain http, in `Origin`. Who sends neither is refused.
pub(super) async fn refuse(State(site): State<Site>, ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_ours(&site, request.headers()) {
        return next.run(request).await;
    }
    let client = client_address(peer.ip(), request.headers(), &site.trusted_proxies);
    site.audit.for_request(client).record(Event::Refused(Refusal::CrossSite)).await;
    if reads_html(request.headers()) || is_island(request.headers()) {
        // The layer around makes what they read of it.
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = (StatusCode::FORBIDDEN, [(CACHE_CONTROL, "no-store")], Json(Refusal::CrossSite)).into_response();
    response.extensions_mut().insert(Dressed);
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
