use super::{Site, see_other};
use crate::i18n::{Language, Words};
use crate::sessions::Cookies;
use axum::Form;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use domain::Page;
use serde::Deserialize;
use std::time::Duration;
use tower_sessions::cookie::SameSite;

/// The cookie with the tag of the language that was chosen.
const COOKIE: &str = "mailcode-language";
/// How long a choice is kept; browsers keep no cookie longer than some 400 days (RFC 6265bis §5.5).
const KEPT_FOR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// What the menu of languages posts.
#[derive(Deserialize)]
pub(super) struct Choice {
    language: String,
    #[serde(default)]
    back: String,
}

/// Finds the words in which everything is told that comes of this request: those that were chosen, else those that the browser
/// asks for.
pub(super) async fn find(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let words = words(&site, request.headers());
    request.extensions_mut().insert(words.clone());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        // The development mailbox has said its own.
        headers.entry(CONTENT_LANGUAGE).or_insert(HeaderValue::from_static(words.language().tag()));
        headers.append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    response
}

/// The words that [`find`] has found.
pub(super) fn of(request: &Request, site: &Site) -> Words {
    request.extensions().get::<Words>().cloned().unwrap_or_else(|| words(site, request.headers()))
}

/// `/api/language`: keeps the choice, and leads back to the page where it was made. A language that there is not changes nothing.
pub(super) async fn choose(State(site): State<Site>, Form(choice): Form<Choice>) -> Response {
    // None but our own pages, each by its constant.
    let back = Page::ALL.into_iter().find(|page| page.path() == choice.back).unwrap_or(Page::SignUp);
    let mut response = see_other(back);
    if let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == choice.language) {
        let cookies = Cookies::of(&site.origin);
        cookies.set(response.headers_mut(), COOKIE, language.tag().to_owned(), SameSite::Lax, KEPT_FOR);
    }
    response
}

fn words(site: &Site, headers: &HeaderMap) -> Words {
    let chosen = Cookies::of(&site.origin).read(headers, COOKIE);
    let chosen = chosen.and_then(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag));
    let language = chosen.unwrap_or_else(|| {
        let asked: Vec<_> = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok()).collect();
        Language::accepted(&asked.join(","))
    });
    site.catalogue.words(language).clone()
}
