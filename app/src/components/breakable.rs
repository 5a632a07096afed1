use leptos::prelude::*;

/// Renders an address so that it can wrap after each `@` and each dot if it is too long for a line.
#[must_use]
pub fn breakable(address: &str) -> impl IntoView + use<> {
    address.split_inclusive(['@', '.']).map(|part| view! { {part.to_owned()}<wbr/> }).collect::<Vec<_>>()
}
