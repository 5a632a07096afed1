use super::Site;
use crate::sessions::Cookies;
use app::words::{Key, Value, Words};
use axum::http::HeaderMap;
use axum::response::Response;
use std::time::Duration;
use tower_sessions::cookie::SameSite;

const COOKIE: &str = "mailcode-farewell";
/// Longer than any page takes to load.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// How a session was ended. The next page tells so once; a session that could keep a notice for it is no more, so that a cookie does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Farewell {
    SignedOut,
    Deleted,
}

impl Farewell {
    const ALL: [Self; 2] = [Self::SignedOut, Self::Deleted];

    const fn name(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Deleted => "deleted",
        }
    }

    /// What the request's cookie says.
    pub(super) fn read(site: &Site, headers: &HeaderMap) -> Option<Self> {
        let said = Cookies::of(&site.origin).read(headers, COOKIE)?;
        Self::ALL.into_iter().find(|farewell| farewell.name() == said)
    }

    /// Has the next page tell it.
    pub(super) fn leave(self, site: &Site, mut response: Response) -> Response {
        Cookies::of(&site.origin).set(response.headers_mut(), COOKIE, self.name().to_owned(), SameSite::Lax, KEPT_FOR);
        response
    }

    /// It was told.
    pub(super) fn forget(site: &Site, response: &mut Response) {
        Cookies::of(&site.origin).set(response.headers_mut(), COOKIE, String::new(), SameSite::Lax, Duration::ZERO);
    }

    /// In words.
    pub(super) fn say(self, site: &Site, words: &Words) -> String {
        match self {
            Self::SignedOut => words.say(Key::SignedOut),
            Self::Deleted => words.say_with(Key::MailDeletedSubject, &[("service", Value::Text(&site.service_name))]),
        }
    }
}
