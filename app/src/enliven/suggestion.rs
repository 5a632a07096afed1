use super::dom;
use crate::domain::suggest_domain;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// Marks the button that takes the suggestion.
const TAKES: &str = "data-takes";

/// Asks whether another address was meant, if the one that was typed looks like a slip.
pub(super) fn offer(field: &HtmlInputElement) {
    if field.id() != "email" {
        return;
    }
    let Some(place) = dom::find::<Element>("#email-suggestion") else { return };
    place.set_text_content(None);
    let typed = field.value();
    if let Some((local, domain)) = typed.trim().rsplit_once('@')
        && let Some(meant) = suggest_domain(domain)
        && let Ok(button) = document().create_element("button")
    {
        let _ = button.set_attribute("type", "button");
        let _ = button.set_attribute(TAKES, "");
        button.set_text_content(Some(&[local, "@", meant].concat()));
        let words = dom::attribute(&place, "data-words");
        let (before, after) = words.split_once('{').unwrap_or_default();
        let _ = place.append_with_str_1(before);
        let _ = place.append_with_node_1(&button);
        let _ = place.append_with_str_1(after.trim_start_matches('}'));
    }
}

/// Puts the suggestion into the field when its button is pressed.
pub(super) fn take(event: &Event) {
    if let Some(button) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
        && button.has_attribute(TAKES)
        && let Some(field) = dom::find::<HtmlInputElement>("#email")
    {
        field.set_value(&button.text_content().unwrap_or_default());
        if let Some(place) = dom::find::<Element>("#email-suggestion") {
            place.set_text_content(None);
        }
        let _ = field.focus();
    }
}
