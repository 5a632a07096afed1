//! Where a flash message is kept for the next page: in the session or, if the session has ended, in a cookie.

use super::Site;
use crate::sessions::{CookieName, Cookies, Flash, Message, SessionError, VisitorSession};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;
use std::time::Duration;

/// Lifetime of the cookie: longer than any page takes to load.
const MAX_AGE: Duration = Duration::from_secs(60);
/// The messages that the cookie may carry, with its value for each.
const MESSAGES: [(Message, &str); 2] = [(Message::SignedOut, "signed-out"), (Message::AccountDeleted, "deleted")];

/// Puts a flash message for the next page into the session.
pub(super) async fn put(session: &VisitorSession, flash: Option<Flash>) -> Result<(), SessionError> {
    let Some(flash) = flash else { return Ok(()) };
    match session.put_flash(&flash).await {
        // A concurrent request came first; its result is the one to show.
        Err(SessionError::Conflict) => Ok(()),
        put => put,
    }
}

/// The flash message of this page, which is removed by reading it. It is kept if `fetch()` requested the page: the script of an earlier
/// version fetches a page first and then navigates to it.
pub(super) async fn take(session: &VisitorSession, page: Page, headers: &HeaderMap) -> Result<Option<Flash>, SessionError> {
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

/// Sets the cookie, so that the next page shows the message.
pub(super) fn set_cookie(site: &Site, flash: &Flash, response: &mut Response) {
    if let Some((_, name)) = MESSAGES.into_iter().find(|(message, _)| Some(*message) == flash.message) {
        Cookies::of(&site.origin).set(response.headers_mut(), CookieName::SessionEnd, name.to_owned(), MAX_AGE);
    }
}

/// Reads the message from the request's cookie.
pub(super) fn read_cookie(site: &Site, headers: &HeaderMap) -> Option<Message> {
    let value = Cookies::of(&site.origin).read(headers, CookieName::SessionEnd)?;
    MESSAGES.into_iter().find(|(_, name)| *name == value).map(|(message, _)| message)
}

/// Removes the cookie after the message was shown.
pub(super) fn remove_cookie(site: &Site, response: &mut Response) {
    Cookies::of(&site.origin).set(response.headers_mut(), CookieName::SessionEnd, String::new(), Duration::ZERO);
}
