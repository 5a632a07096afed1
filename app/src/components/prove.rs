use leptos::ev::SubmitEvent;

/// Has the browser find a proof of work and put it into the form, which can then be posted again. Tells whether it did.
///
/// `start.js` loads what this takes when it is first called, so that nobody else has to.
#[cfg(feature = "hydrate")]
pub(super) async fn prove(event: &SubmitEvent) -> bool {
    let Some(form) = event.target() else { return false };
    browser::prove(&form).await.is_ok()
}

#[cfg(feature = "hydrate")]
mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub(super) async fn prove(form: &JsValue) -> Result<JsValue, JsValue>;
    }
}

/// There is no form to prove anything for where there is no browser.
#[cfg(not(feature = "hydrate"))]
pub(super) async fn prove(_event: &SubmitEvent) -> bool {
    std::future::ready(false).await
}
