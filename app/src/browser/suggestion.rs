use super::field::{field, typed};
use crate::components::State;
use domain::suggest_domain;
use leptos::prelude::*;

/// Suggests another address if the domain of the typed one looks mistyped.
pub(crate) fn suggest(state: State) {
    let typed = typed();
    let meant = typed.trim().rsplit_once('@').and_then(|(local, domain)| Some([local, "@", suggest_domain(domain)?].concat()));
    state.meant.set(meant.unwrap_or_default());
}

/// Puts the suggested address into the field.
pub(crate) fn take_meant(state: State) {
    if let Some(field) = field() {
        field.set_value(&state.meant.get_untracked());
        state.meant.set(String::new());
        let _ = field.focus();
    }
}
