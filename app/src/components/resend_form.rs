use super::address_form::Proving;
use super::buttons::{ButtonKind, SubmitButton};
use super::events::on_submit;
use super::remount::announced;
use crate::state::{FormAction, State};
use crate::view::{Number, Text};
use leptos::prelude::*;

/// Offers another code, within a sentence. Without script the button is always shown, and the server refuses a request that comes too
/// early. With script a countdown replaces the button, and the start and the end of the wait are announced.
#[component]
pub(super) fn ResendOffer(
    state: State,
    /// Path to which the form is submitted.
    path: &'static str,
) -> impl IntoView {
    view! {
        <form id="resend-form" method="post" action=path on:submit:capture=on_submit(state, FormAction::Resend)>
            <p class="quiet either">
                <span id="resend-countdown" hidden=state.derive(|state| !state.is_early())>
                    {state.text(Text::WaitBefore)}
                    <span class="clock" translate="no">{state.derive(clock)}</span>
                    {state.text(Text::WaitAfter)}
                </span>
                <span id="resend-offer" hidden=state.derive(State::is_early)>
                    {state.text(Text::ResendBefore)}
                    <SubmitButton state action=FormAction::Resend label=Text::Resend busy=Text::ResendBusy kind=ButtonKind::Link/>
                    {state.text(Text::ResendAfter)}
                </span>
            </p>
            <WaitAnnouncement state/>
        </form>
    }
}

/// Button that requests another code where no code can be entered, with the countdown below.
#[component]
pub(super) fn ResendButton(
    state: State,
    /// Path to which the form is submitted.
    path: &'static str,
    /// [`FormAction::Resend`] continues the sign-up, [`FormAction::Restart`] starts a new one.
    action: FormAction,
    kind: ButtonKind,
) -> impl IntoView {
    let begins_anew = action == FormAction::Restart;
    let first = begins_anew.then(|| view! { <input type="hidden" name="email" value=state.text(Text::Prefill)/> });
    view! {
        <form id="resend-form" method="post" action=path on:submit:capture=on_submit(state, action)>
            <Proving state/>
            <SubmitButton state action label=Text::Resend busy=Text::ResendBusy kind/>
            <p
                class=state.derive(|state| Some(if state.is(Number::ResendIn) { "hint either kept" } else { "hint either" }))
                id="resend-countdown"
                hidden=state.derive(|state| state.resend_in() == 0)
            >
                <span class="plain" hidden=state.derive(|state| state.is_live.get())>{state.derive(|state| state.live_text(Text::Wait))}</span>
                // Replaces the text without a countdown once the island is live.
                <span class="live" hidden=state.derive(|state| !state.is_live.get())>
                    {state.text(Text::WaitBefore)}
                    <span class="clock" translate="no">{state.derive(clock)}</span>
                    {state.text(Text::WaitAfter)}
                </span>
            </p>
            <WaitAnnouncement state/>
            {first}
        </form>
    }
}

/// Announces the wait to screen readers; visually hidden.
#[component]
fn WaitAnnouncement(state: State) -> impl IntoView {
    view! {
        <p class="unseen" id="resend-news" role="status">
            {announced(state, |state| state.wait_announcement.get())}
        </p>
    }
}

/// Minutes and seconds of the wait, as in `0:59`; empty until the island is live.
fn clock(state: State) -> String {
    if !state.is_live.get() {
        return String::new();
    }
    let left = state.resend_in();
    let (minutes, seconds) = (left / 60, left % 60);
    let padding = if seconds < 10 { "0" } else { "" };
    [&*minutes.to_string(), ":", padding, &*seconds.to_string()].concat()
}
