//! Announcements for screen readers about the wait for another code.

use super::clock;
use crate::state::State;
use crate::view::{Number, Text};
use leptos::prelude::*;

/// Announces how long to wait, after the form has changed or another code was requested.
pub(super) fn wait(state: State) {
    let wait = state.view.with_untracked(|view| if view.is(Number::ResendIn) { view.text(Text::Wait) } else { String::new() });
    state.wait_announcement.set(wait);
    state.awaits_another.set(false);
}

/// Announces that the wait is over, if it was not over at the last check.
pub(super) fn wait_over(state: State, was_waiting: bool) {
    if was_waiting && !clock::is_waiting(state) && state.busy.get_untracked().is_none() {
        state.wait_announcement.set(state.text(Text::WaitOver));
    }
}

/// Announces that the requested code was sent, once that is known.
pub(super) fn resent(state: State) {
    let (is_final, is_sent) = state.view.with_untracked(|view| (view.is(Number::IsFinal), view.is(Number::IsSent)));
    if is_final && state.awaits_another.get_untracked() {
        state.awaits_another.set(false);
        if is_sent {
            state.wait_announcement.set(state.text(Text::ResendSent));
        }
    }
}
