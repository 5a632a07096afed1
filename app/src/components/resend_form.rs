use super::address_form::Proving;
use super::events::on_submit;
use super::line::{Line, announced};
use super::submit_button::SubmitButton;
use super::{Press, State};
use crate::view::{Number, Text};
use leptos::prelude::*;

/// The button that sends another code, and how long it has to wait. Without script the button is always there and the server refuses
/// too early a press; with script it opens when the time has come, which is announced at its beginning and its end.
#[component]
pub(super) fn ResendForm(
    state: State,
    /// Where the form is posted.
    action: &'static str,
    /// [`Press::Resend`] where the sign-up goes on, [`Press::Restart`] where it begins anew.
    press: Press,
) -> impl IntoView {
    let begins_anew = press == Press::Restart;
    let first = begins_anew.then(|| view! { <input type="hidden" name="email" value=state.text(Text::Prefill)/> });
    let proving = begins_anew.then(|| view! { <Proving state/> });
    view! {
        <form id="resend-form" method="post" action=action on:submit:capture=on_submit(state, press)>
            {proving}
            <SubmitButton state press label=Text::Resend busy=Text::ResendBusy is_primary=begins_anew/>
            <Line state id="resend-failed" text=|state| state.live_text(Text::ResendFailed) class=Some("hint")/>
            <p
                class=state.derive(|state| Some(if state.is(Number::ResendIn) { "hint either kept" } else { "hint either" }))
                id="resend-countdown"
                hidden=state.derive(|state| state.resend_in() == 0)
            >
                <span class="plain" hidden=state.derive(|state| state.is_live.get())>{state.derive(|state| state.live_text(Text::Wait))}</span>
                // The second takes the place of the first where the island counts.
                <span class="live" hidden=state.derive(|state| !state.is_live.get())>
                    {state.text(Text::WaitBefore)}
                    <span class="clock" translate="no">{state.derive(clock)}</span>
                    {state.text(Text::WaitAfter)}
                </span>
            </p>
            <p class="unseen" id="resend-news" role="status">
                {announced(state, |state| state.news.get())}
            </p>
            {first}
        </form>
    }
}

/// Minutes and seconds of the wait, as in `0:59`; where nothing counts, nothing.
fn clock(state: State) -> String {
    if !state.is_live.get() {
        return String::new();
    }
    let left = state.resend_in();
    let (minutes, seconds) = (left / 60, left % 60);
    let padding = if seconds < 10 { "0" } else { "" };
    [&*minutes.to_string(), ":", padding, &*seconds.to_string()].concat()
}
