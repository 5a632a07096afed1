//! Parts of responses that pages, actions and layers share.

use crate::sessions::SessionError;
use crate::sign_up::ports::StoreError;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use domain::Page;
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Marks a response that is complete, as a page or as JSON, so that the layer `error_pages` leaves it alone.
#[derive(Clone, Copy)]
pub(super) struct ErrorHandled;

/// Marks a page that is no part of a first load: its size matters less than the time to compress it.
#[derive(Clone, Copy)]
pub(super) struct CompressQuickly;

/// Redirects to a page with 303.
pub(super) fn see_other(page: Page) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, page.path())]).into_response()
}

/// Whether the store was unavailable while a request was handled. Its result can then be stored neither in the session nor in the audit
/// trail, and trying that would wait for the store again; so the response is 503 at once. Clones share the flag.
#[derive(Clone, Debug, Default)]
pub(super) struct StoreUnavailable(Arc<AtomicBool>);

impl StoreUnavailable {
    pub(super) fn note(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_noted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Sets the status to 503 if the store was unavailable, whatever the response is. A layer adds `Retry-After`.
pub(super) fn unavailable_if(is_store_unavailable: bool, mut response: Response) -> Response {
    if is_store_unavailable {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    response
}

/// Whether an error of a page means that the store is unavailable.
pub(super) fn is_store_unavailable(error: &(dyn Error + 'static)) -> bool {
    matches!(error.downcast_ref(), Some(StoreError::Unavailable(_))) || error.downcast_ref().is_some_and(SessionError::is_unavailable)
}
