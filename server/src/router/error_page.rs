use super::client::{is_island, reads_html};
use super::rendering::{self, Frame};
use super::{Site, language};
use crate::i18n::{Key, Words};
use crate::views::{NotFoundPage, NotFoundPageProps, NoticePage, NoticePageProps};
use app::view::SignUpView;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::{Page, Refusal};
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
    let words = language::of(&request, &site);
    let is_head = request.method() == Method::HEAD;
    let is_island = is_island(request.headers());
    let is_program = request.uri().path().starts_with("/api/") && !reads_html;
    let response = next.run(request).await;
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || is_head || response.extensions().get::<Dressed>().is_some() || !(reads_html || is_program || is_island) {
        return response;
    }
    let mut page = if is_island {
        view(&words, status)
    } else if is_program {
        refusal(status)
    } else {
        page(&site, &words, status)
    };
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

/// The same for the island, which shows it above its form.
fn view(words: &Words, status: StatusCode) -> Response {
    let (_, text) = keys(status);
    (status, [(CACHE_CONTROL, "no-store")], Json(SignUpView::failure(words.say(text)))).into_response()
}

/// The page of a failure of ours, which needs neither database nor session.
pub(super) fn internal(site: &Site, words: &Words) -> Response {
    page(site, words, StatusCode::INTERNAL_SERVER_ERROR)
}

fn page(site: &Site, words: &Words, status: StatusCode) -> Response {
    let (heading, text) = keys(status);
    let (title, text) = (words.say(heading), words.say(text));
    let frame = Frame { site, words, page: Page::SignUp, title: app::title(&title, &site.service_name), islands: false };
    let (words, title) = (words.clone(), title.clone());
    let mut response = if status == StatusCode::NOT_FOUND {
        rendering::page(&frame, move || NotFoundPage(NotFoundPageProps { words }))
    } else {
        rendering::page(&frame, move || NoticePage(NoticePageProps { words, title, text }))
    };
    *response.status_mut() = status;
    response.extensions_mut().insert(Dressed);
    response
}

fn keys(status: StatusCode) -> (Key, Key) {
    match status {
        StatusCode::NOT_FOUND => (Key::NotFoundHeading, Key::NotFound),
        StatusCode::FORBIDDEN => (Key::ForbiddenHeading, Key::Forbidden),
        StatusCode::METHOD_NOT_ALLOWED => (Key::MethodHeading, Key::Method),
        StatusCode::PAYLOAD_TOO_LARGE => (Key::TooLargeHeading, Key::TooLarge),
        StatusCode::REQUEST_TIMEOUT => (Key::TimeoutHeading, Key::Timeout),
        StatusCode::URI_TOO_LONG => (Key::UriHeading, Key::Uri),
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => (Key::HeadHeading, Key::Head),
        StatusCode::TOO_MANY_REQUESTS => (Key::TooManyHeading, Key::TooMany),
        StatusCode::SERVICE_UNAVAILABLE => (Key::BusyHeading, Key::Busy),
        status if status.is_client_error() => (Key::BadRequestHeading, Key::BadRequest),
        _ => (Key::InternalHeading, Key::Internal),
    }
}
