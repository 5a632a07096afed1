use leptos::prelude::*;

/// `/account`: who is signed in, and the way out.
#[component]
pub fn AccountPage(
    /// The address of the account.
    email: String,
    /// The day it was made, as `2026-11-23`.
    since: String,
    /// What went wrong with the last form, if anything.
    error: Option<String>,
) -> impl IntoView {
    let day = since.clone();
    view! {
        <main class="card" data-page="account">
            <h1>"You are signed in"</h1>
            {error.map(|error| view! { <p class="error" id="account-error" role="alert">{error}</p> })}
            <p>"Your account is " <strong id="account-email">{email}</strong> ", since "
                <time datetime=day>{since}</time> "."</p>
            <form id="sign-out-form" method="post" action="/api/sign-out">
                <button type="submit" class="primary">"Sign out"</button>
            </form>
            <details id="delete">
                <summary>"Delete my account"</summary>
                <p>"The account and everything kept with it will be gone at once and for good."</p>
                <form id="delete-form" method="post" action="/api/delete-account">
                    <button type="submit" class="danger">"Delete it now"</button>
                </form>
            </details>
        </main>
    }
}
