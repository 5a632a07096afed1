use super::events::on_submit;
use super::submit_button::{ButtonKind, SubmitButton};
use super::{Press, State};
use crate::view::Text;
use leptos::prelude::*;

/// Button that returns to the form for the address.
#[component]
pub(super) fn ChangeForm(
    state: State,
    /// Path to which the form is submitted.
    action: &'static str,
    kind: ButtonKind,
) -> impl IntoView {
    view! {
        <form id="change-form" method="post" action=action on:submit:capture=on_submit(state, Press::Change)>
            <SubmitButton state press=Press::Change label=Text::Change busy=Text::Change kind/>
        </form>
    }
}
