use super::code_form::{CodeHint, FIELD, Slip};
use super::field::Field;
use super::spent_form::SpentForm;
use super::{ResendForm, Status};
use crate::account_fns::{CancelNewAddress, NewAddress, ResendNewAddress, VerifyNewAddress};
use crate::domain::{CodeStep, Refusal, Step};
use crate::pages::NEW_ADDRESS_DELIVERY;
use crate::words::{Key, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Asks for the code that was mailed to the new address of an account.
#[component]
pub(crate) fn NewCodeForm(
    words: Words,
    code: CodeStep,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
) -> impl IntoView {
    if code.is_spent {
        return view! { <SpentForm words code refusal request=NewAddress::PATH change=CancelNewAddress::PATH/> }.into_any();
    }
    let (resend_in, expires_in, expires_at) = (code.resend_in, code.expires_in, code.expires_at);
    let (before, after) = words.around(Key::NewCodeLead, "address", &[]);
    view! {
        <section data-step="code">
            {FIELD.summary(&words, refusal)}
            <h1>{words.say(Key::CodeHeading)}</h1>
            <p>{before}<strong id="new-email"><bdi>{code.email.clone()}</bdi></strong>{after}</p>
            <Slip words=words.clone() address=code.email.clone()/>
            <Status words=words.clone() code news=NEW_ADDRESS_DELIVERY/>
            // Left to the browser: it leads to a page that tells once what was done.
            <form id="code-form" method="post" action=VerifyNewAddress::PATH novalidate data-whole="">
                <Field words=words.clone() kind=FIELD refusal typed="" hint=view! { <CodeHint words=words.clone() expires_in expires_at/> }/>
                <button type="submit" class="primary">{words.say(Key::CodeButton)}</button>
            </form>
            <div class="others">
                <ResendForm words=words.clone() action=ResendNewAddress::PATH resend_in/>
                <form id="change-form" method="post" action=CancelNewAddress::PATH>
                    <button type="submit">{words.say(Key::ChangeButton)}</button>
                </form>
                <a class="button" id="keep" href=Step::Account.path()>{words.say(Key::NewAddressKeep)}</a>
            </div>
        </section>
    }
    .into_any()
}
