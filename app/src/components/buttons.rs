use super::events::on_submit;
use crate::state::{FormAction, State};
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
    action: FormAction,
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
            disabled=state.derive(action.is_early())
            aria-disabled=state.derive(|state| state.busy.get().map(|_| "true"))
            data-busy=move || (state.busy.get() == Some(action)).then_some("")
        >
            {move || if state.busy.get() == Some(action) { busy.clone() } else { label.clone() }}
        </button>
    }
}

/// Button that returns to the form for the address.
#[component]
pub(super) fn ChangeForm(
    state: State,
    /// Path to which the form is submitted.
    path: &'static str,
    kind: ButtonKind,
) -> impl IntoView {
    view! {
        <form id="change-form" method="post" action=path on:submit:capture=on_submit(state, FormAction::Change)>
            <SubmitButton state action=FormAction::Change label=Text::Change busy=Text::Change kind/>
        </form>
    }
}
