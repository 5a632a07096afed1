use super::endpoint::endpoint_name;
use super::present::finish;
use super::{CallerKind, SignUpService, address_prefill};
use crate::audit::Event;
use crate::router::middleware::request_size::MAX_BODY_SIZE;
use crate::router::rendering::{error_page, island, sign_up_view};
use crate::router::respond::ErrorHandled;
use crate::sessions::{Flash, FlashMessage};
use crate::sign_up::VisitorState;
use app::server_fns::RequestCode;
use axum::Json;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::LOCATION;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::{Page, Refusal};
use std::error::Error;

/// Query of the redirect by [`ask_for_cookie`]. A request that has it is not redirected again.
const ASKED: &str = "cookie";

/// Checks once whether a browser keeps cookies: a form that comes without a cookie is given one and redirected with 307 (RFC 9110 §15.4.8),
/// so that the browser sends it again. The first page sets a cookie already, so its form is redirected only if the page was left open until
/// that cookie expired. Programs are not checked.
pub(in crate::router) async fn ask_for_cookie(service: SignUpService, request: Request, next: Next) -> Response {
    if shows_cookie(&service, &request) || request.uri().query() == Some(ASKED) {
        return next.run(request).await;
    }
    service.session.offer_pre_session_cookie();
    (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, format!("{}?{ASKED}", request.uri().path()))]).into_response()
}

/// Refuses to mail a first code for a browser that keeps no cookie: the code could not be verified there.
pub(in crate::router) async fn require_cookie(service: SignUpService, request: Request, next: Next) -> Response {
    if shows_cookie(&service, &request) { next.run(request).await } else { refuse(&service, request).await }
}

/// Whether the request has a cookie or needs none.
fn shows_cookie(service: &SignUpService, request: &Request) -> bool {
    matches!(service.caller, CallerKind::Program { .. }) || request.method() != Method::POST || service.session.has_cookie()
}

/// Renders the form with what was typed and the refusal at once, since no session can keep them for another page.
async fn refuse(service: &SignUpService, request: Request) -> Response {
    let refusal = Refusal::NoCookie;
    service.audit.record(Event::Refused(refusal)).await;
    service.site.metrics.count_request(endpoint_name::<RequestCode>(), Some(refusal));
    let body = to_bytes(request.into_body(), MAX_BODY_SIZE).await.unwrap_or_default();
    let email = serde_urlencoded::from_bytes::<RequestCode>(&body).map(|typed| address_prefill(&typed.email)).unwrap_or_default();
    let flash = Flash { page: Page::SignUp, message: Some(FlashMessage::Refused(refusal)), prefill: email };
    let view = match sign_up_view(&service.site, &service.translations, &VisitorState::default(), Some(&flash)).await {
        Ok(view) => view,
        Err(error) => {
            tracing::error!(error = &error as &dyn Error, "failed to render a view");
            return error_page::failure(&service.site, &service.translations, false);
        }
    };
    if service.caller == CallerKind::Island {
        return finish(Json(view).into_response(), None, false);
    }
    let mut response = island(&service.site, &service.translations, Page::SignUp, view);
    *response.status_mut() = StatusCode::FORBIDDEN;
    response.extensions_mut().insert(ErrorHandled);
    response
}
