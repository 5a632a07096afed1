use crate::i18n::{Key, Translations, Value};
use crate::router::paths;
use app::components::breakable;
use app::server_fns::{DeleteAccount, SignOut, SignOutBrowser, SignOutEverywhere, SignOutOthers};
use domain::Page;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The result of the last form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::router) enum AccountMessage {
    /// The form was refused, for this reason.
    Error(String),
    /// The form succeeded, with this message.
    Done(String),
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::router) struct ShownBrowser {
    /// Identifies the browser in the form that signs it out.
    pub(in crate::router) handle: String,
    /// The browser's name, in words.
    pub(in crate::router) name: String,
    /// The day it signed in, if known.
    pub(in crate::router) since: Option<ShownDay>,
    /// When it was last seen, in words, if known.
    pub(in crate::router) seen: Option<String>,
    /// Whether it is the browser that loads the page.
    pub(in crate::router) is_this: bool,
}

/// A day as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::router) struct ShownDay {
    /// For machines, such as `2026-11-23`.
    pub(in crate::router) iso_8601: String,
    /// For people, in words.
    pub(in crate::router) text: String,
    /// Whether it is the day on which the page is rendered.
    pub(in crate::router) is_today: bool,
}

/// `/account`: the account, its signed-in browsers, and the forms to sign out and to delete it.
#[component]
pub(in crate::router) fn AccountPage(
    /// Texts in the visitor's language.
    translations: Translations,
    /// The address of the account.
    email: String,
    /// The day the account was created.
    since: ShownDay,
    /// The message to show, if any.
    message: Option<AccountMessage>,
    /// The browsers that are signed in, this one first.
    browsers: Vec<ShownBrowser>,
) -> impl IntoView {
    let message = message.map(|message| match message {
        AccountMessage::Error(error) => Either::Left(view! { <p class="error" id="account-error" role="alert">{error}</p> }),
        AccountMessage::Done(done) => {
            Either::Right(view! { <p class="done" id="account-done" role="status" tabindex="-1" autofocus>{done}</p> })
        }
    });
    let (before, after) = translations.text_around(Key::AccountWho, "address", &[]);
    view! {
        <main class="card" data-page="account">
            <h1>{translations.text(Key::AccountHeading)}</h1>
            {message}
            <p class="lead">{before}<strong id="account-email"><bdi>{breakable(&email)}</bdi></strong>{after}</p>
            <p class="quiet">
                {day(&translations, since, Key::AccountSinceToday, Key::AccountSince)}" · "
                <a id="change-email" href=Page::EmailChange.path()>{translations.text(Key::EmailButton)}</a>
            </p>
            <Browsers translations=translations.clone() browsers/>
            <h2>{translations.text(Key::DataHeading)}</h2>
            <p class="quiet">{translations.text(Key::DataHint)}</p>
            <p><a id="download" href=paths::ACCOUNT_DATA download>{translations.text(Key::DataButton)}</a></p>
            <details id="delete">
                <summary>{translations.text(Key::DeleteSummary)}</summary>
                <p>{translations.text(Key::DeleteWarning)}</p>
                <form id="delete-form" method="post" action=DeleteAccount::PATH>
                    <button type="submit" class="danger">{translations.text(Key::DeleteButton)}</button>
                </form>
            </details>
        </main>
    }
}

/// The browsers that are signed in, with forms to sign them out.
#[component]
fn Browsers(translations: Translations, browsers: Vec<ShownBrowser>) -> impl IntoView {
    let others = browsers.iter().any(|browser| !browser.is_this).then(|| {
        view! {
            <div class="row">
                <form id="sign-out-others-form" method="post" action=SignOutOthers::PATH>
                    <button type="submit">{translations.text(Key::OthersButton)}</button>
                </form>
                <form id="sign-out-everywhere-form" method="post" action=SignOutEverywhere::PATH>
                    <button type="submit">{translations.text(Key::EverywhereButton)}</button>
                </form>
            </div>
        }
    });
    let lines = browsers.into_iter().enumerate().map(|(index, browser)| line(&translations, index, browser)).collect_view();
    view! {
        <section aria-labelledby="browsers-title">
            <h2 id="browsers-title">{translations.text(Key::BrowsersHeading)}</h2>
            <ul id="browsers">{lines}</ul>
            {others}
        </section>
    }
}

fn line(translations: &Translations, index: usize, browser: ShownBrowser) -> impl IntoView + use<> {
    let ShownBrowser { handle, name, since, seen, is_this } = browser;
    let id = format!("browser-{index}");
    let since = since.map(|since| day(translations, since, Key::BrowserSinceToday, Key::BrowserSince));
    let seen = seen.filter(|_| !is_this).map(|seen| translations.text_with(Key::BrowserSeen, &[("ago", Value::Text(&seen))]));
    let between = (since.is_some() && seen.is_some()).then_some(" · ");
    let badge = is_this.then(|| view! { " "<span class="badge">{translations.text(Key::BrowserThis)}</span> });
    let label = translations.text_with(Key::BrowserSignOut, &[("browser", Value::Text(&name))]);
    let sign_out = translations.text(Key::SignOutButton);
    let sign_out_form = if is_this {
        Either::Left(view! {
            <form id="sign-out-form" method="post" action=SignOut::PATH>
                <button type="submit">{sign_out}</button>
            </form>
        })
    } else {
        Either::Right(view! {
            <form method="post" action=SignOutBrowser::PATH>
                <input type="hidden" name="browser" value=handle/>
                <button type="submit" aria-label=label aria-describedby=id.clone()>{sign_out}</button>
            </form>
        })
    };
    view! {
        <li>
            <div>
                <strong>{name}</strong>{badge}
                <p class="quiet" id=id>{since}{between}{seen}</p>
            </div>
            {sign_out_form}
        </li>
    }
}

/// A text about a day: `today` if it is the current one, otherwise `on` with the date.
fn day(translations: &Translations, day: ShownDay, today: Key, on: Key) -> impl IntoView + use<> {
    let ShownDay { iso_8601, text, is_today } = day;
    if is_today {
        return Either::Left(view! { <time datetime=iso_8601>{translations.text(today)}</time> });
    }
    let (before, after) = translations.text_around(on, "date", &[]);
    Either::Right(view! { {before}<time datetime=iso_8601>{text}</time>{after} })
}
