use super::exchange::Answer;
use super::{clock, dom};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};

/// What the island holds, which the server has made.
const CONTENT: &str = "leptos-island leptos-children";
/// The fields of both steps.
const FIELDS: [&str; 2] = ["#email", "#code"];

/// Shows the page of the answer to this form in place of the page that is shown, if it has an island too: whether it has.
pub(super) fn swap(answer: &Answer, form: &HtmlFormElement) -> bool {
    let (Some(shown), Some(next)) = (dom::find::<Element>(CONTENT), answer.find(CONTENT)) else { return false };
    let fields = FIELDS.map(|css| Some((dom::find::<HtmlInputElement>(css)?, dom::find_in::<HtmlInputElement>(&answer.document, css)?)));
    let typed = fields.iter().flatten().map(|(field, _)| Typed::of(field, form)).next();
    for (field, next) in fields.iter().flatten() {
        keep(field, next);
    }
    if shown.replace_with_with_node_1(&next).is_err() {
        return false;
    }
    if let (Some(shown), Some(next)) = (dom::find::<Element>("main"), answer.find("main")) {
        let _ = shown.set_attribute("data-page", &dom::attribute(&next, "data-page"));
    }
    document().set_title(&answer.document.title());
    // Going back then leaves the sign-up, as a person expects.
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&answer.url));
    }
    clock::tick();
    focus(typed.unwrap_or(Typed::Refused));
    true
}

/// Lets a field stay itself, with what was typed and can be undone, where the answer has the same one. What the server has put
/// into it counts more, and what was refused goes once it is no more: nobody is to send it again by one press too many.
fn keep(field: &HtmlInputElement, next: &HtmlInputElement) {
    let was_refused = field.has_attribute("aria-invalid");
    for name in ["aria-describedby", "aria-invalid", "autofocus"] {
        let _ = match next.get_attribute(name) {
            Some(value) => field.set_attribute(name, &value),
            None => field.remove_attribute(name),
        };
    }
    let was_refused = was_refused && !next.has_attribute("aria-invalid");
    let value = next.value();
    if was_refused || !value.is_empty() && value != field.value() {
        field.set_value(&value);
    }
    let _ = next.replace_with_with_node_1(field);
}

/// What was going on in the field that stays.
#[derive(Clone, Copy)]
enum Typed {
    /// It was sent, and comes back.
    Refused,
    /// Another form was sent; the caret, or what was selected, is here.
    Here(Option<u32>, Option<u32>),
}

impl Typed {
    fn of(field: &HtmlInputElement, sent: &HtmlFormElement) -> Self {
        if sent.contains(Some(field)) {
            Self::Refused
        } else {
            Self::Here(field.selection_start().ok().flatten(), field.selection_end().ok().flatten())
        }
    }
}

/// Where people go on: in the code's field, whatever was said; else where the server has put the focus.
fn focus(typed: Typed) {
    let Some(field) = dom::find::<HtmlInputElement>("#code").or_else(|| dom::find("input[autofocus]")) else {
        if let Some(element) = dom::find::<HtmlElement>("[autofocus]") {
            let _ = element.focus();
        }
        return;
    };
    let _ = field.focus();
    match typed {
        Typed::Refused => field.select(),
        Typed::Here(Some(start), Some(end)) => {
            let _ = field.set_selection_range(start, end);
        }
        Typed::Here(..) => {}
    }
}
