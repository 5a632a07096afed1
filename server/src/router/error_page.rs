use super::rendering::{self, Frame};
use super::request::{is_island, reads_html};
use super::respond::ErrorHandled;
use super::{Site, language};
use crate::i18n::{Key, Value, Words};
use crate::views::{NotFoundPage, NotFoundPageProps, NoticePage, NoticePageProps};
use app::view::SignUpView;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::{Page, Refusal};
use std::any::Any;

/// Marks the refusal of a form of our own page that was opened by another name than the public one.
#[derive(Clone, Copy)]
pub(super) struct OpenedElsewhere;

/// 404 for an unknown path.
pub(super) async fn not_found() -> StatusCode {
    StatusCode::NOT_FOUND
}

/// 405 for a known path with another method.
pub(super) async fn method_not_allowed() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

/// 500 for a request whose handler panicked. The message of the panic goes to the log only.
pub(super) fn panicked(_panic: Box<dyn Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Renders every bare error: a page for browsers, a view for the island, JSON for programs that called a server function.
pub(super) async fn render(State(site): State<Site>, request: Request, next: Next) -> Response {
    let reads_html = reads_html(request.headers());
    let words = language::of(&request, &site);
    let is_head = request.method() == Method::HEAD;
    let is_island = is_island(request.headers());
    let is_program = request.uri().path().starts_with("/api/") && !reads_html;
    let response = next.run(request).await;
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || is_head || response.extensions().get::<ErrorHandled>().is_some() || !(reads_html || is_program || is_island) {
        return response;
    }
    let keys = if response.extensions().get::<OpenedElsewhere>().is_some() { OPENED_ELSEWHERE } else { keys(status) };
    let mut page = if is_island {
        view(&site, &words, status, keys)
    } else if is_program {
        refusal(status)
    } else {
        page(&site, &words, status, keys)
    };
    for (name, value) in response.headers() {
        if name != CONTENT_TYPE && name != CONTENT_LENGTH {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// The error as a [`Refusal`] in JSON.
fn refusal(status: StatusCode) -> Response {
    let is_mistake = status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS;
    let refusal = if is_mistake { Refusal::Malformed } else { Refusal::Internal };
    (status, Json(refusal)).into_response()
}

/// The error as a view for the island, which shows it above its form.
fn view(site: &Site, words: &Words, status: StatusCode, (_, text): (Key, Key)) -> Response {
    (status, Json(SignUpView::failure(text_with_address(site, words, text)))).into_response()
}

/// Renders the error page of an internal failure, without database or session. An outage is 503, with a button to try again.
pub(super) fn failure(site: &Site, words: &Words, is_outage: bool) -> Response {
    let status = if is_outage { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::INTERNAL_SERVER_ERROR };
    page(site, words, status, keys(status))
}

fn page(site: &Site, words: &Words, status: StatusCode, (heading, text): (Key, Key)) -> Response {
    let (title, text) = (words.text(heading), text_with_address(site, words, text));
    let frame = Frame { site, words, page: Page::SignUp, title: app::title(&title, &site.service_name), islands: false, keeps: None };
    let (words, title) = (words.clone(), title.clone());
    let mut response = if status == StatusCode::NOT_FOUND {
        rendering::page(&frame, move || NotFoundPage(NotFoundPageProps { words }))
    } else {
        let button = if matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
            Key::RetryButton
        } else {
            Key::StartLink
        };
        let button = words.text(button);
        // A visitor who came from another site, or by another name, gets a link to the public URL.
        let leads_home = matches!(status, StatusCode::FORBIDDEN | StatusCode::MISDIRECTED_REQUEST);
        let href = if leads_home { site.origin.url("/") } else { "/".to_owned() };
        rendering::page(&frame, move || NoticePage(NoticePageProps { title, text, button, href }))
    };
    *response.status_mut() = status;
    response.extensions_mut().insert(ErrorHandled);
    response
}

fn text_with_address(site: &Site, words: &Words, text: Key) -> String {
    let origin = site.origin.to_string();
    // In right-to-left text, an isolate keeps the direction of the URL (UAX #9 §2.4).
    let address = if words.language().direction() == "rtl" { format!("\u{2066}{origin}\u{2069}") } else { origin };
    words.text_with(text, &[("address", Value::Text(&address))])
}

/// Heading and text for a visitor who opened the site by another name.
const OPENED_ELSEWHERE: (Key, Key) = (Key::ElsewhereHeading, Key::Elsewhere);

fn keys(status: StatusCode) -> (Key, Key) {
    match status {
        StatusCode::MISDIRECTED_REQUEST => OPENED_ELSEWHERE,
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
