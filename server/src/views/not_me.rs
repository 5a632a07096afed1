use crate::i18n::{Key, Value, Words};
use app::server_fns::NotMe;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// `/not-me`: where the reader of a mail says that they did not ask for it. Looking at it changes nothing.
#[component]
pub(crate) fn NotMePage(
    /// Those of the visitor's language.
    words: Words,
    /// Why the form was refused, if it was.
    error: Option<String>,
    /// Whether the codes are void.
    is_done: bool,
    /// How long no mail is sent afterwards, in words.
    muted_for: String,
) -> impl IntoView {
    if is_done {
        return Either::Left(view! { <Done words muted_for/> });
    }
    let (is_hidden, is_invalid) = (error.is_none(), error.is_some().then_some("true"));
    Either::Right(view! {
        <main class="card" data-page="not-me">
            <h1>{words.say(Key::NotMeHeading)}</h1>
            <p>{words.say(Key::NotMeLead)}</p>
            <p>{words.say_with(Key::NotMeOffer, &[("duration", Value::Text(&muted_for))])}</p>
            <form id="not-me-form" method="post" action=NotMe::PATH novalidate>
                <div class="field">
                    <label for="token">{words.say(Key::NotMeLabel)}</label>
                    <p class="hint" id="token-hint">{words.say(Key::NotMeHint)}</p>
                    <p class="error" id="token-error" role="alert" hidden=is_hidden>{error}</p>
                    <input
                        id="token"
                        name="token"
                        dir="ltr"
                        type="text"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        required
                        autofocus
                        aria-describedby="token-hint token-error"
                        aria-invalid=is_invalid
                    />
                </div>
                <button type="submit" class="primary">{words.say(Key::NotMeButton)}</button>
            </form>
        </main>
    })
}

/// What the page says when it is done.
#[component]
fn Done(words: Words, muted_for: String) -> impl IntoView {
    view! {
        <main class="card" data-page="not-me-done">
            <h1>{words.say(Key::NotMeDoneHeading)}</h1>
            <p role="status">{words.say_with(Key::NotMeDone, &[("duration", Value::Text(&muted_for))])}</p>
            <p>{words.say_with(Key::NotMeDoneNext, &[("duration", Value::Text(&muted_for))])}</p>
            <p><a class="button" href="/">{words.say(Key::StartLink)}</a></p>
        </main>
    }
}
