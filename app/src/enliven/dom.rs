use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlElement};

/// Calls this at every event of the kind, as long as the document is there.
pub(super) fn listen(kind: &str, heard: impl FnMut(Event) + 'static) {
    let heard = Closure::<dyn FnMut(Event)>::new(heard).into_js_value();
    let _ = document().add_event_listener_with_callback(kind, heard.unchecked_ref());
}

/// The first element of the document that matches.
pub(super) fn find<T: JsCast>(css: &str) -> Option<T> {
    find_in(&document(), css)
}

/// The first element of that document that matches.
pub(super) fn find_in<T: JsCast>(document: &Document, css: &str) -> Option<T> {
    document.query_selector(css).ok()??.dyn_into().ok()
}

/// Whether this stands in an island.
pub(super) fn is_in_island(element: &Element) -> bool {
    element.closest("leptos-island").is_ok_and(|island| island.is_some())
}

/// What the server has written into an attribute.
pub(super) fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The whole number in an attribute.
pub(super) fn number(element: &Element, name: &str) -> Option<u32> {
    element.get_attribute(name)?.parse().ok()
}

/// Shows the elements within this one that match, or hides them.
pub(super) fn show(within: &Element, css: &str, is_shown: bool) {
    if let Ok(Some(element)) = within.query_selector(css)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        element.set_hidden(!is_shown);
    }
}
