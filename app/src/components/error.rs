use super::remount::{Line, part_of, remount};
use crate::state::{FormError, State};
use crate::view::Text;
use leptos::either::Either;
use leptos::prelude::*;

/// The error above the form. It gets the focus when the page loads, and links to the field if its content was refused. An error with a
/// heading provides the heading of the page.
#[component]
pub(super) fn ErrorSummary(
    state: State,
    /// Id of the form's field.
    field: &'static str,
) -> impl IntoView {
    remount(
        state,
        |state| state.error_text(FormError::is_above_form),
        move |text| {
            part_of(text, |text| {
                let (is_field_invalid, is_heading) = state
                    .error
                    .with_untracked(|error| error.as_ref().map_or((false, false), |error| (error.is_field_invalid, error.is_heading)));
                let text = if is_field_invalid {
                    Either::Left(view! { <a href=["#", field].concat()>{text}</a> })
                } else {
                    Either::Right(view! { <span>{text}</span> })
                };
                let (class, heading) = if is_heading {
                    ("problem", Either::Left(view! { <h1>{state.text(Text::ProblemHeading)}</h1> }))
                } else {
                    ("error-summary", Either::Right(view! { <h2>{state.text(Text::ErrorHeading)}</h2> }))
                };
                view! {
                    <div id="error-summary" class=class role="alert" tabindex="-1" autofocus>
                        {heading}
                        <p>{text}</p>
                    </div>
                }
            })
        },
    )
}

/// The error about the content of the field, at the field. The live region exists before any error, so that errors are announced.
#[component]
pub(super) fn FieldError(state: State, id: &'static str) -> impl IntoView {
    view! {
        <div role="alert"><Line state id class=Some("error") text=|state| state.error_text(|error| error.is_field_invalid)/></div>
    }
}
