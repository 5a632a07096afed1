use crate::components::{ResendForm, Status};
use crate::domain::CodeStep;
use leptos::prelude::*;

/// `/api/delivery` for a browser: what the code page shows of the newest mail, and nothing else.
#[component]
pub fn DeliveryPage(
    /// What there is to tell.
    code: CodeStep,
) -> impl IntoView {
    let resend_in = code.resend_in;
    view! {
        <main class="card" data-page="delivery">
            <Status code/>
            <ResendForm resend_in/>
        </main>
    }
}
