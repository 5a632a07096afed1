use super::cookies::Cookies;
use crate::sign_up::Device;
use axum::http::{HeaderMap, HeaderValue};
use std::fmt;
use std::time::Duration;
use tower_sessions::cookie::SameSite;
use tower_sessions::session::Id;

const SESSION: &str = "mailcode";
const DEVICE: &str = "mailcode-device";

/// The session's id in the request's cookie, if it has one that could be.
pub(super) fn session_id(cookies: Cookies, headers: &HeaderMap) -> Option<Id> {
    cookies.read(headers, SESSION)?.parse().ok()
}

/// What the device cookie says; nothing, if there is none.
pub(super) fn device(cookies: Cookies, headers: &HeaderMap) -> Device {
    cookies.read(headers, DEVICE).map(|value| Device::from_cookie(&value)).unwrap_or_default()
}

/// The cookies that the answer is to set.
#[derive(Default)]
pub(super) struct PendingCookies {
    /// The session's id and how long it lives; without an id the cookie is taken back.
    pub(super) session: Option<(Option<Id>, Duration)>,
    pub(super) device: Option<Device>,
}

impl fmt::Debug for PendingCookies {
    /// Without the session's id.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PendingCookies").finish_non_exhaustive()
    }
}

impl PendingCookies {
    pub(super) fn set(&self, cookies: Cookies, headers: &mut HeaderMap) {
        if let Some((id, lifetime)) = self.session {
            let value = id.map(|id| id.to_string()).unwrap_or_default();
            // Not `Strict`: who follows a link to the service from elsewhere is still signed in.
            cookies.set(headers, SESSION, value, SameSite::Lax, lifetime);
            if id.is_none() {
                // Not the cookies, of which the device's stays (ASVS 5.0 V14.3.1). No page is in the cache, but with it goes what
                // the browser keeps to go back to, whatever `no-store` says.
                headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
            }
        }
        if let Some(device) = &self.device {
            let (value, lifetime) = match device.to_cookie() {
                Some(value) => (value, Device::LIFETIME),
                None => (String::new(), Duration::ZERO),
            };
            // Our own forms alone have use for it.
            cookies.set(headers, DEVICE, value, SameSite::Strict, lifetime);
        }
    }
}
