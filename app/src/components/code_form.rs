use super::countdown::Countdown;
use super::field::{Field, FieldKind};
use super::flow::Flow;
use crate::domain::{OneTimeCode, Refusal};
use crate::messages;
use crate::server_fns::{ChangeAddress, ResendCode, VerifyCode};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind =
    FieldKind { name: "code", label: "Code", input_type: "text", input_mode: "numeric", autocomplete: "one-time-code" };

/// Asks for the code, and offers another code and another address.
#[component]
pub(super) fn CodeForm(flow: Flow) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let verify = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match OneTimeCode::parse(&typed) {
            Ok(_) => flow.submit(event),
            Err(error) => flow.refuse(Refusal::Code(error)),
        }
    };
    let other = move |event: SubmitEvent| {
        event.prevent_default();
        flow.submit(event);
    };
    let hint = Memo::new(move |_| match flow.expires_in.get() {
        0 => String::from("Your code has expired. Send another one."),
        seconds => format!("Six digits. The code works for {}.", messages::lifetime(seconds)),
    });
    view! {
        <section data-step="code">
            <h1>"Type the code"</h1>
            <p>"It goes to " <strong id="code-email">{move || flow.code.with(|code| code.email.clone())}</strong></p>
            <p id="status" role="status">{move || flow.code.with(|code| code.status.clone())}</p>
            <form id="code-form" method="post" action=VerifyCode::PATH novalidate on:submit=verify>
                <Field kind=FIELD flow input hint/>
                <button type="submit" class="primary" aria-disabled=move || flow.busy.get().then_some("true")>
                    {move || if flow.busy.get() { "One moment…" } else { "Go on" }}
                </button>
            </form>
            <div class="others">
                <form id="resend-form" method="post" action=ResendCode::PATH on:submit=other>
                    <Countdown flow/>
                </form>
                <form id="change-form" method="post" action=ChangeAddress::PATH on:submit=other>
                    <button type="submit" aria-disabled=move || flow.busy.get().then_some("true")>"Change the address"</button>
                </form>
            </div>
        </section>
    }
}
