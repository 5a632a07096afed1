use super::address_form::Keep;
use super::anew::{anew, part};
use super::change_form::ChangeForm;
use super::error::ErrorSummary;
use super::events::on_submit;
use super::field::{Field, FieldKind};
use super::line::Line;
use super::moment::{Moment, time_of_day};
use super::resend_form::ResendForm;
use super::status::Status;
use super::submit_button::SubmitButton;
use super::{Press, State};
use crate::view::{Flow, Number, Text};
use leptos::prelude::*;

/// Asks for the code, and offers another code and another address.
#[component]
pub(super) fn CodeForm(state: State, flow: Flow) -> impl IntoView {
    view! {
        <section data-step="code">
            <ErrorSummary state field=FieldKind::Code.name()/>
            <h1>{state.text(Text::Heading)}</h1>
            <p>{state.text(Text::LeadBefore)}<PendingAddress state flow/>{state.text(Text::LeadAfter)}</p>
            <Line state id="slip" text=|state| state.live_text(Text::Slip)/>
            <Status state/>
            <form id="code-form" method="post" action=flow.verify() novalidate on:submit:capture=on_submit(state, Press::Verify)>
                <Field state kind=FieldKind::Code/>
                <SubmitButton state press=Press::Verify label=Text::Submit busy=Text::SubmitBusy is_primary=true/>
            </form>
            <div class="others">
                <ResendForm state action=flow.resend() press=Press::Resend/>
                <ChangeForm state action=flow.change()/>
                {(flow == Flow::EmailChange).then(|| view! { <Keep state/> })}
            </div>
        </section>
    }
}

/// The address that the code goes to. Another window may have changed it.
#[component]
pub(super) fn PendingAddress(state: State, flow: Flow) -> impl IntoView {
    let id = if flow == Flow::SignUp { "code-email" } else { "new-email" };
    anew(
        state,
        |state| state.live_text(Text::LeadAddress),
        move |address| part(view! { <strong id=id translate="no"><bdi>{address.to_owned()}</bdi></strong> }),
    )
}

/// How long the code works: for so long, as it was when the page was made; until when, in a browser that knows the time of its
/// place; or that it does no more.
#[component]
pub(super) fn Expiry(state: State) -> impl IntoView {
    view! {
        <p class="hint either" id="code-hint">
            <span class="plain" hidden=state.derive(|state| state.is_live.get() || state.is_expired())>{state.derive(|state| state.live_text(Text::ExpiryFor))}</span>
            <span class="live" hidden=state.derive(|state| !state.is_live.get() || state.is_expired())>
                {state.text(Text::ExpiryBefore)}
                <Moment state moment=|state| state.live_text(Text::ExpiryMoment) time=|state| time_of_day(state, Number::ExpiresAt, Text::ExpiryTime)/>
                {state.text(Text::ExpiryAfter)}
            </span>
            <span class="over" hidden=state.derive(|state| !state.is_expired())>{state.text(Text::ExpiryOver)}</span>
        </p>
    }
}
