use super::code_form::{CodeHint, FIELD};
use super::field::Field;
use super::{ResendForm, Status};
use crate::account_fns::{CancelNewAddress, ResendNewAddress, VerifyNewAddress};
use crate::domain::{CodeStep, Refusal};
use crate::words::{Key, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Asks for the code that was mailed to the new address of an account. No island brings it to life: what that asks for meanwhile is
/// the sign-up's.
#[component]
pub(crate) fn NewCodeForm(
    words: Words,
    code: CodeStep,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
) -> impl IntoView {
    let (resend_in, expires_in, expires_at) = (code.resend_in, code.expires_in, code.expires_at);
    let (before, after) = words.around(Key::NewCodeLead, "address", &[]);
    view! {
        {FIELD.summary(&words, refusal)}
        <h1>{words.say(Key::CodeHeading)}</h1>
        <p>{before}<strong id="new-email"><bdi>{code.email.clone()}</bdi></strong>{after}</p>
        <Status words=words.clone() code/>
        <form id="code-form" method="post" action=VerifyNewAddress::PATH novalidate>
            <Field words=words.clone() kind=FIELD refusal typed="" hint=view! { <CodeHint words=words.clone() expires_in expires_at/> }/>
            <button type="submit" class="primary">{words.say(Key::NewCodeButton)}</button>
        </form>
        <div class="others">
            <ResendForm words=words.clone() action=ResendNewAddress::PATH resend_in/>
            <form id="cancel-form" method="post" action=CancelNewAddress::PATH>
                <button type="submit">{words.say(Key::NewAddressKeep)}</button>
            </form>
        </div>
    }
}
