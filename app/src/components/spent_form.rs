use super::change_form::ChangeForm;
use super::code_form::PendingAddress;
use super::error::ErrorSummary;
use super::field::FieldKind;
use super::resend_form::ResendForm;
use super::{Press, State};
use crate::view::{Flow, Text};
use leptos::prelude::*;

/// In place of the form for the code once too many wrong ones were typed: a new one, to the same address or to another.
#[component]
pub(super) fn SpentForm(state: State, flow: Flow) -> impl IntoView {
    view! {
        <section data-step="code">
            <ErrorSummary state field=FieldKind::Code.name()/>
            <h1>{state.text(Text::Heading)}</h1>
            <p><PendingAddress state flow/></p>
            <ResendForm state action=flow.request() press=Press::Restart/>
            <div class="others"><ChangeForm state action=flow.change()/></div>
        </section>
    }
}
