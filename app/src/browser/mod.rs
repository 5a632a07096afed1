//! The part of the island that runs in the browser only: it calls the server functions, shows their views, counts down and maintains the
//! history.

mod announcements;
mod client;
mod clock;
mod code_input;
mod history;
mod input;
mod json;
mod poll;
mod send;
mod show;

pub(crate) use clock::time_of_day;
pub(crate) use code_input::on_code_input;
pub(crate) use input::{accept_suggestion, suggest};
pub(crate) use json::view_of;
pub(crate) use send::send;

use crate::state::{FormAction, State};
use crate::view::Form;
use domain::Page;
use leptos::ev::popstate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Makes the island live after it is hydrated. If hydration failed, the starting script has restored the plain page, and nothing starts.
pub(crate) fn start(state: State) {
    spawn_local(async move {
        if !document().query_selector("leptos-island[data-hydrated]").is_ok_and(|island| island.is_some()) {
            return;
        }
        start_clock(state);
        follow_history(state);
        code_input::follow_caret(state);
    });
}

/// Starts the clock of the island. It ticks every second and reads the time at each tick, since a background tab gets few ticks and a
/// sleeping machine none.
fn start_clock(state: State) {
    state.is_live.set(true);
    state.now.set(clock::now());
    state.view.with_untracked(|view| clock::set_deadlines(state, view));
    announcements::wait(state);
    set_interval(
        move || {
            let was_waiting = clock::is_waiting(state);
            state.now.set(clock::now());
            announcements::wait_over(state, was_waiting);
            poll::poll(state);
        },
        Duration::from_secs(1),
    );
}

/// Handles the back and forward buttons of the browser.
fn follow_history(state: State) {
    let follow = move || {
        let form = state.view.with_untracked(|view| view.form);
        let path = history::path();
        if path == Page::SignUp.path() && form != Form::Address {
            // Return to the address, so that it can be corrected. The code remains valid until another one is sent.
            send(state, FormAction::Change);
        } else if path == Page::Code.path() && form == Form::Address {
            history::load(&path);
        }
    };
    // A button may have been pressed before the island was live. The browser loads nothing for an entry of the same document.
    follow();
    let _ = window_event_listener(popstate, move |_| follow());
}
