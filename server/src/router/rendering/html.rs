use crate::i18n::{Key, Language, Translations, Value};
use crate::router::Site;
use app::{LanguageChoice, LanguageMenu, Shell, ShellProps};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::Page;
use hydration_context::SsrSharedContext;
use leptos::children::ToChildren;
use leptos::prelude::*;
use std::sync::Arc;

/// The parts of a page around its content.
pub(in crate::router) struct Frame<'a> {
    pub(in crate::router) site: &'a Site,
    /// Texts in the visitor's language.
    pub(in crate::router) translations: &'a Translations,
    pub(in crate::router) page: Page,
    /// Title of the document.
    pub(in crate::router) title: String,
    /// Whether the page has an island to hydrate.
    pub(in crate::router) islands: bool,
    /// Id of the form whose fields are posted with the choice of another language, if the page has one.
    pub(in crate::router) form_id: Option<&'static str>,
}

/// Renders a page as a response.
pub(in crate::router) fn page<V: IntoView + 'static>(frame: &Frame<'_>, view: impl FnOnce() -> V + Send + 'static) -> Response {
    respond(html(frame, view))
}

/// Renders the page synchronously, since the handler has gathered all data. So there is no stream, and none of the inline scripts by which
/// a stream delivers late content.
pub(super) fn html<V: IntoView + 'static>(frame: &Frame<'_>, view: impl FnOnce() -> V + Send + 'static) -> String {
    let Frame { site, translations, page, title, islands, form_id } = frame;
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let (page, title, islands, service_name) = (*page, title.clone(), *islands, site.service_name.to_string());
    let language = translations.language();
    let html = owner.with(|| {
        let children = ToChildren::to_children(view);
        let (languages, tag, direction) = (languages(translations, *form_id), language.tag(), language.direction());
        Shell(ShellProps { title, service_name, assets: site.assets(), language: tag, direction, languages, page, islands, children })
            .to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

/// The title of a page that shows an error.
pub(in crate::router) fn error_title(translations: &Translations, title: &str) -> String {
    translations.text_with(Key::TitleError, &[("title", Value::Text(title))])
}

fn languages(translations: &Translations, form_id: Option<&'static str>) -> LanguageMenu {
    let choices = Language::ALL.map(|language| LanguageChoice {
        tag: language.tag(),
        name: language.name(),
        is_chosen: language == translations.language(),
    });
    LanguageMenu { label: translations.text(Key::LanguageLabel), form_id, choices: choices.to_vec() }
}

pub(super) fn respond(html: String) -> Response {
    ([(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}
