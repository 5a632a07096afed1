//! The handlers of pages, which render the state in the visitor's session.
//!
//! - `sign_up`: `/`, `/code` and `/not-me`; `first_page`: `/` for browsers without cookies, from memory; `email_change`: `/account/email`.
//! - `account`: `/account`; `account_data`: its export as JSON.

mod account;
mod account_data;
mod email_change;
mod first_page;
mod sign_up;

pub(super) use account::account;
pub(super) use account_data::account_data;
pub(super) use email_change::email_change;
pub(super) use first_page::{FirstPage, from_memory};
pub(super) use sign_up::{code, not_me, sign_up};

use super::Site;
use super::rendering::error_page;
use super::respond::is_store_unavailable;
use crate::i18n::Translations;
use axum::response::Response;
use std::error::Error;

type PageResult = Result<Response, Box<dyn Error + Send + Sync>>;

/// The page, or an error page if it could not be made.
fn page_or_error(site: &Site, translations: &Translations, result: PageResult) -> Response {
    result.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "failed to render a page");
        error_page::failure(site, translations, is_store_unavailable(&*error))
    })
}
