//! Event handlers of the forms. They act in the browser only; the server renders the same views and never calls them.
//!
//! The listeners are registered for the capture phase, which makes no difference at the target itself. Listeners of the bubbling phase
//! would bring the code for delegated events with them, 2 KB of the bundle.

use super::field_kind::FieldKind;
use crate::state::{FormAction, State};
use leptos::ev::{Event, SubmitEvent};

/// Calls the form's server function instead of a submit by the browser.
pub(super) fn on_submit(state: State, action: FormAction) -> impl FnMut(SubmitEvent) + Clone {
    move |event| {
        #[cfg(feature = "hydrate")]
        {
            event.prevent_default();
            crate::browser::send(state, action);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (state, action, event);
    }
}

/// Submits a code that was entered at once, and marks the box that the caret is in.
pub(super) fn on_input(state: State, kind: FieldKind) -> impl FnMut(Event) + Clone {
    move |event| {
        #[cfg(feature = "hydrate")]
        if kind == FieldKind::Code {
            crate::browser::on_code_input(state, &event);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (state, kind, event);
    }
}

/// Suggests another address if the typed one looks mistyped.
pub(super) fn on_change(state: State, kind: FieldKind) -> impl FnMut(Event) + Clone {
    move |_| {
        #[cfg(feature = "hydrate")]
        if kind == FieldKind::Address {
            crate::browser::suggest(state);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (state, kind);
    }
}

/// Puts the suggested address into the field.
pub(super) fn accept_suggestion(state: State) {
    #[cfg(feature = "hydrate")]
    crate::browser::accept_suggestion(state);
    #[cfg(not(feature = "hydrate"))]
    let _ = state;
}
