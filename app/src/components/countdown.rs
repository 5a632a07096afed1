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
        <button type="submit" disabled=waits aria-disabled=move || flow.busy.get().then_some("true")>"Send another code"</button>
        <p class="hint" id="resend-countdown" hidden=move || left.get() == 0>
            "You can send another code in " {left} " seconds."
        </p>
    }
}

/// Counts down by the clock, since a tab in the background gets few ticks, and asks what became of the mail while that is
/// not known.
#[cfg(feature = "hydrate")]
fn tick(flow: Flow, left: RwSignal<u32>, live: RwSignal<bool>) {
    use super::fetch::delivery;
    use crate::domain::Step;
    use leptos::task::spawn_local;
    use std::time::Duration;

    let since = StoredValue::new(0.0);
    Effect::new(move |_| {
        flow.code.track();
        since.set_value(js_sys::Date::now());
        live.set(true);
        count(flow, 0, left);
    });
    let asking = StoredValue::new(false);
    let count_down = move || {
        let seconds = (js_sys::Date::now() - since.get_value()) / 1000.0;
        // Cast: a float too large or too small becomes the nearest number.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        count(flow, seconds as u32, left);
        if !asking.get_value() && !flow.busy.get_untracked() && !flow.code.with_untracked(|code| code.is_final) {
            asking.set_value(true);
            let asked = since.get_value();
            spawn_local(async move {
                if let Ok(Step::Code(code)) = delivery().await
                    // Not if another code was asked for meanwhile, or this form is gone.
                    && since.try_get_value() == Some(asked)
                    && !flow.busy.get_untracked()
                {
                    flow.code.set(code);
                }
                asking.try_set_value(false);
            });
        }
    };
    if let Ok(interval) = set_interval_with_handle(count_down, Duration::from_secs(1)) {
        on_cleanup(move || interval.clear());
    }
}

/// What is left of both times after so many seconds.
#[cfg(feature = "hydrate")]
fn count(flow: Flow, seconds: u32, left: RwSignal<u32>) {
    let (resend, expires) = flow.code.with_untracked(|code| (code.resend_in, code.expires_in));
    left.set(resend.saturating_sub(seconds));
    flow.expires_in.set(expires.saturating_sub(seconds));
}
