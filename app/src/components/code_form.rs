use super::field::{Field, FieldKind};
use super::moment::Moment;
use super::spent_form::SpentForm;
use super::{ResendForm, Status};
use crate::domain::{CodeStep, OneTimeCode, Refusal, suggest_domain};
use crate::messages;
use crate::pages::DELIVERY;
use crate::server_fns::{ChangeAddress, RequestCode, ResendCode, VerifyCode};
use crate::words::{Key, Value, Words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Of both forms that ask for a code.
pub(super) const FIELD: FieldKind = FieldKind {
    name: "code",
    label: Key::CodeLabel,
    input_type: "text",
    input_mode: "numeric",
    autocomplete: "one-time-code",
    boxes: OneTimeCode::LENGTH,
};

/// Asks for the code, and offers another code and another address.
#[component]
pub(crate) fn CodeForm(
    words: Words,
    code: CodeStep,
    /// Why the last form was refused, if it was.
    refusal: Option<Refusal>,
) -> impl IntoView {
    if code.is_spent {
        return view! { <SpentForm words code refusal request=RequestCode::PATH change=ChangeAddress::PATH/> }.into_any();
    }
    let (resend_in, expires_in, expires_at) = (code.resend_in, code.expires_in, code.expires_at);
    let (before, after) = words.around(Key::CodeLead, "address", &[]);
    view! {
        <section data-step="code">
            {FIELD.summary(&words, refusal)}
            <h1>{words.say(Key::CodeHeading)}</h1>
            <p>{before}<strong id="code-email"><bdi>{code.email.clone()}</bdi></strong>{after}</p>
            <Slip words=words.clone() address=code.email.clone()/>
            <Status words=words.clone() code news=DELIVERY/>
            <form id="code-form" method="post" action=VerifyCode::PATH novalidate>
                <Field words=words.clone() kind=FIELD refusal typed="" hint=view! { <CodeHint words=words.clone() expires_in expires_at/> }/>
                <button type="submit" class="primary" data-busy=words.say(Key::CodeButtonBusy)>{words.say(Key::CodeButton)}</button>
            </form>
            <div class="others">
                <ResendForm words=words.clone() action=ResendCode::PATH resend_in/>
                <form id="change-form" method="post" action=ChangeAddress::PATH>
                    <button type="submit">{words.say(Key::ChangeButton)}</button>
                </form>
            </div>
        </section>
    }
    .into_any()
}

/// Asks whether another address was meant, if this one looks like a slip.
#[component]
pub(super) fn Slip(words: Words, address: String) -> impl IntoView {
    let meant = address.rsplit_once('@').and_then(|(_, domain)| suggest_domain(domain));
    meant.map(|meant| view! { <p id="slip">{words.say_with(Key::CodeMeant, &[("domain", Value::Text(meant))])}</p> })
}

/// How long the code works: for so long, as it was when the page was made; until when, in a browser that knows the time of its
/// place; or that it does no more.
#[component]
pub(super) fn CodeHint(words: Words, expires_in: u32, expires_at: i64) -> impl IntoView {
    let is_over = expires_in == 0;
    let (before, after) = words.around(Key::CodeHintUntil, "time", &[]);
    let lifetime = messages::lifetime(&words, expires_in);
    view! {
        <p class="hint either" id="code-hint" data-left=expires_in>
            <span class="plain" hidden=is_over>{words.say_with(Key::CodeHintFor, &[("lifetime", Value::Text(&lifetime))])}</span>
            <span class="live" hidden>{before}<Moment at=expires_at/>{after}</span>
            <span class="over" hidden=!is_over>{words.say(Key::CodeHintOver)}</span>
        </p>
    }
}
