use super::exchange::{load, post};
use super::{dom, failure, proof, swap};
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, NodeList};

/// Marks a form that is under way; on a button, holds what it says meanwhile.
const BUSY: &str = "data-busy";
/// Holds what a button says when nothing is under way.
const IDLE: &str = "data-idle";

/// Posts a form, unless one is under way, and shows the page that its answer leads to. A proof of work that is asked for is brought
/// once.
pub(super) fn submit(form: HtmlFormElement) {
    if is_under_way() {
        return;
    }
    begin(&form);
    spawn_local(async move {
        let mut answer = post(&form).await;
        if answer.as_ref().is_some_and(|answer| answer.find("[data-proof]").is_some()) && proof::bring(&form).await {
            answer = post(&form).await;
        }
        match answer {
            Some(answer) if swap::swap(&answer, &form) => {}
            // A page without an island. Nothing more is to be sent until it has replaced this one.
            Some(answer) if answer.is_ok => load(&answer.url),
            answer => {
                end(&form);
                failure::tell(answer);
            }
        }
    });
}

/// Whether a form is.
pub(super) fn is_under_way() -> bool {
    dom::find::<Element>("form[data-busy]").is_some()
}

fn begin(form: &HtmlFormElement) {
    let _ = form.set_attribute(BUSY, "");
    for button in buttons() {
        // Not `disabled`, which would take the focus from who has just pressed it.
        let _ = button.set_attribute("aria-disabled", "true");
        if form.contains(Some(&button)) && button.has_attribute(BUSY) {
            let _ = button.set_attribute(IDLE, &button.text_content().unwrap_or_default());
            button.set_text_content(button.get_attribute(BUSY).as_deref());
        }
    }
}

fn end(form: &HtmlFormElement) {
    let _ = form.remove_attribute(BUSY);
    for button in buttons() {
        let _ = button.remove_attribute("aria-disabled");
        if let Some(words) = button.get_attribute(IDLE) {
            button.set_text_content(Some(&words));
            let _ = button.remove_attribute(IDLE);
        }
    }
}

fn buttons() -> impl Iterator<Item = Element> {
    let buttons: Option<NodeList> = document().query_selector_all("leptos-island button").ok();
    let count = buttons.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| buttons.as_ref()?.item(index)?.dyn_into().ok())
}
