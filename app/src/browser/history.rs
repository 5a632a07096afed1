use crate::view::Form;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Updates the history for the step that is about to be shown. Leaving the form for the address pushes an entry, so that Back returns to
/// it; every other step replaces the current entry.
pub(super) fn go(to: &str, before: Form, form: Form) {
    if to == path() {
        return;
    }
    let Ok(history) = window().history() else { return };
    let _ = match (before, form) {
        (Form::Address, form) if form != Form::Address => history.push_state_with_url(&JsValue::TRUE, "", Some(to)),
        // Back to the entry of the address, so that the history does not contain it twice.
        (_, Form::Address) if history.state().is_ok_and(|state| state.is_truthy()) => history.back(),
        _ => history.replace_state_with_url(&JsValue::NULL, "", Some(to)),
    };
}

/// Loads another page, replacing the current history entry.
pub(super) fn load(path: &str) {
    let _ = window().location().replace(path);
}

/// Path of the page.
pub(super) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}
