use super::field::{Field, FieldKind};
use crate::domain::{Limit, Refusal};
use crate::server_fns::RequestCode;
use crate::words::{Key, Value, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Of both forms that ask for an address, but for its label.
pub(super) const FIELD: FieldKind =
    FieldKind { name: "email", label: Key::AddressLabel, input_type: "email", input_mode: "email", autocomplete: "email", boxes: 0 };

/// Asks for the address.
#[component]
pub(crate) fn AddressForm(
    words: Words,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// What the field starts with.
    typed: String,
) -> impl IntoView {
    view! {
        <section data-step="address">
            {FIELD.summary(&words, refusal)}
            <h1>{words.say(Key::AddressHeading)}</h1>
            <p>{words.say(Key::AddressLead)}</p>
            <AddressEntry words=words.clone() kind=FIELD action=RequestCode::PATH refusal typed/>
        </section>
    }
}

/// The form itself.
#[component]
pub(super) fn AddressEntry(
    words: Words,
    kind: FieldKind,
    /// Where it is posted.
    action: &'static str,
    refusal: Option<Refusal>,
    typed: String,
) -> impl IntoView {
    // The island puts a button between the braces.
    let meant = words.say_with(Key::AddressMeant, &[("address", Value::Text("{}"))]);
    let wants_proof = matches!(refusal, Some(Refusal::Limited { limit: Limit::ProofOfWork, .. }));
    view! {
        <form id="address-form" method="post" action=action novalidate data-proof=wants_proof.then_some("")>
            <Field words=words.clone() kind refusal typed hint=view! { <p class="hint" id="email-hint">{words.say(Key::AddressHint)}</p> }/>
            <p id="proving" role="status" data-words=words.say(Key::Proving)></p>
            <button type="submit" class="primary" data-busy=words.say(Key::SendingButton)>{words.say(Key::AddressButton)}</button>
            // Below the button, which would move from under a finger otherwise: it comes as the field is left.
            <p id="email-suggestion" role="status" data-words=meant></p>
        </form>
    }
}
