use crate::SignUpView;
use crate::components::SignUp;
use leptos::prelude::*;

/// `/`: asks for the address.
#[component]
pub fn SignUpPage(
    /// What the island starts from.
    view: SignUpView,
) -> impl IntoView {
    view! { <main class="card" data-page="sign-up"><SignUp view/></main> }
}
