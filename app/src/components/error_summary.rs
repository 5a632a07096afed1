use crate::words::{Key, Words};
use leptos::either::Either;
use leptos::prelude::*;

/// What went wrong, above the form: it takes the focus when the page is loaded, and leads to the field, if what to do is there.
#[component]
pub(super) fn ErrorSummary(
    words: Words,
    /// What happened and what to do.
    text: String,
    /// The id of the field, if that is where to mend it.
    field: Option<&'static str>,
) -> impl IntoView {
    let told = match field {
        Some(field) => Either::Left(view! { <a href=format!("#{field}")>{text}</a> }),
        None => Either::Right(text),
    };
    view! {
        <div id="error-summary" class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{words.say(Key::ErrorHeading)}</h2>
            <p>{told}</p>
        </div>
    }
}
