use crate::i18n::{Key, Words};
use leptos::prelude::*;

/// A page that only says something: an error of the server, a refused request.
#[component]
pub(crate) fn NoticePage(
    /// Those of the visitor's language.
    words: Words,
    /// The heading.
    title: String,
    /// What happened and what to do.
    text: String,
) -> impl IntoView {
    view! {
        <main class="card" data-page="notice">
            <h1>{title}</h1>
            <p>{text}</p>
            <p><a class="button" href="/">{words.say(Key::StartLink)}</a></p>
        </main>
    }
}
