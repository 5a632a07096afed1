use crate::config::Origin;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use std::time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};

/// The cookies of this origin: `HttpOnly`, for every path and this host alone. Under https they are `Secure` and their
/// names begin with `__Host-` (RFC 6265bis §4.1.3.2, ASVS 5.0 V3.3): no other host and no plain-text page can set them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookies {
    is_https: bool,
}

impl Cookies {
    pub(crate) fn of(origin: &Origin) -> Self {
        Self { is_https: origin.is_https() }
    }

    /// The first cookie of this name that was sent.
    pub(crate) fn read(self, headers: &HeaderMap, name: &str) -> Option<String> {
        let name = self.name(name);
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut cookies = lines.flat_map(Cookie::split_parse).filter_map(Result::ok);
        cookies.find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned())
    }

    /// Sets a cookie for a time; no time at all takes it back.
    pub(crate) fn set(self, headers: &mut HeaderMap, name: &str, value: String, same_site: SameSite, max_age: Duration) {
        let cookie = Cookie::build((self.name(name), value))
            .path("/")
            .http_only(true)
            .secure(self.is_https)
            .same_site(same_site)
            .max_age(max_age.try_into().unwrap_or_default())
            .build();
        if let Ok(line) = HeaderValue::try_from(cookie.to_string()) {
            headers.append(SET_COOKIE, line);
        }
    }

    fn name(self, name: &str) -> String {
        let prefix = if self.is_https { "__Host-" } else { "" };
        format!("{prefix}{name}")
    }
}
