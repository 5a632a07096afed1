use crate::i18n::{Key, Translations};
use crate::router::rendering::error_page::{self, OPENED_UNDER_OTHER_NAME, keys, text_with_address};
use crate::router::request::{is_island, reads_html};
use crate::router::respond::ErrorHandled;
use crate::router::{Site, paths};
use app::view::SignUpView;
use axum::Json;
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::Refusal;

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

/// The form in which the caller of a request can read an error.
#[derive(Clone, Copy, Debug)]
pub(in crate::router) enum ErrorForm {
    /// A view for the island.
    View,
    /// JSON for a program that calls a server function.
    Json,
    /// A page for a browser.
    Page,
    /// None but the status.
    Status,
}

impl ErrorForm {
    /// The form for this request.
    pub(in crate::router) fn of(request: &Request) -> Self {
        if request.method() == Method::HEAD {
            Self::Status
        } else if is_island(request.headers()) {
            Self::View
        } else if reads_html(request.headers()) {
            Self::Page
        } else if request.uri().path().starts_with(paths::API) {
            Self::Json
        } else {
            Self::Status
        }
    }
}

/// Renders an error response that has no body of its own.
pub(in crate::router) fn render(site: &Site, translations: &Translations, form: ErrorForm, response: Response) -> Response {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || response.extensions().get::<ErrorHandled>().is_some() {
        return response;
    }
    let keys = if response.extensions().get::<OpenedUnderOtherName>().is_some() { OPENED_UNDER_OTHER_NAME } else { keys(status) };
    let mut page = match form {
        ErrorForm::View => view(site, translations, status, keys),
        ErrorForm::Json => refusal(status),
        ErrorForm::Page => error_page::page(site, translations, status, keys),
        ErrorForm::Status => return response,
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
