//! The handlers of pages, which render the state in the visitor's session.

mod account;
mod email_change;
mod not_me;
mod sign_up;

pub(super) use account::account;
pub(super) use email_change::email_change;
pub(super) use not_me::not_me;
pub(super) use sign_up::{code, sign_up};

use super::respond::is_outage;
use super::{Site, error_page};
use crate::i18n::Words;
use crate::sessions::{Flash, SessionError, VisitorSession};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;
use std::error::Error;

type PageResult = Result<Response, Box<dyn Error + Send + Sync>>;

fn answer(site: &Site, words: &Words, result: PageResult) -> Response {
    result.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "a page could not be made");
        error_page::failure(site, words, is_outage(&*error))
    })
}

/// The flash message of this page, which is removed unless script fetched the page: the script of an earlier version does that, and loads
/// the page afterwards.
async fn flash(session: &VisitorSession, page: Page, headers: &HeaderMap) -> Result<Option<Flash>, SessionError> {
    if headers.get("sec-fetch-dest").is_some_and(|destination| destination == "empty") {
        session.flash(page).await
    } else {
        match session.take_flash(page).await {
            // The message stays and is shown again, which is better than no page.
            Err(SessionError::Unavailable(_)) => session.flash(page).await,
            taken => taken,
        }
    }
}
