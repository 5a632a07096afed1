//! The message about how a session ended. The session no longer exists, so a cookie carries the message to the next page.

use super::Site;
use crate::sessions::{Cookies, Flash, Message};
use axum::http::HeaderMap;
use axum::response::Response;
use std::time::Duration;
use tower_sessions::cookie::SameSite;

const COOKIE: &str = "mailcode-farewell";
/// Lifetime of the cookie: longer than any page takes to load.
const KEPT_FOR: Duration = Duration::from_secs(60);
/// The messages that the cookie may carry, with its value for each.
const MESSAGES: [(Message, &str); 2] = [(Message::SignedOut, "signed-out"), (Message::AccountDeleted, "deleted")];

/// Reads the message from the request's cookie.
pub(super) fn read(site: &Site, headers: &HeaderMap) -> Option<Message> {
    let value = Cookies::of(&site.origin).read(headers, COOKIE)?;
    MESSAGES.into_iter().find(|(_, name)| *name == value).map(|(message, _)| message)
}

/// Sets the cookie, so that the next page shows the message.
pub(super) fn leave(site: &Site, flash: &Flash, response: &mut Response) {
    if let Some((_, name)) = MESSAGES.into_iter().find(|(message, _)| Some(*message) == flash.message) {
        Cookies::of(&site.origin).set(response.headers_mut(), COOKIE, name.to_owned(), SameSite::Lax, KEPT_FOR);
    }
}

/// Removes the cookie after the message was shown.
pub(super) fn forget(site: &Site, response: &mut Response) {
    Cookies::of(&site.origin).set(response.headers_mut(), COOKIE, String::new(), SameSite::Lax, Duration::ZERO);
}
