use super::Site;
use super::respond::see_other;
use crate::i18n::{Language, Words};
use crate::router::actions::typed_address;
use crate::sessions::{Cookies, Flash, VisitorSession};
use axum::extract::{Query, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use axum::{Extension, Form};
use domain::Page;
use serde::Deserialize;
use std::time::Duration;
use tower_sessions::cookie::SameSite;

/// Cookie with the tag of the chosen language.
const COOKIE: &str = "mailcode-language";
/// How long a choice is kept; browsers keep cookies for at most about 400 days (RFC 6265bis §5.5).
const KEPT_FOR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Fields that the language menu posts, by its own form or together with the fields of the page's form.
#[derive(Deserialize)]
pub(super) struct Choice {
    language: String,
    #[serde(default)]
    back: String,
    #[serde(default)]
    email: String,
}

/// Query with the page where the choice was made, if it was posted with the page's form.
#[derive(Deserialize)]
pub(super) struct Origin {
    #[serde(default)]
    back: String,
}

/// Chooses the language of the response: the visitor's choice, else what `Accept-Language` asks for.
pub(super) async fn find(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let words = words(&site, request.headers());
    request.extensions_mut().insert(words.clone());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        // The development mailbox has set its own language.
        headers.entry(CONTENT_LANGUAGE).or_insert(HeaderValue::from_static(words.language().tag()));
        headers.append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    response
}

/// The texts in the language that [`find`] has chosen.
pub(super) fn of(request: &Request, site: &Site) -> Words {
    request.extensions().get::<Words>().cloned().unwrap_or_else(|| words(site, request.headers()))
}

/// `/api/language`: stores the choice and the typed address, and redirects back to the page. An unknown language changes nothing.
pub(super) async fn choose(
    State(site): State<Site>,
    Extension(session): Extension<VisitorSession>,
    Query(origin): Query<Origin>,
    Form(choice): Form<Choice>,
) -> Response {
    // Redirect to our own pages only, each by its constant.
    let back = Page::ALL.into_iter().find(|page| [&choice.back, &origin.back].contains(&&page.path().to_owned())).unwrap_or(Page::SignUp);
    let prefill = typed_address(&choice.email);
    if !prefill.is_empty()
        && let Err(error) = session.put_flash(&Flash { page: back, message: None, prefill }).await
    {
        tracing::warn!(error = &error as &dyn std::error::Error, "an address that was typed could not be kept");
    }
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
        let asked: Vec<_> = headers.get_all(ACCEPT_LANGUAGE).iter().map(|line| String::from_utf8_lossy(line.as_bytes())).collect();
        Language::accepted(&asked.join(","))
    });
    site.catalogue.words(language).clone()
}
