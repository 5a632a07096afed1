use super::address_form::Keep;
use super::buttons::{ButtonKind, ChangeForm};
use super::code_form::PendingAddress;
use super::error::ErrorSummary;
use super::field_kind::FieldKind;
use super::resend_form::ResendButton;
use crate::state::{FormAction, State};
use crate::view::{Flow, Form, Number};
use leptos::either::Either;
use leptos::prelude::*;

/// Replaces the form for the code while none can be entered. Shows what happened, as the heading, and two actions: another code for the
/// same address, or another address. The likelier one has the primary button.
#[component]
pub(super) fn Recovery(state: State, flow: Flow, form: Form) -> impl IntoView {
    let (path, action) = if form == Form::Spent { (flow.request(), FormAction::Restart) } else { (flow.resend(), FormAction::Resend) };
    let leads_to_change = state.view.with_untracked(|view| view.is(Number::LeadsToChange));
    let actions = if leads_to_change {
        Either::Left(view! {
            <ChangeForm state path=flow.change() kind=ButtonKind::Primary/>
            <ResendButton state path action kind=ButtonKind::Link/>
        })
    } else {
        Either::Right(view! {
            <ResendButton state path action kind=ButtonKind::Primary/>
            <ChangeForm state path=flow.change() kind=ButtonKind::Link/>
        })
    };
    view! {
        <section data-step="code" class="recovery">
            <ErrorSummary state field=FieldKind::Code.name()/>
            <p class="to"><PendingAddress state flow/></p>
            {actions}
            {(flow == Flow::EmailChange).then(|| view! { <Keep state/> })}
        </section>
    }
}
