use super::mailbox_hint::MailboxHint;
use crate::SignUpView;
use crate::components::SignUp;
use leptos::prelude::*;

/// `/code`: asks for the code.
#[component]
pub fn CodePage(
    /// What the island starts from.
    view: SignUpView,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    view! {
        <main class="card" data-page="code"><SignUp view/></main>
        <MailboxHint mailbox/>
    }
}
