use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The field of the form that is shown, if it has one. It is found in the page, since a `NodeRef` is a kind of signal of its own,
/// which weighs half a kilobyte in the bundle.
pub(super) fn field() -> Option<HtmlInputElement> {
    document().query_selector("#email, #code").ok()?.map(JsCast::unchecked_into)
}

/// What is typed in it.
pub(super) fn typed() -> String {
    field().map(|field| field.value()).unwrap_or_default()
}
