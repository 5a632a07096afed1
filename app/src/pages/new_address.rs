use crate::account_fns::{CancelNewAddress, NewAddress, ResendNewAddress, VerifyNewAddress};
use crate::domain::CodeStep;
use crate::messages;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The path of the page on which an account gets another address.
pub const NEW_ADDRESS: &str = "/account/email";

/// `/account/email`: asks for the new address, then for the code that was mailed to it.
#[component]
pub fn NewAddressPage(
    /// The address of the account.
    email: String,
    /// What is known of the code that is waited for, if one is.
    step: Option<CodeStep>,
    /// Why the last form was refused, if it was.
    error: Option<String>,
    /// The address to keep in the form; empty if none.
    typed: String,
) -> impl IntoView {
    let form = match step {
        Some(step) => Either::Left(view! { <CodeForm step error/> }),
        None => Either::Right(view! { <AddressForm email error typed/> }),
    };
    view! { <main class="card" data-page="new-address">{form}</main> }
}

#[component]
fn AddressForm(email: String, error: Option<String>, typed: String) -> impl IntoView {
    let (is_hidden, is_invalid) = (error.is_none(), error.is_some().then_some("true"));
    view! {
        <h1>"Change your e-mail address"</h1>
        <p>"Your account is " <strong>{email}</strong> ". It changes once you have typed the code that we mail to the new address."</p>
        <form id="new-address-form" method="post" action=NewAddress::PATH novalidate>
            <div class="field">
                <label for="email">"New e-mail address"</label>
                <p class="error" id="email-error" role="alert" hidden=is_hidden>{error}</p>
                <input
                    id="email"
                    name="email"
                    type="email"
                    value=typed
                    autocomplete="email"
                    required
                    autofocus
                    aria-describedby="email-error"
                    aria-invalid=is_invalid
                />
            </div>
            <button type="submit" class="primary">"Send me a code"</button>
        </form>
        <div class="others"><a class="button" href="/account">"Keep the address"</a></div>
    }
}

#[component]
fn CodeForm(step: CodeStep, error: Option<String>) -> impl IntoView {
    let (is_hidden, is_invalid) = (error.is_none(), error.is_some().then_some("true"));
    let works = match step.expires_in {
        0 => "It has expired; send another.".to_owned(),
        seconds => format!("It works for {}.", messages::lifetime(seconds)),
    };
    let wait = (step.resend_in > 0).then(|| {
        let wait = messages::duration(step.resend_in);
        view! { <p class="hint" id="resend-hint">"You can ask for another in " {wait} "."</p> }
    });
    view! {
        <h1>"Type the code"</h1>
        <p>"It goes to your new address, " <strong id="new-email">{step.email}</strong> ". " {works}</p>
        <p role="status" id="mail-status">{step.status}</p>
        <form id="code-form" method="post" action=VerifyNewAddress::PATH novalidate>
            <div class="field">
                <label for="code">"Code from the mail"</label>
                <p class="hint" id="code-hint">"Six digits."</p>
                <p class="error" id="code-error" role="alert" hidden=is_hidden>{error}</p>
                <input
                    id="code"
                    name="code"
                    type="text"
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    required
                    autofocus
                    aria-describedby="code-hint code-error"
                    aria-invalid=is_invalid
                />
            </div>
            <button type="submit" class="primary">"Change my address"</button>
        </form>
        <div class="others">
            <form id="resend-form" method="post" action=ResendNewAddress::PATH>
                <button type="submit">"Send another code"</button>
            </form>
            <form id="cancel-form" method="post" action=CancelNewAddress::PATH>
                <button type="submit">"Keep the old address"</button>
            </form>
            {wait}
        </div>
    }
}
