use super::pre_session::PreSession;
use crate::config::Origin;
use crate::sign_up::{MacKey, Timestamp, TrustedDevice};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use std::fmt;
use std::time::Duration;
use tower_sessions::session::Id;

/// The cookies that the server sets. [`Cookies`] adds a prefix and the port to their names.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CookieName {
    /// The id of the session.
    Session,
    /// The id of a browser's future first session, with its MAC ([`PreSession`]).
    PreSession,
    /// The proof that the browser has verified some addresses ([`TrustedDevice`]).
    Device,
    /// The flash message about the end of a session, which cannot keep it itself.
    SessionEnd,
    /// The tag of the language that the visitor chose.
    Language,
}

impl CookieName {
    const ALL: [Self; 5] = [Self::Session, Self::PreSession, Self::Device, Self::SessionEnd, Self::Language];

    const fn text(self) -> &'static str {
        match self {
            Self::Session => "mailcode",
            Self::PreSession => "mailcode-first",
            Self::Device => "mailcode-device",
            Self::SessionEnd => "mailcode-farewell",
            Self::Language => "mailcode-language",
        }
    }

    /// Browsers send a `Lax` cookie when a visitor follows a link from another site, who is then still signed in. Only our own forms need
    /// the device.
    const fn same_site(self) -> &'static str {
        match self {
            Self::Session | Self::PreSession | Self::SessionEnd | Self::Language => "Lax",
            Self::Device => "Strict",
        }
    }
}

/// The cookies of this origin: `HttpOnly`, for every path and this host alone. Under https they are `Secure` and their names begin with
/// `__Host-` (RFC 6265bis §4.1.3.2, ASVS 5.0 V3.3): no other host and no plain-text page can set them. If the origin has a port, their
/// names end with it, since browsers separate cookies by host but not by port (§8.5).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookies {
    is_https: bool,
    port: Option<u16>,
}

impl Cookies {
    pub(crate) fn of(origin: &Origin) -> Self {
        Self { is_https: origin.is_https(), port: origin.port() }
    }

    /// The session's id in the request's cookie, if there is a well-formed one.
    pub(super) fn session_id(self, headers: &HeaderMap) -> Option<Id> {
        self.read(headers, CookieName::Session)?.parse().ok()
    }

    /// The pre-session in the request's cookie, if there is a valid one.
    pub(super) fn pre_session(self, headers: &HeaderMap, key: &MacKey, now: Timestamp) -> Option<PreSession> {
        PreSession::from_cookie(&self.read(headers, CookieName::PreSession)?, key, now)
    }

    /// The trusted device in the request's cookie; without vouchers if there is no such cookie.
    pub(super) fn device(self, headers: &HeaderMap) -> TrustedDevice {
        self.read(headers, CookieName::Device).map(|value| TrustedDevice::from_cookie(&value)).unwrap_or_default()
    }

    /// The value of the first readable cookie of this name. The header holds the cookies of every application on the host, in any
    /// encoding, so it is parsed as bytes and foreign cookies are ignored (RFC 6265bis §5.8.3).
    pub(crate) fn read(self, headers: &HeaderMap, name: CookieName) -> Option<String> {
        if !headers.contains_key(COOKIE) {
            return None;
        }
        let name = self.name(name);
        let lines = headers.get_all(COOKIE).iter();
        let mut pairs = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b';')).filter_map(name_and_value);
        pairs.find_map(|(sent, value)| if sent == name.as_bytes() { String::from_utf8(value.to_owned()).ok() } else { None })
    }

    /// Whether the request has a cookie of any of the names, whatever its value.
    pub(super) fn any(self, headers: &HeaderMap) -> bool {
        // Most browsers without our cookies send none at all.
        headers.contains_key(COOKIE) && {
            let names = CookieName::ALL.map(|name| self.name(name));
            let lines = headers.get_all(COOKIE).iter();
            let mut pairs = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b';')).filter_map(name_and_value);
            pairs.any(|(sent, _)| names.iter().any(|name| name.as_bytes() == sent))
        }
    }

    /// Sets a cookie with this lifetime; zero expires it. The value must be of the characters of cookies (RFC 6265bis §4.1.1), as all of
    /// ours are.
    pub(crate) fn set(self, headers: &mut HeaderMap, name: CookieName, value: &str, max_age: Duration) {
        let (secure, max_age) = (if self.is_https { "; Secure" } else { "" }, max_age.as_secs());
        let (cookie, same_site) = (self.name(name), name.same_site());
        let line = format!("{cookie}={value}; HttpOnly; SameSite={same_site}{secure}; Path=/; Max-Age={max_age}");
        if let Ok(line) = HeaderValue::try_from(line) {
            headers.append(SET_COOKIE, line);
        }
    }

    fn name(self, name: CookieName) -> String {
        let (prefix, name) = (if self.is_https { "__Host-" } else { "" }, name.text());
        match self.port {
            Some(port) => format!("{prefix}{name}-{port}"),
            None => format!("{prefix}{name}"),
        }
    }
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
            cookies.set(headers, CookieName::Session, &value, lifetime);
            if id.is_none() {
                // On sign-out the browser clears its data (ASVS 5.0 V14.3.1), except the cookies, since the device cookie stays. The HTTP
                // cache holds no page, but `cache` also clears the back/forward cache, which may ignore `no-store`.
                headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
            }
        }
        if let Some(value) = &self.pre_session {
            let lifetime = if value.is_empty() { Duration::ZERO } else { PreSession::LIFETIME };
            cookies.set(headers, CookieName::PreSession, value, lifetime);
        }
        if let Some(device) = &self.device {
            let (value, lifetime) = match device.to_cookie() {
                Some(value) => (value, TrustedDevice::LIFETIME),
                None => (String::new(), Duration::ZERO),
            };
            cookies.set(headers, CookieName::Device, &value, lifetime);
        }
    }
}

fn name_and_value(pair: &[u8]) -> Option<(&[u8], &[u8])> {
    let equals = pair.iter().position(|byte| *byte == b'=')?;
    Some((pair[..equals].trim_ascii(), pair[equals + 1..].trim_ascii()))
}

#[cfg(test)]
mod tests {
    use super::{CookieName, Cookies};
    use crate::config::Origin;
    use axum::http::header::{COOKIE, SET_COOKIE};
    use axum::http::{HeaderMap, HeaderValue};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::time::Duration;

    fn cookies(origin: &str) -> Cookies {
        Cookies::of(&Origin::parse(origin).expect("an origin"))
    }

    fn read(lines: &[&[u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(COOKIE, HeaderValue::from_bytes(line).expect("a header"));
        }
        cookies("http://example.org").read(&headers, CookieName::Session)
    }

    #[test]
    fn bytes_of_other_applications_cookies_are_ignored() {
        for line in [
            "user_name=Jörg; mailcode=abc".as_bytes(),
            b"user_name=J\xf6rg; mailcode=abc",
            b"mailcode=abc; \xff\xfe=\x80",
            b"mailcode=abc;user_name=J\xf6rg;",
            b"theme=\"dark; mailcode = abc ; x",
            b"mailcode=\xff; mailcode=abc",
            b"mailcode=abc; mailcode=def",
        ] {
            assert_eq!(read(&[line]).as_deref(), Some("abc"), "{}", line.escape_ascii());
        }
        assert_eq!(read(&[b"a=\xf6", b"mailcode=abc"]).as_deref(), Some("abc"));
        assert_eq!(read(&[b"Mailcode=abc; xmailcode=abc; mailcode; mailcode\xf6=abc"]), None);
    }

    #[test]
    fn two_installations_on_one_host_have_cookies_of_their_own() {
        for (origin, name) in [
            ("http://example.org", "mailcode"),
            ("http://example.org:80", "mailcode"),
            ("http://example.org:3000", "mailcode-3000"),
            ("https://example.org", "__Host-mailcode"),
            ("https://example.org:443", "__Host-mailcode"),
            ("https://example.org:8443", "__Host-mailcode-8443"),
        ] {
            let mut headers = HeaderMap::new();
            cookies(origin).set(&mut headers, CookieName::Session, "abc", Duration::from_secs(1));
            let line = headers[SET_COOKIE].to_str().expect("text");
            assert_eq!(line.split('=').next(), Some(name), "{origin}: {line}");
            let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("mailcode-3001=def; __Host-mailcode-8444=def"))]);
            assert_eq!(cookies(origin).read(&headers, CookieName::Session), None, "{origin}");
        }
    }

    proptest! {
        #[test]
        fn our_cookie_is_found_between_any_others(before in any_bytes(), after in any_bytes(), value in "[A-Za-z0-9_-]{1,30}") {
            prop_assume!(!before.windows(8).any(|window| window == b"mailcode"));
            let line = [&before, &b"; mailcode="[..], value.as_bytes(), b"; ", &after].concat();
            prop_assert_eq!(read(&[&line]), Some(value));
        }
    }

    fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
        vec(prop_oneof![32..=126_u8, 128..=255_u8, Just(b';'), Just(b'=')], 0..40)
    }
}
