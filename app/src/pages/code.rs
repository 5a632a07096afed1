use crate::SignUpView;
use crate::components::SignUp;
use leptos::prelude::*;

/// `/code`: asks for the code.
#[component]
pub fn CodePage(
    /// What the island starts from.
    view: SignUpView,
) -> impl IntoView {
    view! { <main class="card" data-page="code"><SignUp view/></main> }
}
