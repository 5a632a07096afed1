use super::field::{Field, FieldKind};
use crate::account_fns::NewAddress;
use crate::domain::Refusal;
use crate::words::{Key, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind =
    FieldKind { name: "email", label: Key::NewAddressLabel, input_type: "email", input_mode: "email", autocomplete: "email", boxes: 0 };

/// Asks for the new address of an account. No island brings it to life.
#[component]
pub(crate) fn NewAddressForm(
    words: Words,
    /// The address of the account.
    email: String,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// What the field starts with.
    typed: String,
) -> impl IntoView {
    let (before, after) = words.around(Key::NewAddressLead, "address", &[]);
    view! {
        {FIELD.summary(&words, refusal)}
        <h1>{words.say(Key::NewAddressHeading)}</h1>
        <p>{before}<strong><bdi>{email}</bdi></strong>{after}</p>
        <form id="new-address-form" method="post" action=NewAddress::PATH novalidate>
            <Field words=words.clone() kind=FIELD refusal typed hint=view! { <p class="hint" id="email-hint">{words.say(Key::AddressHint)}</p> }/>
            <button type="submit" class="primary">{words.say(Key::AddressButton)}</button>
        </form>
        <div class="others"><a class="button" id="keep" href="/account">{words.say(Key::NewAddressKeep)}</a></div>
    }
}
