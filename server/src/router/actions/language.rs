use super::address_prefill;
use crate::i18n::Language;
use crate::router::Site;
use crate::router::middleware::language;
use crate::router::respond::see_other;
use crate::sessions::{Flash, VisitorSession};
use axum::extract::{Query, State};
use axum::response::Response;
use axum::{Extension, Form};
use domain::Page;
use serde::Deserialize;
use std::error::Error;
use std::sync::Arc;

/// Fields that the language menu posts, by its own form or together with the fields of the page's form.
#[derive(Deserialize)]
pub(in crate::router) struct LanguageForm {
    language: String,
    #[serde(default)]
    back: String,
    #[serde(default)]
    email: String,
}

/// Query with the page where the choice was made, if it was posted with the page's form.
#[derive(Deserialize)]
pub(in crate::router) struct LanguageQuery {
    #[serde(default)]
    back: String,
}

/// `/api/language`: stores the choice and the typed address, and redirects back to the page. An unknown language changes nothing.
pub(in crate::router) async fn choose_language(
    State(site): State<Arc<Site>>,
    Extension(session): Extension<VisitorSession>,
    Query(query): Query<LanguageQuery>,
    Form(choice): Form<LanguageForm>,
) -> Response {
    // Redirect to our own pages only, each by its constant.
    let back = Page::ALL.into_iter().find(|page| [&choice.back, &query.back].contains(&&page.path().to_owned())).unwrap_or(Page::SignUp);
    let prefill = address_prefill(&choice.email);
    if !prefill.is_empty()
        && let Err(error) = session.put_flash(&Flash { page: back, message: None, prefill }).await
    {
        tracing::warn!(error = &error as &dyn Error, "failed to keep the typed address for the next page");
    }
    let mut response = see_other(back);
    if let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == choice.language) {
        language::set_cookie(&site, language, &mut response);
    }
    response
}
