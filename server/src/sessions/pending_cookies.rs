use super::cookies::Cookies;
use super::pre_session::PreSession;
use crate::sign_up::{MacKey, Timestamp, TrustedDevice};
use axum::http::{HeaderMap, HeaderValue};
use std::fmt;
use std::time::Duration;
use tower_sessions::cookie::SameSite;
use tower_sessions::session::Id;

const SESSION: &str = "mailcode";
const PRE_SESSION: &str = "mailcode-first";
const DEVICE: &str = "mailcode-device";

/// The session's id in the request's cookie, if there is a well-formed one.
pub(super) fn session_id(cookies: Cookies, headers: &HeaderMap) -> Option<Id> {
    cookies.read(headers, SESSION)?.parse().ok()
}

/// The pre-session in the request's cookie, if there is a valid one.
pub(super) fn pre_session(cookies: Cookies, headers: &HeaderMap, key: &MacKey, now: Timestamp) -> Option<PreSession> {
    PreSession::from_cookie(&cookies.read(headers, PRE_SESSION)?, key, now)
}

/// The trusted device in the request's cookie; without vouchers if there is no such cookie.
pub(super) fn device(cookies: Cookies, headers: &HeaderMap) -> TrustedDevice {
    cookies.read(headers, DEVICE).map(|value| TrustedDevice::from_cookie(&value)).unwrap_or_default()
}

/// The cookies that the response will set.
#[derive(Default)]
pub(super) struct PendingCookies {
    /// The session's id and lifetime; without an id the cookie is expired.
    pub(super) session: Option<(Option<Id>, Duration)>,
    /// The value of the pre-session cookie; empty to expire it.
    pub(super) pre_session: Option<String>,
    pub(super) device: Option<TrustedDevice>,
}

impl fmt::Debug for PendingCookies {
    /// Formats nothing of the session's id.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PendingCookies").finish_non_exhaustive()
    }
}

impl PendingCookies {
    pub(super) fn set(&self, cookies: Cookies, headers: &mut HeaderMap) {
        if let Some((id, lifetime)) = self.session {
            let value = id.map(|id| id.to_string()).unwrap_or_default();
            // Not `Strict`: a visitor who follows a link from another site is still signed in.
            cookies.set(headers, SESSION, value, SameSite::Lax, lifetime);
            if id.is_none() {
                // On sign-out the browser clears its data (ASVS 5.0 V14.3.1), except the cookies, since the device cookie stays. The HTTP
                // cache holds no page, but `cache` also clears the back/forward cache, which may ignore `no-store`.
                headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
            }
        }
        if let Some(value) = &self.pre_session {
            let lifetime = if value.is_empty() { Duration::ZERO } else { PreSession::LIFETIME };
            // `Lax` like the session cookie, in whose place it is sent.
            cookies.set(headers, PRE_SESSION, value.clone(), SameSite::Lax, lifetime);
        }
        if let Some(device) = &self.device {
            let (value, lifetime) = match device.to_cookie() {
                Some(value) => (value, TrustedDevice::LIFETIME),
                None => (String::new(), Duration::ZERO),
            };
            // `Strict`: only our own forms need it.
            cookies.set(headers, DEVICE, value, SameSite::Strict, lifetime);
        }
    }
}
