use super::buttons::{ButtonKind, SubmitButton};
use super::error::ErrorSummary;
use super::events::{accept_suggestion, on_submit};
use super::field::Field;
use super::field_kind::FieldKind;
use super::remount::{announced, part_of, remount};
use crate::state::{FormAction, State};
use crate::view::{Flow, Text};
use domain::Page;
use leptos::prelude::*;

/// The form for the address.
#[component]
pub(super) fn AddressForm(state: State, flow: Flow) -> impl IntoView {
    view! {
        <section data-step="address">
            <ErrorSummary state field=FieldKind::Address.name()/>
            <Head state flow/>
            <form id="address-form" method="post" action=flow.request() novalidate on:submit:capture=on_submit(state, FormAction::Request)>
                <Field state kind=FieldKind::Address/>
                <Proving state/>
                <SubmitButton state action=FormAction::Request label=Text::Submit busy=Text::SubmitBusy kind=ButtonKind::Primary/>
                // Below the button, since it appears when the field loses the focus and would move the button just before a click.
                <p id="email-suggestion" role="status"><Suggestion state/></p>
            </form>
            {(flow == Flow::EmailChange).then(|| view! { <Keep state/> })}
        </section>
    }
}

/// Heading and lead of the form; empty while an error is the heading of the page.
#[component]
fn Head(state: State, flow: Flow) -> impl IntoView {
    remount(
        state,
        |state| if state.has_problem() { String::new() } else { state.text(Text::Heading) },
        move |heading| {
            part_of(heading, |heading| {
                let account = (flow == Flow::EmailChange).then(|| view! { <strong><bdi>{state.text(Text::LeadAddress)}</bdi></strong> });
                view! {
                    <h1>{heading}</h1>
                    <p class="lead">{state.text(Text::LeadBefore)}{account}{state.text(Text::LeadAfter)}</p>
                }
            })
        },
    )
}

/// Announces that the browser is computing a proof of work.
#[component]
pub(super) fn Proving(state: State) -> impl IntoView {
    view! { <p class="quiet" id="proving" role="status">{announced(state, |state| if state.is_proving.get() { state.text(Text::Proving) } else { String::new() })}</p> }
}

/// Asks whether another address was meant, with a button that puts it into the field.
#[component]
fn Suggestion(state: State) -> impl IntoView {
    remount(
        state,
        |state| state.suggestion.get(),
        move |meant| {
            part_of(meant, |meant| {
                view! {
                    <span>
                        {state.text(Text::MeantBefore)}
                        <button type="button" class="link" translate="no" on:click:capture=move |_| accept_suggestion(state)>{meant}</button>
                        {state.text(Text::MeantAfter)}
                    </span>
                }
            })
        },
    )
}

/// Link back to the account, which keeps its address.
#[component]
pub(super) fn Keep(state: State) -> impl IntoView {
    view! { <p class="quiet"><a id="keep" href=Page::Account.path()>{state.text(Text::Keep)}</a></p> }
}
