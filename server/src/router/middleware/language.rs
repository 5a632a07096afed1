use crate::i18n::{Language, Translations};
use crate::router::Site;
use crate::sessions::{CookieName, Cookies};
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use std::time::Duration;

/// How long the cookie keeps a choice; browsers keep cookies for at most about 400 days (RFC 6265bis §5.5).
const MAX_AGE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Chooses the language of the response: the visitor's choice, else what `Accept-Language` asks for. The texts are among the extensions of
/// the request.
pub(in crate::router) fn negotiate(site: &Site, request: &mut Request) -> Translations {
    let translations = translations(site, request.headers());
    request.extensions_mut().insert(translations.clone());
    translations
}

/// Adds the language of a page to its header fields.
pub(in crate::router) fn add(translations: &Translations, headers: &mut HeaderMap) {
    if headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        // The development mailbox has set its own language.
        headers.entry(CONTENT_LANGUAGE).or_insert(HeaderValue::from_static(translations.language().tag()));
        headers.append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
}

/// Stores the visitor's choice in a cookie.
pub(in crate::router) fn set_cookie(site: &Site, language: Language, response: &mut Response) {
    Cookies::of(&site.origin).set(response.headers_mut(), CookieName::Language, language.tag(), MAX_AGE);
}

fn translations(site: &Site, headers: &HeaderMap) -> Translations {
    let chosen = Cookies::of(&site.origin).read(headers, CookieName::Language);
    let chosen = chosen.and_then(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag));
    let language = chosen.unwrap_or_else(|| {
        let asked: Vec<_> = headers.get_all(ACCEPT_LANGUAGE).iter().map(|line| String::from_utf8_lossy(line.as_bytes())).collect();
        Language::accepted(&asked.join(","))
    });
    site.catalogue.translations(language).clone()
}
