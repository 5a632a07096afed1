use super::client::Call;
use super::input::typed;
use super::show;
use crate::server_fns::{
    CancelEmailChange, ChangeAddress, RequestCode, RequestEmailChange, ResendCode, ResendEmailChange, VerifyCode, VerifyEmailChange,
};
use crate::state::{FormAction, FormError, State};
use crate::view::{Flow, Number, SignUpView, Text};
use domain::{CodeError, OneTimeCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Returns the solution of a new challenge. Defined in `start.js`, which loads the module for it on the first call, so that visitors
    /// who need no proof do not load it.
    #[wasm_bindgen(catch)]
    async fn prove() -> Result<JsValue, JsValue>;
}

/// Calls the server function of a button and shows the result, unless a request is in progress.
pub(crate) fn send(state: State, action: FormAction) {
    if state.busy.get_untracked().is_some() || is_plain_form_pending() {
        return;
    }
    let typed = typed();
    if let Some(error) = invalid(state, action, &typed) {
        spawn_local(show::error(state, error));
        return;
    }
    state.busy.set(Some(action));
    // Outdates the running poll, which reads an older state of the session.
    state.generation.set(state.generation.get_untracked() + 1);
    let argument = match action {
        FormAction::Restart => state.text(Text::Prefill),
        FormAction::Suggested => state.text(Text::Meant),
        FormAction::Request | FormAction::Verify | FormAction::Resend | FormAction::Change => typed.clone(),
    };
    spawn_local(async move {
        let response = send_with_proof(state, |altcha| call(state.flow, action, argument.clone(), altcha)).await;
        show::response(state, action, &typed, response).await;
    });
}

/// Whether a plain form that was submitted before the island was live is still in progress. The starting script marks it.
pub(super) fn is_plain_form_pending() -> bool {
    document().query_selector("form[data-busy]").is_ok_and(|form| form.is_some())
}

/// The call of the server function behind a button, with the proof of work if there is one.
fn call(flow: Flow, action: FormAction, typed: String, altcha: Option<String>) -> Call {
    match (flow, action) {
        (Flow::SignUp, FormAction::Request | FormAction::Restart | FormAction::Suggested) => {
            Call::post(RequestCode { email: typed, altcha })
        }
        (Flow::EmailChange, FormAction::Request | FormAction::Restart | FormAction::Suggested) => {
            Call::post(RequestEmailChange { email: typed, altcha })
        }
        (Flow::SignUp, FormAction::Verify) => Call::post(VerifyCode { code: typed }),
        (Flow::EmailChange, FormAction::Verify) => Call::post(VerifyEmailChange { code: typed }),
        (Flow::SignUp, FormAction::Resend) => Call::post(ResendCode {}),
        (Flow::EmailChange, FormAction::Resend) => Call::post(ResendEmailChange {}),
        (Flow::SignUp, FormAction::Change) => Call::post(ChangeAddress {}),
        (Flow::EmailChange, FormAction::Change) => Call::post(CancelEmailChange {}),
    }
}

/// Validates what was typed, as far as this needs no server. The server validates it again.
fn invalid(state: State, action: FormAction, typed: &str) -> Option<FormError> {
    let text = match action {
        FormAction::Request if typed.trim().is_empty() => Text::AddressEmpty,
        // U+FF20 is the full-width `@` of East Asian keyboards.
        FormAction::Request if !typed.contains(['@', '\u{FF20}']) => Text::AddressNoAt,
        FormAction::Verify => match OneTimeCode::parse(typed).err()? {
            CodeError::Empty => Text::CodeEmpty,
            CodeError::NotDigits => Text::CodeNotDigits,
            CodeError::TooShort => Text::CodeTooShort,
            CodeError::TooLong => Text::CodeTooLong,
        },
        FormAction::Request | FormAction::Restart | FormAction::Suggested | FormAction::Resend | FormAction::Change => return None,
    };
    Some(FormError::of_field(state.text(text)))
}

/// Calls a server function, and once more with a proof of work if the server requires one and the browser finds it.
async fn send_with_proof(state: State, call: impl Fn(Option<String>) -> Call) -> Option<SignUpView> {
    let view = call(None).send().await;
    if !view.as_ref().is_some_and(|view| view.is(Number::WantsProof)) {
        return view;
    }
    state.is_proving.set(true);
    let solution = prove().await.ok().and_then(|solution| solution.as_string());
    state.is_proving.set(false);
    match solution {
        Some(solution) => call(Some(solution)).send().await,
        None => view,
    }
}
