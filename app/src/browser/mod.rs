//! What the island does in a browser: it calls the server functions, shows what they answer, counts waits down and keeps the browser's
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

/// Brings the island to life, once its elements are there. Not if they could not be taken over: then the starting script has put the
/// plain page back.
pub(crate) fn start(state: State) {
    spawn_local(async move {
        if !document().query_selector("leptos-island[data-hydrated]").is_ok_and(|island| island.is_some()) {
            return;
        }
        clock::start(state);
        history::start(state);
    });
}
