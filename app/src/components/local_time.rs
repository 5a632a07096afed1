use super::remount::{part, remount};
use crate::state::State;
use crate::view::{Number, Text};
use leptos::prelude::*;

/// A time of day: in UTC as the server renders it, and in local time once the island is live.
#[component]
pub(super) fn LocalTime(
    state: State,
    /// The moment in RFC 3339.
    moment: fn(State) -> String,
    /// The time of day, from [`time_of_day`].
    time: fn(State) -> String,
) -> impl IntoView {
    remount(state, moment, move |moment| part(view! { <time datetime=moment.to_owned()>{state.derive(time)}</time> }))
}

/// Time of day of a moment in seconds since 1970: the local time in a live island, otherwise the text in UTC.
pub(super) fn time_of_day(state: State, at: Number, utc: Text) -> String {
    state.view.with(|view| if state.is_live.get() { here(view.number(at)) } else { view.text(utc) })
}

/// Local time in hours and minutes.
#[cfg(feature = "hydrate")]
fn here(at: i64) -> String {
    crate::browser::time_of_day(at)
}

/// Never called: an island is never live on the server.
#[cfg(not(feature = "hydrate"))]
const fn here(_at: i64) -> String {
    String::new()
}
