//! The pages of errors. They need no database and no session.

use super::html::{self, Frame};
use crate::i18n::{Key, Translations, Value};
use crate::router::Site;
use crate::router::respond::ErrorHandled;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Page;
use leptos::prelude::*;

/// Renders the error page of an internal failure, without database or session. An outage is 503, with a button to try again.
pub(in crate::router) fn failure(site: &Site, translations: &Translations, is_store_unavailable: bool) -> Response {
    let status = if is_store_unavailable { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::INTERNAL_SERVER_ERROR };
    page(site, translations, status, keys(status))
}

/// Renders an error page.
pub(in crate::router) fn page(site: &Site, translations: &Translations, status: StatusCode, (heading, text): (Key, Key)) -> Response {
    let (title, text) = (translations.text(heading), text_with_address(site, translations, text));
    let frame =
        Frame { site, translations, page: Page::SignUp, title: app::title(&title, &site.service_name), islands: false, form_id: None };
    let (translations, title) = (translations.clone(), title.clone());
    let mut response = if status == StatusCode::NOT_FOUND {
        html::page(&frame, move || NotFoundPage(NotFoundPageProps { translations }))
    } else {
        let button = if matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
            Key::RetryButton
        } else {
            Key::StartLink
        };
        let button = translations.text(button);
        // A visitor who came from another site, or by another name, gets a link to the public URL.
        let leads_home = matches!(status, StatusCode::FORBIDDEN | StatusCode::MISDIRECTED_REQUEST);
        let href = if leads_home { site.origin.url(Page::SignUp.path()) } else { Page::SignUp.path().to_owned() };
        html::page(&frame, move || MessagePage(MessagePageProps { title, text, button, href }))
    };
    *response.status_mut() = status;
    response.extensions_mut().insert(ErrorHandled);
    response
}

/// The text of an error, which may name the public URL.
pub(in crate::router) fn text_with_address(site: &Site, translations: &Translations, text: Key) -> String {
    let origin = site.origin.to_string();
    // In right-to-left text, an isolate keeps the direction of the URL (UAX #9 §2.4).
    let address = if translations.language().direction() == "rtl" { format!("\u{2066}{origin}\u{2069}") } else { origin };
    translations.text_with(text, &[("address", Value::Text(&address))])
}

/// Heading and text for a visitor who opened the site under another name.
pub(in crate::router) const OPENED_UNDER_OTHER_NAME: (Key, Key) = (Key::ElsewhereHeading, Key::Elsewhere);

/// Heading and text of a status.
pub(in crate::router) fn keys(status: StatusCode) -> (Key, Key) {
    match status {
        StatusCode::MISDIRECTED_REQUEST => OPENED_UNDER_OTHER_NAME,
        StatusCode::NOT_FOUND => (Key::NotFoundHeading, Key::NotFound),
        StatusCode::FORBIDDEN => (Key::ForbiddenHeading, Key::Forbidden),
        StatusCode::METHOD_NOT_ALLOWED => (Key::MethodHeading, Key::Method),
        StatusCode::PAYLOAD_TOO_LARGE => (Key::TooLargeHeading, Key::TooLarge),
        StatusCode::REQUEST_TIMEOUT => (Key::TimeoutHeading, Key::Timeout),
        StatusCode::URI_TOO_LONG => (Key::UriHeading, Key::Uri),
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => (Key::HeadHeading, Key::Head),
        StatusCode::TOO_MANY_REQUESTS => (Key::TooManyHeading, Key::TooMany),
        StatusCode::SERVICE_UNAVAILABLE => (Key::BusyHeading, Key::Busy),
        status if status.is_client_error() => (Key::BadRequestHeading, Key::BadRequest),
        _ => (Key::InternalHeading, Key::Internal),
    }
}

/// The page for an unknown path.
#[component]
fn NotFoundPage(
    /// Texts in the visitor's language.
    translations: Translations,
) -> impl IntoView {
    view! {
        <main class="card" data-page="not-found">
            <h1>{translations.text(Key::NotFoundHeading)}</h1>
            <p>{translations.text(Key::NotFound)}</p>
            <p><a class="button primary" href=Page::SignUp.path()>{translations.text(Key::StartLink)}</a></p>
        </main>
    }
}

/// A page with a message only: an error of the server, a refused request.
#[component]
fn MessagePage(
    /// The heading.
    title: String,
    /// What happened and what to do.
    text: String,
    /// The label of the button.
    button: String,
    /// The target of the button.
    href: String,
) -> impl IntoView {
    view! {
        <main class="card" data-page="notice">
            <h1>{title}</h1>
            <p>{text}</p>
            <p><a class="button primary" href=href>{button}</a></p>
        </main>
    }
}
