use super::client::Call;
use crate::components::State;
use crate::view::{Number, SignUpView};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Returns the solution of a new challenge. Defined in `start.js`, which loads the module for it on the first call, so that visitors
    /// who need no proof do not load it.
    #[wasm_bindgen(catch)]
    async fn prove() -> Result<JsValue, JsValue>;
}

/// Calls a server function, and once more with a proof of work if the server requires one and the browser finds it.
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
