use super::client::Call;
use crate::components::State;
use crate::view::{Number, SignUpView};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// In `start.js`, which loads what this takes when it is first called, so that nobody else has to. Gives the solution of a new
    /// challenge.
    #[wasm_bindgen(catch)]
    async fn prove() -> Result<JsValue, JsValue>;
}

/// Calls a server function, and once more with a proof of work if one is asked for and can be found.
pub(super) async fn send(state: State, call: impl Fn(Option<String>) -> Call) -> Option<SignUpView> {
    let answer = call(None).send().await;
    if !answer.as_ref().is_some_and(|view| view.is(Number::WantsProof)) {
        return answer;
    }
    state.is_proving.set(true);
    let solution = prove().await.ok().and_then(|solution| solution.as_string());
    state.is_proving.set(false);
    match solution {
        Some(solution) => call(Some(solution)).send().await,
        None => answer,
    }
}
