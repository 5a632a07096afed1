//! The part of the island that runs in the browser only: it calls the server functions, shows their views, counts down and maintains the
//! history.

mod client;
mod clock;
mod code_input;
mod courtesy;
mod field;
mod fields;
mod history;
mod json;
mod news;
mod proof;
mod send;
mod show;
mod suggestion;

pub(crate) use clock::time_of_day;
pub(crate) use code_input::code_came;
pub(crate) use json::view_of;
pub(crate) use send::send;
pub(crate) use suggestion::{suggest, take_meant};

use crate::components::State;
use leptos::prelude::document;
use leptos::task::spawn_local;

/// Makes the island live after it is hydrated. If hydration failed, the starting script has restored the plain page, and nothing starts.
pub(crate) fn start(state: State) {
    spawn_local(async move {
        if !document().query_selector("leptos-island[data-hydrated]").is_ok_and(|island| island.is_some()) {
            return;
        }
        clock::start(state);
        history::start(state);
        code_input::follow_caret(state);
    });
}
