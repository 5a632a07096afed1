use crate::messages;
use crate::words::{Key, Words};
use leptos::prelude::*;

/// The button that sends another code, and how long it has to wait. Without script the button is always there and the server refuses
/// too early a press; with script it opens when the time has come, which is announced at its beginning and its end.
#[component]
pub(crate) fn ResendForm(
    words: Words,
    /// Where the form is posted.
    action: &'static str,
    /// Seconds until another code may be asked for.
    resend_in: u32,
) -> impl IntoView {
    let (before, after) = words.around(Key::ResendWait, "wait", &[]);
    let duration = messages::duration(&words, resend_in);
    let in_words = [&*before, &*duration, &*after].concat();
    view! {
        <form id="resend-form" method="post" action=action>
            <button type="submit" data-busy=words.say(Key::SendingButton)>{words.say(Key::ResendButton)}</button>
            <p class="hint either" id="resend-countdown" data-left=resend_in hidden={resend_in == 0}>
                <span class="plain">{in_words}</span>
                // The second takes the place of the first where the island counts.
                <span class="live" hidden>{before}<span class="clock"></span>{after}</span>
            </p>
            <p class="unseen" id="resend-news" role="status" data-over=words.say(Key::ResendNow)></p>
        </form>
    }
}
