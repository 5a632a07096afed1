use super::field::{Field, FieldKind};
use super::flow::Flow;
use crate::domain::{EmailAddress, Refusal};
use crate::messages;
use crate::server_fns::RequestCode;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind =
    FieldKind { name: "email", label: "E-mail address", input_type: "email", input_mode: "email", autocomplete: "email" };

/// Asks for the address.
#[component]
pub(super) fn AddressForm(flow: Flow) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match EmailAddress::parse(&typed) {
            Ok(_) => flow.submit(event),
            Err(error) => flow.refuse(Refusal::Address(error)),
        }
    };
    view! {
        <section data-step="address">
            <h1>"Sign up or sign in"</h1>
            <p>"Type your e-mail address. We mail you a six-digit code; no password is needed."</p>
            <form id="address-form" method="post" action=RequestCode::PATH novalidate on:submit=submit>
                <Field kind=FIELD flow input hint=String::from("The code goes to this address only.")/>
                <p class="hint" aria-live="polite">{move || if flow.proving.get() { messages::PROVING } else { "" }}</p>
                <button type="submit" class="primary" aria-disabled=move || flow.busy.get().then_some("true")>
                    {move || {
                        if flow.proving.get() {
                            "One moment…"
                        } else if flow.busy.get() {
                            "Sending the code…"
                        } else {
                            "Send me a code"
                        }
                    }}
                </button>
            </form>
        </section>
    }
}
