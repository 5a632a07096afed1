use super::mailbox_hint::MailboxHint;
use crate::components::{AddressForm, CodeForm, Failure, SignUp};
use crate::domain::{CodeStep, Refusal};
use crate::words::Words;
use leptos::prelude::*;

/// `/`: asks for the address.
#[component]
pub fn SignUpPage(
    /// Those of the visitor's language.
    words: Words,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// What stood in the refused form's field, or the address to change; empty if nothing is to be kept.
    typed: String,
    /// What was done before, if anything.
    told: Option<String>,
    /// The window's title when the browser has no answer.
    failed: String,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    let of_hint = words.clone();
    view! {
        <main class="card" data-page="sign-up">
            {told.map(|told| view! { <p id="told" role="status" tabindex="-1">{told}</p> })}
            <SignUp>
                <AddressForm words=words.clone() refusal typed/>
                <Failure words=words.clone() title=failed/>
            </SignUp>
        </main>
        <MailboxHint words=of_hint mailbox/>
    }
}

/// `/code`: asks for the code.
#[component]
pub fn CodePage(
    /// Those of the visitor's language.
    words: Words,
    /// What there is to tell.
    code: CodeStep,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// The window's title when the browser has no answer.
    failed: String,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    let of_hint = words.clone();
    view! {
        <main class="card" data-page="code">
            <SignUp>
                <CodeForm words=words.clone() code refusal/>
                <Failure words=words.clone() title=failed/>
            </SignUp>
        </main>
        <MailboxHint words=of_hint mailbox/>
    }
}
