use crate::i18n::{Key, Words};
use leptos::prelude::*;

/// The page for an unknown path.
#[component]
pub(crate) fn NotFoundPage(
    /// Texts in the visitor's language.
    words: Words,
) -> impl IntoView {
    view! {
        <main class="card" data-page="not-found">
            <h1>{words.text(Key::NotFoundHeading)}</h1>
            <p>{words.text(Key::NotFound)}</p>
            <p><a class="button primary" href="/">{words.text(Key::StartLink)}</a></p>
        </main>
    }
}
