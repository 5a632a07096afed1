use super::mailbox_hint::MailboxHint;
use crate::components::{AddressForm, CodeForm, Failure, SignUp};
use crate::domain::{CodeStep, Refusal};
use leptos::prelude::*;

/// `/`: asks for the address.
#[component]
pub fn SignUpPage(
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// What stood in the refused form's field, or the address to change; empty if nothing is to be kept.
    typed: String,
    /// The window's title when the browser has no answer.
    failed: String,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    view! {
        <main class="card" data-page="sign-up">
            <SignUp>
                <AddressForm refusal typed/>
                <Failure title=failed/>
            </SignUp>
        </main>
        <MailboxHint mailbox/>
    }
}

/// `/code`: asks for the code.
#[component]
pub fn CodePage(
    /// What there is to tell.
    code: CodeStep,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
    /// The window's title when the browser has no answer.
    failed: String,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    view! {
        <main class="card" data-page="code">
            <SignUp>
                <CodeForm code refusal/>
                <Failure title=failed/>
            </SignUp>
        </main>
        <MailboxHint mailbox/>
    }
}
