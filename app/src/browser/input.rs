//! The field of the form that is shown, and the suggestion of another address for what was typed into it.

use crate::state::State;
use domain::suggest_domain;
use leptos::prelude::*;
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

/// Suggests another address if the domain of the typed one looks mistyped.
pub(crate) fn suggest(state: State) {
    let typed = typed();
    let meant = typed.trim().rsplit_once('@').and_then(|(local, domain)| Some([local, "@", suggest_domain(domain)?].concat()));
    state.suggestion.set(meant.unwrap_or_default());
}

/// Puts the suggested address into the field.
pub(crate) fn accept_suggestion(state: State) {
    if let Some(field) = field() {
        field.set_value(&state.suggestion.get_untracked());
        state.suggestion.set(String::new());
        let _ = field.focus();
    }
}
