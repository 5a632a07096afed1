use super::html::{Frame, error_title, page};
use crate::i18n::{Key, Translations, Value};
use crate::messages;
use crate::router::Site;
use crate::sessions::FlashMessage;
use crate::sign_up::SignUp;
use app::server_fns::NotMe;
use axum::response::Response;
use domain::Page;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Renders `/not-me`, with a message if there is one.
pub(in crate::router) fn not_me_page(site: &Site, translations: &Translations, message: Option<FlashMessage>) -> Response {
    let title = translations.text(Key::NotMeHeading);
    let (title, error) = match message {
        Some(FlashMessage::CodesVoided) => (translations.text(Key::NotMeDoneHeading), None),
        Some(FlashMessage::Refused(refusal)) => (error_title(translations, &title), Some(messages::refusal(translations, refusal))),
        _ => (title, None),
    };
    let muted_for = messages::duration(translations, u32::try_from(SignUp::MUTED_FOR.as_secs()).unwrap_or(u32::MAX));
    let frame =
        Frame { site, translations, page: Page::NotMe, title: app::title(&title, &site.service_name), islands: false, form_id: None };
    let (translations, is_done) = (translations.clone(), message == Some(FlashMessage::CodesVoided));
    page(&frame, move || NotMePage(NotMePageProps { translations, error, is_done, muted_for }))
}

/// `/not-me`: the page to report a mail that was not asked for. Loading it changes nothing.
#[component]
fn NotMePage(
    /// Texts in the visitor's language.
    translations: Translations,
    /// Why the form was refused, if it was.
    error: Option<String>,
    /// Whether the codes have been voided.
    is_done: bool,
    /// How long no mail is sent afterwards, in words.
    muted_for: String,
) -> impl IntoView {
    if is_done {
        return Either::Left(view! { <Done translations muted_for/> });
    }
    let (is_hidden, is_invalid) = (error.is_none(), error.is_some().then_some("true"));
    Either::Right(view! {
        <main class="card" data-page="not-me">
            <h1>{translations.text(Key::NotMeHeading)}</h1>
            <p>{translations.text(Key::NotMeLead)}</p>
            <p>{translations.text_with(Key::NotMeOffer, &[("duration", Value::Text(&muted_for))])}</p>
            <form id="not-me-form" method="post" action=NotMe::PATH novalidate>
                <div class="field">
                    <label for="token">{translations.text(Key::NotMeLabel)}</label>
                    <p class="hint" id="token-hint">{translations.text(Key::NotMeHint)}</p>
                    <p class="error" id="token-error" role="alert" hidden=is_hidden>{error}</p>
                    <input
                        id="token"
                        name="token"
                        dir="ltr"
                        type="text"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        required
                        autofocus
                        aria-describedby="token-hint token-error"
                        aria-invalid=is_invalid
                    />
                </div>
                <button type="submit" class="primary">{translations.text(Key::NotMeButton)}</button>
            </form>
        </main>
    })
}

/// The page after the codes were voided.
#[component]
fn Done(translations: Translations, muted_for: String) -> impl IntoView {
    view! {
        <main class="card" data-page="not-me-done">
            <h1>{translations.text(Key::NotMeDoneHeading)}</h1>
            <p class="done" role="status">{translations.text_with(Key::NotMeDone, &[("duration", Value::Text(&muted_for))])}</p>
            <p>{translations.text_with(Key::NotMeDoneNext, &[("duration", Value::Text(&muted_for))])}</p>
            <p><a class="button primary" href=Page::SignUp.path()>{translations.text(Key::StartLink)}</a></p>
        </main>
    }
}
