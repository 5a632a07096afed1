use leptos::prelude::*;

/// What went wrong, above the form: it takes the focus when the page is loaded, and leads to the field.
#[component]
pub(super) fn ErrorSummary(
    /// What happened and what to do.
    words: String,
    /// The id of the field.
    field: &'static str,
) -> impl IntoView {
    view! {
        <div id="error-summary" class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>"There is a problem"</h2>
            <p><a href=format!("#{field}")>{words}</a></p>
        </div>
    }
}
