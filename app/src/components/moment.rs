use super::State;
use super::anew::{anew, part};
use crate::view::{Number, Text};
use leptos::prelude::*;

/// A time of day: in UTC as the server writes it, and in the time of the place once the island is live.
#[component]
pub(super) fn Moment(
    state: State,
    /// The moment in RFC 3339.
    moment: fn(State) -> String,
    /// The time of day, as [`time_of_day`] gives it.
    time: fn(State) -> String,
) -> impl IntoView {
    anew(state, moment, move |moment| part(view! { <time datetime=moment.to_owned()>{state.derive(time)}</time> }))
}

/// The time of day at a moment (seconds since 1970), of which the server has written the one in UTC.
pub(super) fn time_of_day(state: State, at: Number, utc: Text) -> String {
    state.view.with(|view| if state.is_live.get() { here(view.number(at)) } else { view.text(utc) })
}

/// Hours and minutes where the browser is.
#[cfg(feature = "hydrate")]
fn here(at: i64) -> String {
    crate::browser::time_of_day(at)
}

/// Never called: on the server nothing is live.
#[cfg(not(feature = "hydrate"))]
const fn here(_at: i64) -> String {
    String::new()
}
