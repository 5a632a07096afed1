use super::news;
use crate::components::State;
use crate::view::{Number, SignUpView};
use js_sys::Date;
use leptos::prelude::*;
use std::time::Duration;

/// Counts from now on, each second, by the clock: a tab in the background gets few ticks, and a machine that sleeps none.
pub(super) fn start(state: State) {
    state.is_live.set(true);
    state.now.set(now());
    state.view.with_untracked(|view| read(state, view));
    news::begin(state);
    set_interval(
        move || {
            let was_waiting = is_waiting(state);
            state.now.set(now());
            news::end(state, was_waiting);
            news::ask(state);
        },
        Duration::from_secs(1),
    );
}

/// Whether another code may not be asked for yet.
pub(super) fn is_waiting(state: State) -> bool {
    state.resend_at.get_untracked() > state.now.get_untracked()
}

/// Sets what is waited for, as a view that came just now says. If it is waited for already, a second more or less is what the view's
/// way here has taken, and what is shown does not jump for it.
pub(super) fn read(state: State, view: &SignUpView) {
    let now = now();
    // At once, and not with the next tick: what is over is over now.
    state.now.set(now);
    for (signal, number) in [(state.resend_at, Number::ResendIn), (state.expires_at, Number::ExpiresIn)] {
        let at = now + view.number(number) * 1000;
        let before = signal.get_untracked();
        if at == now || before <= now || (before - at).abs() > 1500 {
            signal.set(at);
        }
    }
}

/// Hours and minutes of a moment, in seconds since 1970, where the browser is.
pub(crate) fn time_of_day(at: i64) -> String {
    // Exact up to 2⁵³.
    #[allow(clippy::cast_precision_loss)]
    let moment = Date::new(&(at as f64 * 1000.0).into());
    let pad = |number: u32| if number < 10 { "0" } else { "" };
    let (hours, minutes) = (moment.get_hours(), moment.get_minutes());
    [pad(hours), &*hours.to_string(), ":", pad(minutes), &*minutes.to_string()].concat()
}

/// Milliseconds since the page was opened, by the browser's clock, which goes on while the machine sleeps.
fn now() -> i64 {
    let opened = window().performance().map_or(0.0, |performance| performance.time_origin());
    // A float that is too large becomes the largest number.
    #[allow(clippy::cast_possible_truncation)]
    let milliseconds = (Date::now() - opened) as i64;
    // Above 0, at which time stands still.
    milliseconds.max(1)
}
