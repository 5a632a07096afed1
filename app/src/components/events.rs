//! What the forms do in a browser. On the server the handlers are there and never called.
//!
//! They are attached for the phase `capture`, which at the element itself makes no difference: the code for listeners of the other
//! phase brings that for delegated ones with it, which weighs 2 KB in the bundle.

use super::field::FieldKind;
use super::{Press, State};
use leptos::ev::{Event, SubmitEvent};

/// Calls the form's server function in place of the browser's own post.
pub(super) fn on_submit(state: State, press: Press) -> impl FnMut(SubmitEvent) + Clone {
    move |event| {
        #[cfg(feature = "hydrate")]
        {
            event.prevent_default();
            crate::browser::send(state, press);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (state, press, event);
    }
}

/// Sends a code that came as a whole.
pub(super) fn on_input(state: State, kind: FieldKind) -> impl FnMut(Event) + Clone {
    move |event| {
        #[cfg(feature = "hydrate")]
        if kind == FieldKind::Code {
            crate::browser::code_came(state, &event);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (state, kind, event);
    }
}

/// Asks whether another address was meant.
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

/// Takes the address that was meant.
pub(super) fn take_meant(state: State) {
    #[cfg(feature = "hydrate")]
    crate::browser::take_meant(state);
    #[cfg(not(feature = "hydrate"))]
    let _ = state;
}
