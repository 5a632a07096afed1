use super::dom;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlFormElement};

#[wasm_bindgen]
extern "C" {
    /// In `start.js`, which loads what this takes when it is first called, so that nobody else has to.
    #[wasm_bindgen(catch)]
    async fn prove(form: &JsValue) -> Result<JsValue, JsValue>;
}

/// Has the browser find a proof of work and put it into the form, which can then be posted again. Tells whether it did.
pub(super) async fn bring(form: &HtmlFormElement) -> bool {
    let status: Option<Element> = dom::find("#proving");
    if let Some(status) = &status {
        status.set_text_content(Some(&dom::attribute(status, "data-words")));
    }
    let is_found = prove(form).await.is_ok();
    if let Some(status) = status {
        status.set_text_content(None);
    }
    is_found
}
