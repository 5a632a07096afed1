use super::mailbox_hint::MailboxHint;
use crate::SignUpView;
use crate::components::SignUp;
use leptos::prelude::*;

/// `/`: asks for the address.
#[component]
pub fn SignUpPage(
    /// What the island starts from.
    view: SignUpView,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    view! {
        <main class="card" data-page="sign-up"><SignUp view/></main>
        <MailboxHint mailbox/>
    }
}
