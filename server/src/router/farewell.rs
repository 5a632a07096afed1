//! How a session ended is told by the next page. The session that could keep the message is no more, so a cookie does.

use super::Site;
use crate::sessions::{Cookies, Flash, Message};
use axum::http::HeaderMap;
use axum::response::Response;
use std::time::Duration;
use tower_sessions::cookie::SameSite;

const COOKIE: &str = "mailcode-farewell";
/// Longer than any page takes to load.
const KEPT_FOR: Duration = Duration::from_secs(60);
/// The messages that a cookie may hold, and its value for each.
const MESSAGES: [(Message, &str); 2] = [(Message::SignedOut, "signed-out"), (Message::AccountDeleted, "deleted")];

/// What the request's cookie says.
pub(super) fn read(site: &Site, headers: &HeaderMap) -> Option<Message> {
    let value = Cookies::of(&site.origin).read(headers, COOKIE)?;
    MESSAGES.into_iter().find(|(_, name)| *name == value).map(|(message, _)| message)
}

/// Has the next page tell it.
pub(super) fn leave(site: &Site, flash: &Flash, response: &mut Response) {
    if let Some((_, name)) = MESSAGES.into_iter().find(|(message, _)| Some(*message) == flash.message) {
        Cookies::of(&site.origin).set(response.headers_mut(), COOKIE, name.to_owned(), SameSite::Lax, KEPT_FOR);
    }
}

/// It was told.
pub(super) fn forget(site: &Site, response: &mut Response) {
    Cookies::of(&site.origin).set(response.headers_mut(), COOKIE, String::new(), SameSite::Lax, Duration::ZERO);
}
