use super::{news, send};
use crate::components::{Press, State};
use crate::view::Form;
use domain::Page;
use leptos::ev::{pageshow, popstate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PageTransitionEvent;

/// Follows the visitor who goes back and forth.
pub(super) fn start(state: State) {
    let _ = window_event_listener(popstate, move |_| {
        let form = state.view.with_untracked(|view| view.form);
        let path = path();
        if path == Page::SignUp.path() && form != Form::Address {
            // Back to the address, which can be corrected. The code stays good for as long as no other one is sent.
            send(state, Press::Change);
        } else if path == Page::Code.path() && form == Form::Address {
            load(&path);
        }
    });
    let _ = window_event_listener(pageshow, move |event| {
        // A page that the browser had put aside may be one of long ago.
        if event.unchecked_ref::<PageTransitionEvent>().persisted() {
            spawn_local(async move {
                if let Some(view) = news::look(state).await
                    && view.form != state.view.with_untracked(|shown| shown.form)
                {
                    load(&view.path);
                }
            });
        }
    });
}

/// Takes the path of the step that is about to be shown. The code is a step of its own, from which Back leads to the address; every
/// other one takes the place of the one before.
pub(super) fn go(to: &str, before: Form, form: Form) {
    if to == path() {
        return;
    }
    let Ok(history) = window().history() else { return };
    let _ = match (before, form) {
        (Form::Address, Form::Code) => history.push_state_with_url(&JsValue::TRUE, "", Some(to)),
        // To the address that it came from, so that there are not two of them to go back over.
        (_, Form::Address) if history.state().is_ok_and(|state| state.is_truthy()) => history.back(),
        _ => history.replace_state_with_url(&JsValue::NULL, "", Some(to)),
    };
}

/// Loads a page in place of this one.
pub(super) fn load(path: &str) {
    let _ = window().location().replace(path);
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}
