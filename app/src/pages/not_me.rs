use crate::server_fns::NotMe;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What the last form came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMeTold {
    /// There was none.
    Nothing,
    /// It was refused, and why.
    Error(String),
    /// The codes are void.
    Done,
}

/// `/not-me`: where the reader of a mail says that they did not ask for it. Looking at it changes nothing.
#[component]
pub fn NotMePage(
    /// What there is to tell.
    told: NotMeTold,
    /// How long no mail is sent afterwards, in words.
    muted_for: String,
) -> impl IntoView {
    let error = match told {
        NotMeTold::Nothing => None,
        NotMeTold::Error(error) => Some(error),
        NotMeTold::Done => return Either::Left(view! { <Done muted_for/> }),
    };
    let (is_hidden, is_invalid) = (error.is_none(), error.is_some().then_some("true"));
    Either::Right(view! {
        <main class="card" data-page="not-me">
            <h1>"It was not me"</h1>
            <p>
                "You got a code by mail and did not ask for it? Then somebody has typed your address, most likely by mistake. "
                "Without the code they can do nothing with it."
            </p>
            <p>
                "If you like, we stop it: no code that is waiting for your address will work any more, and we mail it no others for "
                {muted_for} "."
            </p>
            <form id="not-me-form" method="post" action=NotMe::PATH novalidate>
                <div class="field">
                    <label for="token">"Token from the mail"</label>
                    <p class="hint" id="token-hint">"Twelve letters and digits in three groups, at the end of the mail."</p>
                    <p class="error" id="token-error" role="alert" hidden=is_hidden>{error}</p>
                    <input
                        id="token"
                        name="token"
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
                <button type="submit" class="primary">"Stop the codes"</button>
            </form>
        </main>
    })
}

/// What the page says when it is done.
#[component]
fn Done(muted_for: String) -> impl IntoView {
    view! {
        <main class="card" data-page="not-me-done">
            <h1>"The codes are void"</h1>
            <p role="status">
                "No code that was waiting for your address works any more, and we mail it no others for " {muted_for.clone()} "."
            </p>
            <p>
                "There is nothing else to do; you can delete the mail. Should you want a code yourself, ask for it in " {muted_for}
                ", or now in a browser in which you have signed in with this address."
            </p>
            <p><a class="button" href="/">"Go to the start"</a></p>
        </main>
    }
}
