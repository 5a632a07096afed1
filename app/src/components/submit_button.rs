use super::{Press, State};
use crate::view::Text;
use leptos::prelude::*;

/// Appearance of a button, by its importance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ButtonKind {
    /// The main action of a page.
    Primary,
    /// A link within a text.
    Link,
}

/// The submit button of a form. While a request is in progress, all buttons are inert, and the pressed one shows its busy label. They
/// are `aria-disabled`, since `disabled` would remove the focus from the pressed one.
#[component]
pub(super) fn SubmitButton(
    state: State,
    press: Press,
    /// Label of the button.
    label: Text,
    /// Label while the request of this button is in progress.
    busy: Text,
    kind: ButtonKind,
) -> impl IntoView {
    let (label, busy) = (state.text(label), state.text(busy));
    view! {
        <button
            type="submit"
            class=if kind == ButtonKind::Primary { "primary" } else { "link" }
            disabled=state.derive(press.is_early())
            aria-disabled=state.derive(|state| state.busy.get().map(|_| "true"))
            data-busy=move || (state.busy.get() == Some(press)).then_some("")
        >
            {move || if state.busy.get() == Some(press) { busy.clone() } else { label.clone() }}
        </button>
    }
}
