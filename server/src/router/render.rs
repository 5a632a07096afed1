use super::Site;
use app::words::Words;
use app::{Shell, ShellProps};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::children::ToChildren;
use leptos::prelude::*;
use std::sync::Arc;

/// What a page is besides its view.
pub(super) struct Frame<'a> {
    pub(super) site: &'a Site,
    /// Those of the visitor's language.
    pub(super) words: &'a Words,
    /// Where it stands.
    pub(super) path: &'static str,
    /// What the window's title says before the service's name.
    pub(super) title: &'a str,
    /// Whether it has an island to bring to life.
    pub(super) islands: bool,
}

/// A page of the site as a response.
///
/// The view is rendered at once: it waits for nothing, since the handler has gathered all it shows. So there is no
/// stream, and none of the inline scripts by which a stream hands over what it waited for.
pub(super) fn page<V: IntoView + 'static>(frame: &Frame<'_>, view: impl FnOnce() -> V + Send + 'static) -> Response {
    let Frame { site, words, path, title, islands } = *frame;
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let (title, service_name, words) = (app::title(title, &site.service_name), site.service_name.to_string(), words.clone());
    let html = owner.with(|| {
        let children = ToChildren::to_children(view);
        Shell(ShellProps { title, service_name, assets: site.assets(), words, path, islands, children }).to_html()
    });
    owner.unset_with_forced_cleanup();
    // Pages show state, and the form's own page may have become another: never from a cache.
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")], html).into_response()
}
