use super::address_form::Keep;
use super::breakable::breakable;
use super::buttons::{ButtonKind, ChangeForm, SubmitButton};
use super::error::ErrorSummary;
use super::events::on_submit;
use super::field::Field;
use super::field_kind::FieldKind;
use super::remount::{part, part_of, remount};
use super::resend_form::ResendOffer;
use super::status::{Status, Webmail};
use crate::state::{FormAction, State};
use crate::view::{Flow, Text};
use leptos::prelude::*;

/// The form for the code, with offers of another code and another address.
#[component]
pub(super) fn CodeForm(state: State, flow: Flow) -> impl IntoView {
    view! {
        <section data-step="code">
            <ErrorSummary state field=FieldKind::Code.name()/>
            <h1>{state.text(Text::Heading)}</h1>
            <div class="lead">
                {remount(
                    state,
                    |state| state.live_text(Text::LeadBefore),
                    move |lead| {
                        let lead = lead.to_owned();
                        part(view! { <p class="either" data-next=state.text(Text::LeadNext)><span>{lead}</span></p> })
                    },
                )}
                <PendingAddress state flow/>
                <ChangeForm state path=flow.change() kind=ButtonKind::Link/>
            </div>
            <Suggested state flow/>
            <form id="code-form" method="post" action=flow.verify() novalidate on:submit:capture=on_submit(state, FormAction::Verify)>
                <Field state kind=FieldKind::Code/>
                <SubmitButton state action=FormAction::Verify label=Text::Submit busy=Text::SubmitBusy kind=ButtonKind::Primary/>
            </form>
            <Status state/>
            <ResendOffer state path=flow.resend()/>
            <Webmail state/>
            {(flow == Flow::EmailChange).then(|| view! { <Keep state/> })}
        </section>
    }
}

/// The address that the code was mailed to. It is tracked, since another tab may change it.
#[component]
pub(super) fn PendingAddress(state: State, flow: Flow) -> impl IntoView {
    let id = if flow == Flow::SignUp { "code-email" } else { "new-email" };
    remount(
        state,
        |state| state.live_text(Text::LeadAddress),
        move |address| part(view! { <strong id=id translate="no"><bdi>{breakable(address)}</bdi></strong> }),
    )
}

/// Asks whether another address was meant, with a button that mails a code to it.
#[component]
fn Suggested(state: State, flow: Flow) -> impl IntoView {
    remount(
        state,
        |state| state.live_text(Text::Meant),
        move |meant| {
            part_of(meant, |meant| {
                view! {
                    <form id="meant-form" class="quiet" method="post" action=flow.request() on:submit:capture=on_submit(state, FormAction::Suggested)>
                        {state.text(Text::MeantBefore)}
                        <SubmitButton state action=FormAction::Suggested label=Text::Meant busy=Text::Meant kind=ButtonKind::Link/>
                        {state.text(Text::MeantAfter)}
                        <input type="hidden" name="email" value=meant/>
                    </form>
                }
            })
        },
    )
}
