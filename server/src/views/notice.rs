use leptos::prelude::*;

/// A page with a message only: an error of the server, a refused request.
#[component]
pub(crate) fn NoticePage(
    /// The heading.
    title: String,
    /// What happened and what to do.
    text: String,
    /// The label of the button.
    button: String,
    /// The target of the button.
    href: String,
) -> impl IntoView {
    view! {
        <main class="card" data-page="notice">
            <h1>{title}</h1>
            <p>{text}</p>
            <p><a class="button primary" href=href>{button}</a></p>
        </main>
    }
}
