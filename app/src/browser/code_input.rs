//! Input into the field for the code: the box that the caret is in, and a whole code at once.

use super::input::{field, typed};
use super::send;
use crate::state::{FormAction, State};
use domain::OneTimeCode;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// Marks the box that the caret is in, at each change of the selection.
pub(super) fn follow_caret(state: State) {
    let follow = Closure::<dyn Fn()>::new(move || mark_caret(state));
    // Capture on the window, since browsers fire the event either at the document or at the input.
    let _ = window().add_event_listener_with_callback_and_bool("selectionchange", follow.as_ref().unchecked_ref(), true);
    follow.forget();
}

fn mark_caret(state: State) {
    let caret = field().filter(|field| field.id() == "code").and_then(|field| field.selection_start().ok().flatten());
    let caret = caret.unwrap_or(0).into();
    if state.caret.get_untracked() != caret {
        state.caret.set(caret);
    }
}

/// Submits a whole code that was pasted or autofilled. A code typed by hand waits for the button.
pub(crate) fn on_code_input(state: State, event: &Event) {
    mark_caret(state);
    if is_bulk_input(event) && OneTimeCode::parse(&typed()).is_ok() {
        send(state, FormAction::Verify);
    }
}

/// Whether the event is not a keystroke (Input Events Level 2 §4.1.2). Autofill has no `inputType`, or inserts several characters at once.
fn is_bulk_input(event: &Event) -> bool {
    let property = |name: &str| Reflect::get(event, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    match &*property("inputType") {
        "" | "insertFromPaste" | "insertFromDrop" | "insertReplacementText" => true,
        "insertText" | "insertCompositionText" => property("data").len() >= OneTimeCode::LENGTH,
        _ => false,
    }
}
