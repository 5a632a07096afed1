use crate::domain::{Limit, Refusal};
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
    /// The address to begin anew with; empty where the sign-up goes on.
    #[prop(optional)]
    anew: String,
    /// Why the last form was refused, if it was.
    #[prop(optional_no_strip)]
    refusal: Option<Refusal>,
) -> impl IntoView {
    let wants_proof = matches!(refusal, Some(Refusal::Limited { limit: Limit::ProofOfWork, .. }));
    let (begins_anew, proving) = (!anew.is_empty(), words.say(Key::Proving));
    let first = begins_anew.then(|| {
        view! {
            <input type="hidden" name="email" value=anew/>
            <p id="proving" role="status" data-words=proving></p>
        }
    });
    let (before, after) = words.around(Key::ResendWait, "wait", &[]);
    let duration = messages::duration(&words, resend_in);
    let in_words = [&*before, &*duration, &*after].concat();
    view! {
        <form id="resend-form" method="post" action=action data-proof=wants_proof.then_some("")>
            {first}
            <button type="submit" class=begins_anew.then_some("primary") data-busy=words.say(Key::SendingButton)>{words.say(Key::ResendButton)}</button>
            <p class="hint either" id="resend-countdown" data-left=resend_in hidden={resend_in == 0}>
                <span class="plain">{in_words}</span>
                // The second takes the place of the first where the island counts.
                <span class="live" hidden>{before}<span class="clock"></span>{after}</span>
            </p>
            <p class="unseen" id="resend-news" role="status" data-over=words.say(Key::ResendNow)></p>
        </form>
    }
}
