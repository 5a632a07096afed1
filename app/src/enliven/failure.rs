use super::dom;
use super::exchange::Answer;
use leptos::prelude::document;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

/// Says above the form that no answer came, or what the page of an error says. All that was typed stays.
pub(super) fn tell(answer: Option<Answer>) {
    let (Some(template), Some(section)) = (dom::find::<HtmlTemplateElement>("#failure"), dom::find::<Element>("[data-step]")) else {
        return;
    };
    if let Some(former) = dom::find::<Element>("#error-summary") {
        former.remove();
    }
    if let Ok(summary) = document().import_node_with_deep(&template.content(), true) {
        let _ = section.insert_before(&summary, section.first_child().as_ref());
    }
    if let Some(words) = answer.and_then(|page| page.find("main p"))
        && let Some(place) = dom::find::<Element>("#error-summary [data-words]")
    {
        place.set_text_content(words.text_content().as_deref());
    }
    document().set_title(&dom::attribute(&template, "data-title"));
    if let Some(summary) = dom::find::<HtmlElement>("#error-summary") {
        let _ = summary.focus();
    }
}
