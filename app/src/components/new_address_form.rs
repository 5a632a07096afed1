use super::address_form::AddressEntry;
use super::field::FieldKind;
use crate::account_fns::NewAddress;
use crate::domain::{Refusal, Step};
use crate::words::{Key, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind = FieldKind { label: Key::NewAddressLabel, ..super::address_form::FIELD };

/// Asks for the new address of an account.
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
        <section data-step="address">
            {FIELD.summary(&words, refusal)}
            <h1>{words.say(Key::NewAddressHeading)}</h1>
            <p>{before}<strong><bdi>{email}</bdi></strong>{after}</p>
            <AddressEntry words=words.clone() kind=FIELD action=NewAddress::PATH refusal typed/>
            <div class="others"><a class="button" id="keep" href=Step::Account.path()>{words.say(Key::NewAddressKeep)}</a></div>
        </section>
    }
}
