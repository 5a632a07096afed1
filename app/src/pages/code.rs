use super::mailbox_hint::MailboxHint;
use crate::SignUpView;
use crate::components::SignUp;
use crate::domain::Step;
use leptos::prelude::*;

/// `/code`: asks for the code.
#[component]
pub fn CodePage(
    /// What the island starts from.
    view: SignUpView,
    /// Where the mails go while there is no relay: a path, or nothing.
    mailbox: Option<&'static str>,
) -> impl IntoView {
    let place = match &view.step {
        Step::Code(code) if !code.link.is_empty() => Some((code.link.clone(), code.webmail.clone())),
        _ => None,
    };
    let webmail = place.map(|(link, name)| {
        view! { <p class="webmail"><a id="webmail" href=link target="_blank" rel="noreferrer">"Look for the mail in " {name}</a></p> }
    });
    view! {
        <main class="card" data-page="code"><SignUp view/>{webmail}</main>
        <MailboxHint mailbox/>
    }
}
