use super::flow::Flow;
use leptos::prelude::*;

/// The button that sends another code, and how long it has to wait. Without script the button is always
/// there and the server refuses too early a press; with script it opens when the time has come.
#[component]
pub(super) fn Countdown(flow: Flow) -> impl IntoView {
    let left = RwSignal::new(flow.code.with_untracked(|code| code.resend_in));
    let live = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    tick(flow, left, live);
    let waits = move || live.get() && left.get() != 0;
    view! {
        <button type="submit" disabled=waits>"Send another code"</button>
        <p class="hint" id="resend-countdown" hidden=move || left.get() == 0>
            "You can send another code in " {left} " seconds."
        </p>
    }
}

/// Counts down by the clock, since a tab in the background gets few ticks.
#[cfg(feature = "hydrate")]
fn tick(flow: Flow, left: RwSignal<u32>, live: RwSignal<bool>) {
    use std::time::Duration;

    let ends_at = StoredValue::new(0.0);
    Effect::new(move |_| {
        let seconds = flow.code.with(|code| code.resend_in);
        ends_at.set_value(js_sys::Date::now() + f64::from(seconds) * 1000.0);
        left.set(seconds);
        live.set(true);
    });
    let interval = set_interval_with_handle(
        move || {
            let seconds = ((ends_at.get_value() - js_sys::Date::now()) / 1000.0).ceil().max(0.0);
            // Cast: between 0 and the u32 it was made from.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let seconds = seconds as u32;
            if left.get_untracked() != seconds {
                left.set(seconds);
            }
        },
        Duration::from_secs(1),
    );
    if let Ok(interval) = interval {
        on_cleanup(move || interval.clear());
    }
}
