use super::{Site, render};
use app::domain::Refusal;
use app::pages::{NotFoundPage, NoticePage, NoticePageProps};
use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;

/// Marks an answer that has said all it has to, page or JSON.
#[derive(Clone, Copy)]
pub(super) struct Dressed;

/// 404 for any path that is none of the site's.
pub(super) async fn not_found() -> StatusCode {
    StatusCode::NOT_FOUND
}

/// 405 for a path of the site's under another method.
pub(super) async fn method_not_allowed() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

/// 500 for a request whose handler panicked. The panic's message is in the log only.
pub(super) fn panicked(_panic: Box<dyn Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Puts a page around every bare error, for those who read HTML, and JSON for programs that called a server function.
pub(super) async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let reads_html = reads_html(request.headers());
    let is_head = request.method() == Method::HEAD;
    let is_program = request.uri().path().starts_with("/api/") && !reads_html;
    let response = next.run(request).await;
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || is_head || response.extensions().get::<Dressed>().is_some() || !(reads_html || is_program) {
        return response;
    }
    let mut page = if is_program { refusal(status) } else { page(&site.service_name, status) };
    for (name, value) in response.headers() {
        if name != CONTENT_TYPE && name != CONTENT_LENGTH {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// The bare error in the words of the server functions.
fn refusal(status: StatusCode) -> Response {
    let is_mistake = status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS;
    let refusal = if is_mistake { Refusal::Malformed } else { Refusal::Internal };
    (status, [(CACHE_CONTROL, "no-store")], Json(refusal)).into_response()
}

/// The page of a failure of ours, which needs neither database nor session.
pub(super) fn internal(service_name: &str) -> Response {
    page(service_name, StatusCode::INTERNAL_SERVER_ERROR)
}

fn page(service_name: &str, status: StatusCode) -> Response {
    let mut response = if status == StatusCode::NOT_FOUND {
        render::page(service_name, "There is no such page", false, NotFoundPage)
    } else {
        let (title, text) = words(status);
        render::page(service_name, title, false, move || NoticePage(NoticePageProps { title, text: text.to_owned() }))
    };
    *response.status_mut() = status;
    response.extensions_mut().insert(Dressed);
    response
}

fn words(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::FORBIDDEN => {
            ("This form came from another site", "It was not carried out. Open the page here and fill in its form instead.")
        }
        StatusCode::METHOD_NOT_ALLOWED => ("That does not work this way", "Use the forms of our pages."),
        StatusCode::PAYLOAD_TOO_LARGE => ("That was too much", "What was sent is larger than any form here. Go back and shorten it."),
        StatusCode::REQUEST_TIMEOUT => {
            ("That took too long", "Not all that was sent has arrived. Check your connection, go back and try again.")
        }
        StatusCode::URI_TOO_LONG => ("This address is too long", "No address here is as long. Open the first page and begin there."),
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => {
            ("Your browser sent too much", "Delete the cookies that it keeps for this site, and try again.")
        }
        StatusCode::TOO_MANY_REQUESTS => {
            ("Too many connections", "Your network has more connections to us open than we can serve. Try again in a few seconds.")
        }
        StatusCode::SERVICE_UNAVAILABLE => ("We are busy right now", "Nothing of yours is lost. Please try again in a few seconds."),
        status if status.is_client_error() => ("That was not understood", "Go back and try again."),
        _ => ("Something went wrong on our side", "Nothing of yours is lost. Please try again in a moment."),
    }
}

/// Whether the client is a browser that loads a page, and no program.
pub(super) fn reads_html(headers: &HeaderMap) -> bool {
    headers.get_all(axum::http::header::ACCEPT).iter().any(|value| value.to_str().is_ok_and(|value| value.contains("text/html")))
}
