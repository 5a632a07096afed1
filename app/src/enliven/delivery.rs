use super::clock::{ENDS, LEFT, tick};
use super::exchange::get;
use super::{dom, submit};
use leptos::task::spawn_local;
use web_sys::Element;

/// Marks the news that are being asked for.
const ASKING: &str = "data-asking";

/// Asks what became of the newest mail, while that is not known for good.
pub(super) fn ask() {
    let Some(shown) = dom::find::<Element>("#status:not([data-final]):not([data-asking])") else { return };
    if submit::is_under_way() {
        return;
    }
    let _ = shown.set_attribute(ASKING, "");
    spawn_local(async move {
        if let Some(answer) = get(&dom::attribute(&shown, "data-news")).await
            && let Some(told) = answer.find("#status")
            // Not if this form is gone meanwhile, or is about to be.
            && shown.is_connected()
            && !submit::is_under_way()
        {
            // The region itself stays, so that a screen reader tells what is new in it.
            if shown.text_content() != told.text_content() {
                shown.set_inner_html("");
                while let Some(child) = told.first_child() {
                    let _ = shown.append_child(&child);
                }
            }
            let _ = shown.toggle_attribute_with_force("data-final", told.has_attribute("data-final"));
            // A mail that has failed ends the wait for another.
            if let (Some(wait), Some(next)) = (dom::find::<Element>("#resend-countdown"), answer.find("#resend-countdown")) {
                let _ = wait.remove_attribute(ENDS);
                let _ = wait.set_attribute(LEFT, &dom::attribute(&next, LEFT));
            }
            tick();
        }
        let _ = shown.remove_attribute(ASKING);
    });
}
