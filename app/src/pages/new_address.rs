use crate::components::{NewAddressForm, NewCodeForm};
use crate::domain::{CodeStep, Refusal};
use crate::words::Words;
use leptos::either::Either;
use leptos::prelude::*;

/// The path of the page on which an account gets another address.
pub const NEW_ADDRESS: &str = "/account/email";

/// `/account/email`: asks for the new address, then for the code that was mailed to it.
#[component]
pub fn NewAddressPage(
    /// Those of the visitor's language.
    words: Words,
    /// The address of the account.
    email: String,
    /// What is known of the code that is waited for, if one is.
    code: Option<CodeStep>,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// The address to keep in the form; empty if none.
    typed: String,
) -> impl IntoView {
    let form = match code {
        Some(code) => Either::Left(view! { <NewCodeForm words code refusal/> }),
        None => Either::Right(view! { <NewAddressForm words email refusal typed/> }),
    };
    view! { <main class="card" data-page="new-address">{form}</main> }
}
