use super::client_address::client_address;
use super::session_sign_up::SessionSignUp;
use super::{Site, answer, error_page};
use crate::sessions::VisitSession;
use crate::sign_up::ClientKey;
use app::ports::SharedSignUp;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderValue;
use axum::http::header::{ACCEPT, REFERER};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use tower_sessions::Session;

/// A server function, called by the island, by a plain form or by a program.
///
/// Leptos would answer a plain form by a redirect to wherever `Referer` says, with the error in the URL, and a program's
/// error by 500. So it is told that every caller is a program, and [`answer`] says it properly.
pub(super) async fn call(
    State(site): State<Site>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    mut request: Request<Body>,
) -> Response {
    let is_plain_form = error_page::reads_html(request.headers());
    let headers = request.headers_mut();
    let client = ClientKey::from(client_address(peer.ip(), headers, &site.trusted_proxies));
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.remove(REFERER);

    let session = VisitSession::new(session);
    let kept = Arc::new(OnceLock::new());
    let port = SessionSignUp { site: site.clone(), session: session.clone(), client, kept: Arc::clone(&kept) };
    let port: SharedSignUp = Arc::new(port);
    let response = leptos_axum::handle_server_fns_with_context(move || provide_context(Arc::clone(&port)), request).await.into_response();
    let outcome = answer::read(response).await;
    if is_plain_form {
        answer::to_form(&site, &session, outcome, kept.get().cloned().unwrap_or_default()).await
    } else {
        answer::to_program(outcome)
    }
}
