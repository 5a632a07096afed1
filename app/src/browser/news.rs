//! Polls the delivery state of the newest mail and announces the wait for another code, except while a request is in progress.

use super::client::Call;
use super::send::is_leaving;
use super::{clock, history, show};
use crate::components::State;
use crate::server_fns::{Delivery, EmailChangeDelivery};
use crate::view::{Flow, Form, Number, SignUpView, Text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Announces how long to wait, after the form has changed or another code was requested.
pub(super) fn begin(state: State) {
    let wait = state.view.with_untracked(|view| if view.is(Number::ResendIn) { view.text(Text::Wait) } else { String::new() });
    state.news.set(wait);
    state.awaits_another.set(false);
}

/// Announces that the wait is over, if it was not over at the last check.
pub(super) fn end(state: State, was_waiting: bool) {
    if was_waiting && !clock::is_waiting(state) && state.busy.get_untracked().is_none() {
        state.news.set(state.text(Text::WaitOver));
    }
}

/// Announces that the requested code was sent, once that is known.
pub(super) fn tell_of_another(state: State) {
    let (is_final, is_sent) = state.view.with_untracked(|view| (view.is(Number::IsFinal), view.is(Number::IsSent)));
    if is_final && state.awaits_another.get_untracked() {
        state.awaits_another.set(false);
        if is_sent {
            state.news.set(state.text(Text::ResendSent));
        }
    }
}

/// Polls the view while the delivery state can change, and after the code has expired.
pub(super) fn ask(state: State) {
    let is_over = state.expires_at.get_untracked() <= state.now.get_untracked();
    let is_open = state.view.with_untracked(|view| view.form == Form::Code && (is_over || !view.is(Number::IsFinal)));
    if !is_open || state.busy.get_untracked().is_some() || state.is_asking.get_untracked() || is_leaving() {
        return;
    }
    state.is_asking.set(true);
    let step = state.step.get_untracked();
    spawn_local(async move {
        let view = look(state).await;
        state.is_asking.set(false);
        // If a form was sent meanwhile, its response is newer.
        let Some(view) = view.filter(|_| state.step.get_untracked() == step) else { return };
        if view.form == Form::Code {
            let was_waiting = clock::is_waiting(state);
            clock::read(state, &view);
            state.view.set(view);
            show::set_title(state);
            end(state, was_waiting);
            tell_of_another(state);
        } else if matches!(view.form, Form::Failed | Form::Expired | Form::Spent) {
            show::way_out(state, view).await;
        } else if view.form == Form::Elsewhere {
            // Another tab has signed in or out.
            history::load(&view.path);
        }
    });
}

/// Requests the view that the page would show if it were loaded now.
async fn look(state: State) -> Option<SignUpView> {
    let call = match state.flow {
        Flow::SignUp => Call::get::<Delivery>(),
        Flow::EmailChange => Call::get::<EmailChangeDelivery>(),
    };
    call.send().await
}
