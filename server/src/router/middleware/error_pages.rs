use super::language;
use crate::i18n::{Key, Translations};
use crate::router::rendering::error_page::{self, OPENED_UNDER_OTHER_NAME, keys, text_with_address};
use crate::router::request::{is_island, reads_html};
use crate::router::respond::ErrorHandled;
use crate::router::{Site, paths};
use app::view::SignUpView;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use std::any::Any;

/// Marks the refusal of a form of our own page that was opened under another name than the public one.
#[derive(Clone, Copy)]
pub(in crate::router) struct OpenedUnderOtherName;

/// Responds to an unknown path with a status only; [`render`] makes the page.
pub(in crate::router) async fn not_found() -> StatusCode {
    StatusCode::NOT_FOUND
}

/// Responds to another method of a known path with a status only, as [`not_found`] does.
pub(in crate::router) async fn method_not_allowed() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

/// 500 for a request whose handler panicked. The message of the panic goes to the log only.
pub(in crate::router) fn panicked(_panic: Box<dyn Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Renders every error response that has no body of its own: a page for browsers, a view for the island, JSON for programs that called a server function.
pub(in crate::router) async fn render(State(site): State<Site>, request: Request, next: Next) -> Response {
    let reads_html = reads_html(request.headers());
    let translations = language::translations_of(&request, &site);
    let is_head = request.method() == Method::HEAD;
    let is_island = is_island(request.headers());
    let is_program = request.uri().path().starts_with(paths::API) && !reads_html;
    let response = next.run(request).await;
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || is_head || response.extensions().get::<ErrorHandled>().is_some() || !(reads_html || is_program || is_island) {
        return response;
    }
    let keys = if response.extensions().get::<OpenedUnderOtherName>().is_some() { OPENED_UNDER_OTHER_NAME } else { keys(status) };
    let mut page = if is_island {
        view(&site, &translations, status, keys)
    } else if is_program {
        refusal(status)
    } else {
        error_page::page(&site, &translations, status, keys)
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
fn view(site: &Site, translations: &Translations, status: StatusCode, (_, text): (Key, Key)) -> Response {
    (status, Json(SignUpView::failure(text_with_address(site, translations, text)))).into_response()
}
