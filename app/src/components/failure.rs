use crate::domain::Refusal;
use crate::messages;
use crate::words::{Key, Words};
use leptos::prelude::*;

/// What the island shows when no answer came: it has no words of its own.
#[component]
pub(crate) fn Failure(
    words: Words,
    /// The title that the window has then.
    title: String,
) -> impl IntoView {
    view! {
        <template id="failure" data-title=title>
            <div id="error-summary" class="error-summary" role="alert" tabindex="-1">
                <h2>{words.say(Key::ErrorHeading)}</h2>
                <p data-words="">{messages::refusal(&words, Refusal::NoAnswer)}</p>
            </div>
        </template>
    }
}
