use crate::state::State;
use crate::view::{Number, SignUpView};
use js_sys::Date;
use leptos::prelude::*;

/// Whether it is too early to request another code.
pub(super) fn is_waiting(state: State) -> bool {
    state.resend_at.get_untracked() > state.now.get_untracked()
}

/// Sets the deadlines of a view that has just arrived. A running deadline that differs by at most 1.5 seconds is kept: that difference is
/// network delay, and the countdown must not jump.
pub(super) fn set_deadlines(state: State, view: &SignUpView) {
    let now = now();
    // Update now rather than at the next tick, so that what has expired is shown as expired.
    state.now.set(now);
    for (signal, number) in [(state.resend_at, Number::ResendIn), (state.expires_at, Number::ExpiresIn)] {
        let at = now + view.number(number) * 1000;
        let before = signal.get_untracked();
        if at == now || before <= now || (before - at).abs() > 1500 {
            signal.set(at);
        }
    }
}

/// Local hours and minutes of a moment in seconds since 1970.
pub(crate) fn time_of_day(at: i64) -> String {
    // Exact up to 2⁵³.
    #[allow(clippy::cast_precision_loss)]
    let moment = Date::new(&(at as f64 * 1000.0).into());
    let pad = |number: u32| if number < 10 { "0" } else { "" };
    let (hours, minutes) = (moment.get_hours(), moment.get_minutes());
    [pad(hours), &*hours.to_string(), ":", pad(minutes), &*minutes.to_string()].concat()
}

/// Milliseconds since the page was opened, by the wall clock, which continues while the machine sleeps.
pub(super) fn now() -> i64 {
    let opened = window().performance().map_or(0.0, |performance| performance.time_origin());
    // The cast saturates.
    #[allow(clippy::cast_possible_truncation)]
    let milliseconds = (Date::now() - opened) as i64;
    // 0 is reserved for the time before the clock starts.
    milliseconds.max(1)
}
