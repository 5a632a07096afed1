//! Passes the first view to the browser.

use crate::view::SignUpView;

/// The first view, from the context.
///
/// The view is not a prop of the island: Leptos parses props with `serde_json`, which adds 12 KB to the bundle with its errors and
/// formatting. The browser's own parser reads the view, as it reads responses to forms.
#[cfg(not(feature = "hydrate"))]
pub(super) fn first_view() -> Option<SignUpView> {
    leptos::prelude::use_context()
}

/// The first view, from the attribute that [`serialized`] has filled on the server.
#[cfg(feature = "hydrate")]
pub(super) fn first_view() -> Option<SignUpView> {
    let page = leptos::prelude::document().query_selector("[data-view]").ok()??;
    crate::browser::view_of(&js_sys::JSON::parse(&page.get_attribute("data-view")?).ok()?)
}

/// The view in JSON, for the attribute `data-view`.
#[cfg(not(feature = "hydrate"))]
pub(super) fn serialized(view: &SignUpView) -> Option<String> {
    leptos::serde_json::to_string(view).ok()
}

/// `None`, since the server has already rendered the attribute.
#[cfg(feature = "hydrate")]
pub(super) const fn serialized(_: &SignUpView) -> Option<&'static str> {
    None
}
