use crate::words::{Key, Words};
use leptos::prelude::*;

/// What went wrong, above the form: it takes the focus when the page is loaded, and leads to the field.
#[component]
pub(super) fn ErrorSummary(
    words: Words,
    /// What happened and what to do.
    text: String,
    /// The id of the field.
    field: &'static str,
) -> impl IntoView {
    view! {
        <div id="error-summary" class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{words.say(Key::ErrorHeading)}</h2>
            <p><a href=format!("#{field}")>{text}</a></p>
        </div>
    }
}
