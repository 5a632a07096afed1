use crate::components::{ResendForm, Status};
use crate::domain::CodeStep;
use crate::server_fns::ResendCode;
use crate::words::Words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// `/api/delivery` for a browser: what the code page shows of the newest mail, and nothing else.
#[component]
pub fn DeliveryPage(
    /// Those of the visitor's language.
    words: Words,
    /// What there is to tell.
    code: CodeStep,
) -> impl IntoView {
    let resend_in = code.resend_in;
    view! {
        <main class="card" data-page="delivery">
            <Status words=words.clone() code/>
            <ResendForm words action=ResendCode::PATH resend_in/>
        </main>
    }
}
