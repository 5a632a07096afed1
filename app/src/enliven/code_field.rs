use crate::domain::OneTimeCode;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlInputElement};

/// Sends a whole code that was pasted or filled in by the browser. What is typed by hand waits for its button.
pub(super) fn input(field: &HtmlInputElement, event: &Event) {
    if field.id() == "code"
        && came_at_once(event)
        && OneTimeCode::parse(&field.value()).is_ok()
        && let Some(form) = field.form()
    {
        let _ = form.unchecked_into::<HtmlFormElement>().request_submit();
    }
}

/// Whether this was no stroke of a key (Input Events Level 2 §4.1.2). A browser's own filling in has no type, or comes as one text of
/// several characters.
fn came_at_once(event: &Event) -> bool {
    let said = |name: &str| Reflect::get(event, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    match &*said("inputType") {
        "" | "insertFromPaste" | "insertFromDrop" | "insertReplacementText" => true,
        "insertText" | "insertCompositionText" => said("data").len() >= OneTimeCode::LENGTH,
        _ => false,
    }
}
