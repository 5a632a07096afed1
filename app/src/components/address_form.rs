use super::field::{Field, FieldKind};
use crate::domain::{Limit, Refusal};
use crate::server_fns::RequestCode;
use crate::words::{Key, Value, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind =
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
    // The island puts a button between the braces.
    let meant = words.say_with(Key::AddressMeant, &[("address", Value::Text("{}"))]);
    let wants_proof = matches!(refusal, Some(Refusal::Limited { limit: Limit::ProofOfWork, .. }));
    view! {
        <section data-step="address">
            {FIELD.summary(&words, refusal)}
            <h1>{words.say(Key::AddressHeading)}</h1>
            <p>{words.say(Key::AddressLead)}</p>
            <form id="address-form" method="post" action=RequestCode::PATH novalidate data-proof=wants_proof.then_some("")>
                <Field words=words.clone() kind=FIELD refusal typed hint=view! { <p class="hint" id="email-hint">{words.say(Key::AddressHint)}</p> }/>
                <p id="proving" role="status" data-words=words.say(Key::Proving)></p>
                <button type="submit" class="primary" data-busy=words.say(Key::SendingButton)>{words.say(Key::AddressButton)}</button>
                // Below the button, which would move from under a finger otherwise: it comes as the field is left.
                <p id="email-suggestion" role="status" data-words=meant></p>
            </form>
        </section>
    }
}
