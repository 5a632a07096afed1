//! Polls the delivery state of the newest mail, except while a request is in progress.

use super::client::Call;
use super::send::is_plain_form_pending;
use super::{announcements, clock, history, show};
use crate::server_fns::{Delivery, EmailChangeDelivery};
use crate::state::State;
use crate::view::{Flow, Form, Number, SignUpView};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Polls the view while the delivery state can change, and after the code has expired.
pub(super) fn poll(state: State) {
    let is_over = state.expires_at.get_untracked() <= state.now.get_untracked();
    let is_open = state.view.with_untracked(|view| view.form == Form::Code && (is_over || !view.is(Number::IsFinal)));
    if !is_open || state.busy.get_untracked().is_some() || state.is_polling.get_untracked() || is_plain_form_pending() {
        return;
    }
    state.is_polling.set(true);
    let generation = state.generation.get_untracked();
    spawn_local(async move {
        let view = fetch_view(state).await;
        state.is_polling.set(false);
        // If a form was sent meanwhile, its response is newer.
        let Some(view) = view.filter(|_| state.generation.get_untracked() == generation) else { return };
        if view.form == Form::Code {
            let was_waiting = clock::is_waiting(state);
            clock::set_deadlines(state, &view);
            state.view.set(view);
            show::set_title(state);
            announcements::wait_over(state, was_waiting);
            announcements::resent(state);
        } else if matches!(view.form, Form::Failed | Form::Expired | Form::Spent) {
            show::recovery(state, view).await;
        } else if view.form == Form::Elsewhere {
            // Another tab has signed in or out.
            history::load(&view.path);
        }
    });
}

/// Requests the view that the page would show if it were loaded now.
async fn fetch_view(state: State) -> Option<SignUpView> {
    let call = match state.flow {
        Flow::SignUp => Call::get::<Delivery>(),
        Flow::EmailChange => Call::get::<EmailChangeDelivery>(),
    };
    call.send().await
}
