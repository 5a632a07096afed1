use super::field::{Field, FieldKind};
use crate::domain::{Limit, Refusal};
use crate::messages;
use crate::server_fns::RequestCode;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind =
    FieldKind { name: "email", label: "E-mail address", input_type: "email", input_mode: "email", autocomplete: "email" };

/// Asks for the address.
#[component]
pub(crate) fn AddressForm(
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// What the field starts with.
    typed: String,
) -> impl IntoView {
    let wants_proof = matches!(refusal, Some(Refusal::Limited { limit: Limit::ProofOfWork, .. }));
    view! {
        <section data-step="address">
            {FIELD.summary(refusal)}
            <h1>"Sign up or sign in"</h1>
            <p>"Type your e-mail address. We mail you a six-digit code; no password is needed."</p>
            <form id="address-form" method="post" action=RequestCode::PATH novalidate data-proof=wants_proof.then_some("")>
                <Field kind=FIELD refusal typed hint=view! { <p class="hint" id="email-hint">"The code goes to this address only."</p> }/>
                <p id="proving" role="status" data-words=messages::PROVING></p>
                <button type="submit" class="primary" data-busy="Sending the code…">"Send me a code"</button>
                // Below the button, which would move from under a finger otherwise: it comes as the field is left.
                <p id="email-suggestion" role="status" data-words="Did you mean {}?"></p>
            </form>
        </section>
    }
}
