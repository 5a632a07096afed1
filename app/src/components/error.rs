use super::State;
use super::anew::{anew, part_of};
use super::line::Line;
use crate::view::Text;
use leptos::either::Either;
use leptos::prelude::*;

/// What went wrong, above the form: it takes the focus when the page is loaded, and leads to the field, if what to do is there.
#[component]
pub(super) fn ErrorSummary(
    state: State,
    /// The id of the form's field.
    field: &'static str,
) -> impl IntoView {
    anew(state, State::error_text, move |text| {
        part_of(text, |text| {
            let leads_to_field = state.error.with_untracked(|error| error.as_ref().is_some_and(|error| error.leads_to_field));
            let text = if leads_to_field {
                Either::Left(view! { <a href=["#", field].concat()>{text}</a> })
            } else {
                Either::Right(view! { <span>{text}</span> })
            };
            view! {
                <div id="error-summary" class="error-summary" role="alert" tabindex="-1" autofocus>
                    <h2>{state.text(Text::ErrorHeading)}</h2>
                    <p>{text}</p>
                </div>
            }
        })
    })
}

/// The same at the field.
#[component]
pub(super) fn FieldError(state: State, id: &'static str) -> impl IntoView {
    view! { <Line state id class=Some("error") text=State::error_text/> }
}
