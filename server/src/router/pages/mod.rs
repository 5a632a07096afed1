//! The pages: what a visitor's session says becomes what they see.

mod account;
mod email_change;
mod not_me;
mod sign_up;

pub(super) use account::account;
pub(super) use email_change::email_change;
pub(super) use not_me::not_me;
pub(super) use sign_up::{code, sign_up};

use super::{Site, error_page};
use crate::i18n::Words;
use crate::sessions::{Flash, SessionError, VisitSession};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;
use std::error::Error;

type PageResult = Result<Response, Box<dyn Error + Send + Sync>>;

fn answer(site: &Site, words: &Words, result: PageResult) -> Response {
    result.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "a page could not be made");
        error_page::internal(site, words)
    })
}

/// The message that this page tells. It is then gone, unless script has asked for the page, as that of a version before this one does,
/// which then loads it.
async fn flash(session: &VisitSession, page: Page, headers: &HeaderMap) -> Result<Option<Flash>, SessionError> {
    if headers.get("sec-fetch-dest").is_some_and(|destination| destination == "empty") {
        session.flash(page).await
    } else {
        session.take_flash(page).await
    }
}
