use leptos::prelude::*;

/// Any other path.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <main class="card" data-page="not-found">
            <h1>"There is no such page"</h1>
            <p>"The address may be mistyped, or the page has moved."</p>
            <p><a class="button" href="/">"Go to the start"</a></p>
        </main>
    }
}
