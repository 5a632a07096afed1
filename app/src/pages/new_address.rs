use super::mailbox_hint::MailboxHint;
use crate::components::{Failure, NewAddressForm, NewCodeForm, SignUp};
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
    /// The window's title when the browser has no answer.
    failed: String,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    let (of_failure, of_hint) = (words.clone(), words.clone());
    let form = match code {
        Some(code) => Either::Left(view! { <NewCodeForm words code refusal/> }),
        None => Either::Right(view! { <NewAddressForm words email refusal typed/> }),
    };
    view! {
        <main class="card" data-page="new-address">
            <SignUp>
                {form}
                <Failure words=of_failure title=failed/>
            </SignUp>
        </main>
        <MailboxHint words=of_hint mailbox/>
    }
}
