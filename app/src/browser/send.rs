use super::client::Call;
use super::field::typed;
use super::{courtesy, proof, show};
use crate::components::{Press, State};
use crate::server_fns::{
    CancelEmailChange, ChangeAddress, RequestCode, RequestEmailChange, ResendCode, ResendEmailChange, VerifyCode, VerifyEmailChange,
};
use crate::view::{Flow, Text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Calls the server function of a button and shows the result, unless a request is in progress.
pub(crate) fn send(state: State, press: Press) {
    if state.busy.get_untracked().is_some() || is_leaving() {
        return;
    }
    let typed = typed();
    if let Some(error) = courtesy::check(state, press, &typed) {
        spawn_local(show::error(state, error));
        return;
    }
    state.busy.set(Some(press));
    // Outdates the running poll, which reads an older state of the session.
    state.step.set(state.step.get_untracked() + 1);
    let argument = match press {
        Press::Restart => state.text(Text::Prefill),
        Press::Meant => state.text(Text::Meant),
        Press::Request | Press::Verify | Press::Resend | Press::Change => typed.clone(),
    };
    spawn_local(async move {
        let answer = proof::send(state, |altcha| call(state.flow, press, argument.clone(), altcha)).await;
        show::answer(state, press, &typed, answer).await;
    });
}

/// Whether a plain form that was submitted before the island was live is still in progress. The starting script marks it.
pub(super) fn is_leaving() -> bool {
    document().query_selector("form[data-busy]").is_ok_and(|form| form.is_some())
}

/// The call of the server function behind a button, with the proof of work if there is one.
fn call(flow: Flow, press: Press, typed: String, altcha: Option<String>) -> Call {
    match (flow, press) {
        (Flow::SignUp, Press::Request | Press::Restart | Press::Meant) => Call::post(RequestCode { email: typed, altcha }),
        (Flow::EmailChange, Press::Request | Press::Restart | Press::Meant) => Call::post(RequestEmailChange { email: typed, altcha }),
        (Flow::SignUp, Press::Verify) => Call::post(VerifyCode { code: typed }),
        (Flow::EmailChange, Press::Verify) => Call::post(VerifyEmailChange { code: typed }),
        (Flow::SignUp, Press::Resend) => Call::post(ResendCode {}),
        (Flow::EmailChange, Press::Resend) => Call::post(ResendEmailChange {}),
        (Flow::SignUp, Press::Change) => Call::post(ChangeAddress {}),
        (Flow::EmailChange, Press::Change) => Call::post(CancelEmailChange {}),
    }
}
