use crate::components::{ResendForm, Status};
use crate::domain::CodeStep;
use crate::words::Words;
use leptos::prelude::*;

/// Where programs and the island ask what became of the newest mail of a sign-up. Changes nothing.
pub const DELIVERY: &str = "/api/delivery";
/// The same of the change of an account's address.
pub const NEW_ADDRESS_DELIVERY: &str = "/api/new-address-delivery";

/// One of these for a browser: what the code page shows of the newest mail, and nothing else.
#[component]
pub fn DeliveryPage(
    /// Those of the visitor's language.
    words: Words,
    /// What there is to tell.
    code: CodeStep,
    /// Where another code is asked for.
    resend: &'static str,
    /// Where there will be more news.
    news: &'static str,
) -> impl IntoView {
    let resend_in = code.resend_in;
    view! {
        <main class="card" data-page="delivery">
            <Status words=words.clone() code news/>
            <ResendForm words action=resend resend_in/>
        </main>
    }
}
