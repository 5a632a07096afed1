use super::State;
use super::anew::{anew, part_of};
use leptos::html::p;
use leptos::prelude::*;

/// A paragraph of one text, which is there only while there is a text.
#[component]
pub(super) fn Line(
    state: State,
    id: &'static str,
    /// What it says.
    text: fn(State) -> String,
    /// How it looks.
    #[prop(optional_no_strip)]
    class: Option<&'static str>,
) -> impl IntoView {
    anew(state, text, move |text| {
        // In `view!` a class that is none would be an empty attribute.
        part_of(text, |text| p().attr("class", class).id(id).child(text))
    })
}

/// The same within an element that is always there, and whose changes are announced.
pub(super) fn announced(state: State, text: fn(State) -> String) -> impl IntoView {
    anew(state, text, |text| part_of(text, |text| view! { <span>{text}</span> }))
}
