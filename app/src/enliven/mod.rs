//! What the browser adds to the server's forms: they are sent without loading a page, a pasted code is sent at once, waits are
//! counted down and the news of the mail come by themselves.
//!
//! Architecture invariant: no word and no rule of the sign-up is in here. Each answer is a page as the server makes it for a
//! browser without script, and takes the place of the one that is shown; what is said where no answer came, the page brings along.

mod clock;
mod code_field;
mod delivery;
mod dom;
mod exchange;
mod failure;
mod proof;
mod submit;
mod suggestion;
mod swap;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlInputElement};

/// Marks a form that the browser is to send by itself.
const WHOLE: &str = "data-whole";

/// Listens to the whole document, whose forms come and go.
pub(crate) fn start() {
    dom::listen("submit", |event: Event| {
        if let Some(form) = target::<HtmlFormElement>(&event)
            && dom::is_in_island(&form)
            && !form.has_attribute(WHOLE)
        {
            event.prevent_default();
            submit::submit(form);
        }
    });
    dom::listen("input", |event: Event| {
        if let Some(field) = target::<HtmlInputElement>(&event) {
            code_field::input(&field, &event);
        }
    });
    dom::listen("change", |event: Event| {
        if let Some(field) = target::<HtmlInputElement>(&event) {
            suggestion::offer(&field);
        }
    });
    dom::listen("click", |event: Event| suggestion::take(&event));
    clock::start();
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}
