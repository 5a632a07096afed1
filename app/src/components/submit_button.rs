use super::{Press, State};
use crate::view::Text;
use leptos::prelude::*;

/// The button of a form. While a request is under way all of them are inert, and the one that was pressed says so. It keeps the focus,
/// which `disabled` would take from it.
#[component]
pub(super) fn SubmitButton(
    state: State,
    press: Press,
    /// What it says.
    label: Text,
    /// The same while its request is under way.
    busy: Text,
    /// Whether it is the form's main action.
    is_primary: bool,
) -> impl IntoView {
    let (label, busy) = (state.text(label), state.text(busy));
    view! {
        <button
            type="submit"
            class=if is_primary { "primary" } else { "secondary" }
            disabled=state.derive(press.is_early())
            aria-disabled=state.derive(|state| state.busy.get().map(|_| "true"))
        >
            {move || if state.busy.get() == Some(press) { busy.clone() } else { label.clone() }}
        </button>
    }
}
