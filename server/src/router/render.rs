use super::Site;
use app::{Shell, ShellProps};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::children::ToChildren;
use leptos::prelude::*;
use std::sync::Arc;

/// A page of the site as a response. `islands`: whether it has one to bring to life.
///
/// The view is rendered at once: it waits for nothing, since the handler has gathered all it shows. So there is no
/// stream, and none of the inline scripts by which a stream hands over what it waited for.
pub(super) fn page<V: IntoView + 'static>(
    service_name: &str,
    title: &str,
    islands: bool,
    view: impl FnOnce() -> V + Send + 'static,
) -> Response {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let (title, service_name) = (app::title(title, service_name), service_name.to_owned());
    let html = owner.with(|| {
        let children = ToChildren::to_children(view);
        Shell(ShellProps { title, service_name, assets: Site::assets(), islands, children }).to_html()
    });
    owner.unset_with_forced_cleanup();
    // Pages show state, and the form's own page may have become another: never from a cache.
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")], html).into_response()
}
