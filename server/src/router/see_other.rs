use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};
use domain::Page;

/// A redirect to a page, which no cache keeps.
pub(super) fn see_other(page: Page) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, page.path()), (CACHE_CONTROL, "no-store")]).into_response()
}
