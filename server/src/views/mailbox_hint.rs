use crate::i18n::{Key, Words};
use leptos::prelude::*;

/// Tells a newcomer where the code is, while there is no relay.
#[component]
pub(crate) fn MailboxHint(words: Words, mailbox: Option<&'static str>) -> impl IntoView {
    mailbox.map(|path| {
        let (before, after) = words.around(Key::MailboxHint, "link", &[]);
        view! {
            <aside>
                {before}
                <a href=path target="_blank" rel="noopener">{words.say(Key::MailboxHintLink)}</a>{after}
            </aside>
        }
    })
}
