use crate::i18n::{Key, Value, Words};
use app::server_fns::{DeleteAccount, SignOut, SignOutBrowser, SignOutEverywhere, SignOutOthers};
use domain::Page;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The path of all that is kept of the account, as a file.
pub(crate) const ACCOUNT_DATA: &str = "/account/data";

/// What the last form came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AccountMessage {
    /// It was refused, and why.
    Error(String),
    /// It did what it says, in words.
    Done(String),
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShownBrowser {
    /// By which its form names it.
    pub(crate) handle: String,
    /// What it is, in words.
    pub(crate) name: String,
    /// The day it signed in, if that is known.
    pub(crate) since: Option<ShownDay>,
    /// When it was last seen, in words, if that is known.
    pub(crate) seen: Option<String>,
    /// Whether it is the one that looks at the page.
    pub(crate) is_this: bool,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShownDay {
    /// As machines read it, such as `2026-11-23`.
    pub(crate) iso_8601: String,
    /// As people do.
    pub(crate) words: String,
}

/// `/account`: who is signed in and where, and the ways out.
#[component]
pub(crate) fn AccountPage(
    /// Those of the visitor's language.
    words: Words,
    /// The address of the account.
    email: String,
    /// The day it was made.
    since: ShownDay,
    /// What there is to tell.
    message: Option<AccountMessage>,
    /// The browsers that are signed in, this one first.
    browsers: Vec<ShownBrowser>,
) -> impl IntoView {
    let message = message.map(|message| match message {
        AccountMessage::Error(error) => Either::Left(view! { <p class="error" id="account-error" role="alert">{error}</p> }),
        AccountMessage::Done(done) => Either::Right(view! { <p id="account-done" role="status" tabindex="-1" autofocus>{done}</p> }),
    });
    let (before, after) = words.around(Key::AccountWho, "address", &[]);
    let (before_day, after_day) = words.around(Key::AccountSince, "date", &[]);
    view! {
        <main class="card" data-page="account">
            <h1>{words.say(Key::AccountHeading)}</h1>
            {message}
            <p>{before}<strong id="account-email"><bdi>{email}</bdi></strong>{after}</p>
            <p>{before_day}<time datetime=since.iso_8601>{since.words}</time>{after_day}</p>
            <form id="sign-out-form" method="post" action=SignOut::PATH>
                <button type="submit" class="primary">{words.say(Key::SignOutButton)}</button>
            </form>
            <Browsers words=words.clone() browsers/>
            <h2>{words.say(Key::EmailHeading)}</h2>
            <p><a class="button" id="change-email" href=Page::EmailChange.path()>{words.say(Key::EmailButton)}</a></p>
            <h2>{words.say(Key::DataHeading)}</h2>
            <p class="hint">{words.say(Key::DataHint)}</p>
            <p><a class="button" id="download" href=ACCOUNT_DATA download>{words.say(Key::DataButton)}</a></p>
            <details id="delete">
                <summary>{words.say(Key::DeleteSummary)}</summary>
                <p>{words.say(Key::DeleteWarning)}</p>
                <form id="delete-form" method="post" action=DeleteAccount::PATH>
                    <button type="submit" class="danger">{words.say(Key::DeleteButton)}</button>
                </form>
            </details>
        </main>
    }
}

/// Where the account is signed in, with a way out of each.
#[component]
fn Browsers(words: Words, browsers: Vec<ShownBrowser>) -> impl IntoView {
    let others = browsers.iter().any(|browser| !browser.is_this).then(|| {
        view! {
            <div class="row">
                <form id="sign-out-others-form" method="post" action=SignOutOthers::PATH>
                    <button type="submit">{words.say(Key::OthersButton)}</button>
                </form>
                <form id="sign-out-everywhere-form" method="post" action=SignOutEverywhere::PATH>
                    <button type="submit">{words.say(Key::EverywhereButton)}</button>
                </form>
            </div>
        }
    });
    let lines = browsers.into_iter().enumerate().map(|(place, browser)| line(&words, place, browser)).collect_view();
    view! {
        <section aria-labelledby="browsers-title">
            <h2 id="browsers-title">{words.say(Key::BrowsersHeading)}</h2>
            <ul id="browsers">{lines}</ul>
            {others}
        </section>
    }
}

fn line(words: &Words, place: usize, browser: ShownBrowser) -> impl IntoView + use<> {
    let ShownBrowser { handle, name, since, seen, is_this } = browser;
    let id = format!("browser-{place}");
    let since = since.map(|day| {
        let (before, after) = words.around(Key::BrowserSince, "date", &[]);
        view! { {before}<time datetime=day.iso_8601>{day.words}</time>{after}" " }
    });
    let seen = match (is_this, seen) {
        (true, _) => Some(words.say(Key::BrowserThis)),
        (false, seen) => seen.map(|seen| words.say_with(Key::BrowserSeen, &[("ago", Value::Text(&seen))])),
    };
    let way_out = (!is_this).then(|| {
        let label = words.say_with(Key::BrowserSignOut, &[("browser", Value::Text(&name))]);
        let sign_out = words.say(Key::SignOutButton);
        view! {
            <form method="post" action=SignOutBrowser::PATH>
                <input type="hidden" name="browser" value=handle/>
                <button type="submit" aria-label=label aria-describedby=id.clone()>{sign_out}</button>
            </form>
        }
    });
    view! {
        <li>
            <div>
                <strong>{name}</strong>
                <p class="hint" id=id>{since}{seen}</p>
            </div>
            {way_out}
        </li>
    }
}
