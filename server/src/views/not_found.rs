use crate::i18n::{Key, Words};
use leptos::prelude::*;

/// Any other path.
#[component]
pub(crate) fn NotFoundPage(
    /// Those of the visitor's language.
    words: Words,
) -> impl IntoView {
    view! {
        <main class="card" data-page="not-found">
            <h1>{words.say(Key::NotFoundHeading)}</h1>
            <p>{words.say(Key::NotFound)}</p>
            <p><a class="button" href="/">{words.say(Key::StartLink)}</a></p>
        </main>
    }
}
