use super::events::on_submit;
use super::submit_button::SubmitButton;
use super::{Press, State};
use crate::view::Text;
use leptos::prelude::*;

/// Leads back to the address.
#[component]
pub(super) fn ChangeForm(
    state: State,
    /// Where the form is posted.
    action: &'static str,
) -> impl IntoView {
    view! {
        <form id="change-form" method="post" action=action on:submit:capture=on_submit(state, Press::Change)>
            <SubmitButton state press=Press::Change label=Text::Change busy=Text::Change is_primary=false/>
        </form>
    }
}
