use super::field::typed;
use super::send;
use crate::components::{Press, State};
use domain::OneTimeCode;
use js_sys::Reflect;
use web_sys::Event;

/// Sends a whole code that was pasted or filled in by the browser. What is typed by hand waits for its button.
pub(crate) fn code_came(state: State, event: &Event) {
    if came_at_once(event) && OneTimeCode::parse(&typed()).is_ok() {
        send(state, Press::Verify);
    }
}

/// Whether this was no stroke of a key (Input Events Level 2 §4.1.2). A browser's own filling in has no type, or comes as one text of
/// several characters.
fn came_at_once(event: &Event) -> bool {
    let property = |name: &str| Reflect::get(event, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    match &*property("inputType") {
        "" | "insertFromPaste" | "insertFromDrop" | "insertReplacementText" => true,
        "insertText" | "insertCompositionText" => property("data").len() >= OneTimeCode::LENGTH,
        _ => false,
    }
}
