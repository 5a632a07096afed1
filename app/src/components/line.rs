use super::State;
use super::anew::{anew, part_of};
use leptos::html::p;
use leptos::prelude::*;

/// A paragraph that is rendered only while its text is not empty.
#[component]
pub(super) fn Line(
    state: State,
    id: &'static str,
    /// The text, tracked.
    text: fn(State) -> String,
    /// The CSS class.
    #[prop(optional_no_strip)]
    class: Option<&'static str>,
) -> impl IntoView {
    anew(state, text, move |text| {
        // `view!` would render `None` as an empty attribute.
        part_of(text, |text| p().attr("class", class).id(id).child(text))
    })
}

/// A text inside a live region. The caller renders the region permanently, so that changes are announced.
pub(super) fn announced(state: State, text: fn(State) -> String) -> impl IntoView {
    anew(state, text, |text| part_of(text, |text| view! { <span>{text}</span> }))
}
