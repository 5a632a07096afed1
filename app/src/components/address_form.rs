use super::anew::{anew, part_of};
use super::error::ErrorSummary;
use super::events::{on_submit, take_meant};
use super::field::{Field, FieldKind};
use super::line::announced;
use super::submit_button::SubmitButton;
use super::{Press, State};
use crate::view::{Flow, Text};
use domain::Page;
use leptos::prelude::*;

/// Asks for the address.
#[component]
pub(super) fn AddressForm(state: State, flow: Flow) -> impl IntoView {
    let account = (flow == Flow::EmailChange).then(|| view! { <strong><bdi>{state.text(Text::LeadAddress)}</bdi></strong> });
    view! {
        <section data-step="address">
            <ErrorSummary state field=FieldKind::Address.name()/>
            <h1>{state.text(Text::Heading)}</h1>
            <p>{state.text(Text::LeadBefore)}{account}{state.text(Text::LeadAfter)}</p>
            <form id="address-form" method="post" action=flow.request() novalidate on:submit:capture=on_submit(state, Press::Request)>
                <Field state kind=FieldKind::Address/>
                <Proving state/>
                <SubmitButton state press=Press::Request label=Text::Submit busy=Text::SubmitBusy is_primary=true/>
                // Below the button, which would move from under a finger otherwise: it comes as the field is left.
                <p id="email-suggestion" role="status"><Meant state/></p>
            </form>
            {(flow == Flow::EmailChange).then(|| view! { <div class="others"><Keep state/></div> })}
        </section>
    }
}

/// Says that a proof of work is being sought.
#[component]
pub(super) fn Proving(state: State) -> impl IntoView {
    view! { <p id="proving" role="status">{announced(state, |state| if state.is_proving.get() { state.text(Text::Proving) } else { String::new() })}</p> }
}

/// Asks whether another address was meant, and takes it over if so.
#[component]
fn Meant(state: State) -> impl IntoView {
    anew(
        state,
        |state| state.meant.get(),
        move |meant| {
            part_of(meant, |meant| {
                view! {
                    <span>
                        {state.text(Text::MeantBefore)}
                        <button type="button" translate="no" on:click:capture=move |_| take_meant(state)>{meant}</button>
                        {state.text(Text::MeantAfter)}
                    </span>
                }
            })
        },
    )
}

/// Leads back to the account, whose address stays.
#[component]
pub(super) fn Keep(state: State) -> impl IntoView {
    view! { <a class="button" id="keep" href=Page::Account.path()>{state.text(Text::Keep)}</a> }
}
