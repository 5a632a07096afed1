use crate::i18n::{Language, Translations};
use crate::router::Site;
use crate::sessions::{CookieName, Cookies};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Duration;

/// How long the cookie keeps a choice; browsers keep cookies for at most about 400 days (RFC 6265bis §5.5).
const MAX_AGE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Chooses the language of the response: the visitor's choice, else what `Accept-Language` asks for.
pub(in crate::router) async fn negotiate(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let translations = translations(&site, request.headers());
    request.extensions_mut().insert(translations.clone());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        // The development mailbox has set its own language.
        headers.entry(CONTENT_LANGUAGE).or_insert(HeaderValue::from_static(translations.language().tag()));
        headers.append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    response
}

/// The texts in the language that [`negotiate`] has chosen.
pub(in crate::router) fn translations_of(request: &Request, site: &Site) -> Translations {
    request.extensions().get::<Translations>().cloned().unwrap_or_else(|| translations(site, request.headers()))
}

/// Stores the visitor's choice in a cookie.
pub(in crate::router) fn set_cookie(site: &Site, language: Language, response: &mut Response) {
    Cookies::of(&site.origin).set(response.headers_mut(), CookieName::Language, language.tag().to_owned(), MAX_AGE);
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
