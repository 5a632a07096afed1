use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use domain::Page;

/// Redirects to a page with 303.
pub(super) fn see_other(page: Page) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, page.path())]).into_response()
}
