use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The field of the form that is shown, if it has one. It is queried from the document, since a `NodeRef` is another kind of signal, which
/// would add half a kilobyte to the bundle.
pub(super) fn field() -> Option<HtmlInputElement> {
    document().query_selector("#email, #code").ok()?.map(JsCast::unchecked_into)
}

/// Current value of the field; empty if there is no field.
pub(super) fn typed() -> String {
    field().map(|field| field.value()).unwrap_or_default()
}
