//! How the first view comes to the browser.

use super::SignUpView;

/// The view that came with the page, in the body of its island. On the server it stands in the context.
///
/// It is no property of the island, since Leptos reads those with `serde_json`, which with its errors and all that these print weighs
/// 12 KB in the bundle. The browser's own parser reads it, as it reads the answers to forms.
#[cfg(not(feature = "hydrate"))]
pub(crate) fn first_view() -> Option<SignUpView> {
    leptos::prelude::use_context()
}

/// The view that came with the page, in the attribute that [`written`] has filled on the server.
#[cfg(feature = "hydrate")]
pub(crate) fn first_view() -> Option<SignUpView> {
    let page = leptos::prelude::document().query_selector("[data-view]").ok()??;
    crate::browser::view_of(&js_sys::JSON::parse(&page.get_attribute("data-view")?).ok()?)
}

/// The view in JSON, for the attribute `data-view`.
#[cfg(not(feature = "hydrate"))]
pub(crate) fn written(view: &SignUpView) -> Option<String> {
    leptos::serde_json::to_string(view).ok()
}

/// Nothing: the server has written it.
#[cfg(feature = "hydrate")]
pub(crate) const fn written(_: &SignUpView) -> Option<&'static str> {
    None
}
