use leptos::prelude::*;

/// Tells a newcomer where the code is, while there is no relay.
#[component]
pub(super) fn MailboxHint(mailbox: Option<&'static str>) -> impl IntoView {
    mailbox.map(|path| {
        view! {
            <footer>
                "No mail leaves this machine: the code is in the "
                <a href=path target="_blank" rel="noopener">"development mailbox"</a> "."
            </footer>
        }
    })
}
