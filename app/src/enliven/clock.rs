use super::{delivery, dom};
use js_sys::Date;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlButtonElement};

/// What the server says of a time to wait: how many seconds are left.
pub(super) const LEFT: &str = "data-left";
/// When that is over, in milliseconds of [`now`].
pub(super) const ENDS: &str = "data-ends";

/// Ticks each second from now on.
pub(super) fn start() {
    tick();
    let ticks = Closure::<dyn FnMut()>::new(|| {
        tick();
        delivery::ask();
    });
    let ticks = ticks.into_js_value();
    let _ = window().set_interval_with_callback_and_timeout_and_arguments_0(ticks.unchecked_ref(), 1000);
}

/// Shows what is left of each time. By the clock and not by counting, since a tab in the background gets few ticks.
pub(super) fn tick() {
    while let Some(time) = dom::find::<Element>("time[data-utc]") {
        show_here(&time);
    }
    if let Some(wait) = dom::find::<Element>("#resend-countdown") {
        count_resend(&wait);
    }
    if let Some(hint) = dom::find::<Element>("#code-hint[data-left]") {
        let is_over = left(&hint) == 0;
        dom::show(&hint, ".live", !is_over);
        dom::show(&hint, ".over", is_over);
    }
}

/// The wait before another code: shown in minutes and seconds, announced at its beginning and its end.
fn count_resend(wait: &Element) {
    let is_new = !wait.has_attribute(ENDS);
    let left = left(wait);
    let was_over = wait.has_attribute("hidden");
    let _ = wait.toggle_attribute_with_force("hidden", left == 0);
    if let Some(button) = dom::find::<HtmlButtonElement>("#resend-form button") {
        button.set_disabled(left > 0);
    }
    if let Some(news) = dom::find::<Element>("#resend-news") {
        if left == 0 && !was_over {
            news.set_text_content(Some(&dom::attribute(&news, "data-over")));
        } else if left > 0 && is_new {
            let words = wait.query_selector(".plain").ok().flatten();
            news.set_text_content(words.and_then(|words| words.text_content()).as_deref());
        }
    }
    dom::show(wait, ".plain", false);
    dom::show(wait, ".live", true);
    if let Ok(Some(clock)) = wait.query_selector(".clock") {
        clock.set_text_content(Some(&pair(left / 60, left % 60, false)));
    }
}

/// Seconds that are left of what the server gave.
fn left(of: &Element) -> u32 {
    let now = now();
    let ends = dom::number(of, ENDS).unwrap_or_else(|| {
        let ends = now.saturating_add(dom::number(of, LEFT).unwrap_or_default().saturating_mul(1000));
        let _ = of.set_attribute(ENDS, &ends.to_string());
        ends
    });
    ends.saturating_sub(now).div_ceil(1000)
}

/// A moment that the server told in UTC, in the time of this place.
fn show_here(time: &Element) {
    let seconds = dom::number(time, "data-utc").unwrap_or_default();
    let _ = time.remove_attribute("data-utc");
    let here = Date::new(&(f64::from(seconds) * 1000.0).into());
    time.set_text_content(Some(&pair(here.get_hours(), here.get_minutes(), true)));
    if let Ok(Some(sentences)) = time.closest(".either") {
        dom::show(&sentences, ".plain", false);
        dom::show(&sentences, ".live", true);
    }
}

/// Two numbers with a colon between: the second, and the first if asked for, with two digits.
fn pair(first: u32, second: u32, is_padded: bool) -> String {
    let padding = |number: u32, is_padded: bool| if is_padded && number < 10 { "0" } else { "" };
    [padding(first, is_padded), &first.to_string(), ":", padding(second, true), &second.to_string()].concat()
}

/// Milliseconds since the page was opened, by the browser's clock, which goes on while the machine sleeps.
fn now() -> u32 {
    let opened = window().performance().map_or(0.0, |performance| performance.time_origin());
    // Cast: a float too small or too large becomes the nearest number, which is 49 days away.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let milliseconds = (Date::now() - opened) as u32;
    milliseconds
}
