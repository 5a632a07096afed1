use super::field::{Field, FieldKind};
use super::moment::Moment;
use super::{ResendForm, Status};
use crate::domain::{CodeStep, Refusal, suggest_domain};
use crate::messages;
use crate::server_fns::{ChangeAddress, VerifyCode};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const FIELD: FieldKind =
    FieldKind { name: "code", label: "Code", input_type: "text", input_mode: "numeric", autocomplete: "one-time-code" };

/// Asks for the code, and offers another code and another address.
#[component]
pub(crate) fn CodeForm(
    code: CodeStep,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
) -> impl IntoView {
    let (resend_in, expires_in, expires_at) = (code.resend_in, code.expires_in, code.expires_at);
    let meant = code.email.rsplit_once('@').and_then(|(_, domain)| suggest_domain(domain));
    let slip = meant.map(|meant| view! { <p id="slip">"Did you mean " {meant} "? Then change the address."</p> });
    view! {
        <section data-step="code">
            {FIELD.summary(refusal)}
            <h1>"Type the code"</h1>
            <p>"It goes to " <strong id="code-email">{code.email.clone()}</strong></p>
            {slip}
            <Status code/>
            <form id="code-form" method="post" action=VerifyCode::PATH novalidate>
                <Field kind=FIELD refusal typed="" hint=view! { <CodeHint expires_in expires_at/> }/>
                <button type="submit" class="primary" data-busy="One moment…">"Go on"</button>
            </form>
            <div class="others">
                <ResendForm resend_in/>
                <form id="change-form" method="post" action=ChangeAddress::PATH>
                    <button type="submit">"Change the address"</button>
                </form>
            </div>
        </section>
    }
}

/// How long the code works: for so long, as it was when the page was made; until when, in a browser that knows the time of its
/// place; or that it does no more.
#[component]
fn CodeHint(expires_in: u32, expires_at: i64) -> impl IntoView {
    let is_over = expires_in == 0;
    view! {
        <p class="hint" id="code-hint" data-left=expires_in>
            <span class="plain" hidden=is_over>"Six digits. The code works for " {messages::lifetime(expires_in)} "."</span>
            <span class="live" hidden>"Six digits, sent at once when you paste them. The code works until " <Moment at=expires_at/> "."</span>
            <span class="over" hidden=!is_over>"Your code has expired. Send another one."</span>
        </p>
    }
}
