use crate::i18n::{Key, Words};
use leptos::prelude::*;

/// Links to the development mailbox, if the code is mailed there.
#[component]
pub(crate) fn MailboxHint(words: Words, mailbox: Option<&'static str>) -> impl IntoView {
    mailbox.map(|path| {
        let (before, after) = words.text_around(Key::MailboxHint, "link", &[]);
        view! {
            <aside>
                {before}
                <a href=path target="_blank" rel="noopener">{words.text(Key::MailboxHintLink)}</a>{after}
            </aside>
        }
    })
}
