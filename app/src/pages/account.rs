use super::new_address::NEW_ADDRESS;
use crate::account_fns::{SignOutBrowser, SignOutEverywhere, SignOutOthers};
use crate::server_fns::{DeleteAccount, SignOut};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The path of all that is kept of the account, as a file.
pub const ACCOUNT_DATA: &str = "/account/data";

/// What the last form came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountTold {
    /// There was none.
    Nothing,
    /// It was refused, and why.
    Error(String),
    /// It did what it says, in words.
    Done(&'static str),
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBrowser {
    /// By which its form names it.
    pub handle: String,
    /// What it is, in words.
    pub name: String,
    /// The day it signed in, as `2026-11-23`, if that is known.
    pub since: Option<String>,
    /// When it was last seen, in words, if that is known.
    pub seen: Option<String>,
    /// Whether it is the one that looks at the page.
    pub is_this: bool,
}

/// `/account`: who is signed in and where, and the ways out.
#[component]
pub fn AccountPage(
    /// The address of the account.
    email: String,
    /// The day it was made, as `2026-11-23`.
    since: String,
    /// What there is to tell.
    told: AccountTold,
    /// The browsers that are signed in, this one first.
    browsers: Vec<ShownBrowser>,
) -> impl IntoView {
    let day = since.clone();
    let told = match told {
        AccountTold::Nothing => None,
        AccountTold::Error(error) => Some(view! { <p class="error" id="account-error" role="alert">{error}</p> }.into_any()),
        AccountTold::Done(done) => Some(view! { <p id="account-done" role="status">{done}</p> }.into_any()),
    };
    view! {
        <main class="card" data-page="account">
            <h1>"Hello!"</h1>
            {told}
            <p>"You are signed in as " <strong id="account-email">{email}</strong> ". You have had this account since "
                <time datetime=day>{since}</time> "."</p>
            <form id="sign-out-form" method="post" action=SignOut::PATH>
                <button type="submit" class="primary">"Sign out"</button>
            </form>
            <Browsers browsers/>
            <h2>"Your e-mail address"</h2>
            <p><a class="button" id="change-email" href=NEW_ADDRESS>"Change the e-mail address"</a></p>
            <h2>"Your data"</h2>
            <p class="hint">"All that we keep about this account, as a file for people and programs (JSON)."</p>
            <p><a class="button" id="download" href=ACCOUNT_DATA download>"Download my data"</a></p>
            <details id="delete">
                <summary>"Delete my account"</summary>
                <p>"The account and everything kept with it will be gone at once and for good."</p>
                <form id="delete-form" method="post" action=DeleteAccount::PATH>
                    <button type="submit" class="danger">"Delete it now"</button>
                </form>
            </details>
        </main>
    }
}

/// Where the account is signed in, with a way out of each.
#[component]
fn Browsers(browsers: Vec<ShownBrowser>) -> impl IntoView {
    let others = browsers.iter().any(|browser| !browser.is_this).then(|| {
        view! {
            <div class="row">
                <form id="sign-out-others-form" method="post" action=SignOutOthers::PATH>
                    <button type="submit">"Sign out everywhere else"</button>
                </form>
                <form id="sign-out-everywhere-form" method="post" action=SignOutEverywhere::PATH>
                    <button type="submit">"Sign out everywhere"</button>
                </form>
            </div>
        }
    });
    let lines = browsers.into_iter().enumerate().map(|(place, browser)| line(place, browser)).collect_view();
    view! {
        <section aria-labelledby="browsers-title">
            <h2 id="browsers-title">"Where you are signed in"</h2>
            <ul id="browsers">{lines}</ul>
            {others}
        </section>
    }
}

fn line(place: usize, browser: ShownBrowser) -> impl IntoView {
    let ShownBrowser { handle, name, since, seen, is_this } = browser;
    let id = format!("browser-{place}");
    let since = since.map(|day| {
        let machine = day.clone();
        view! { "Signed in on " <time datetime=machine>{day}</time> ". " }
    });
    let seen = match (is_this, seen) {
        (true, _) => Some("You are using it now.".to_owned()),
        (false, seen) => seen.map(|seen| format!("Last seen {seen}.")),
    };
    let way_out = (!is_this).then(|| {
        let label = format!("Sign out: {name}");
        view! {
            <form method="post" action=SignOutBrowser::PATH>
                <input type="hidden" name="browser" value=handle/>
                <button type="submit" aria-label=label aria-describedby=id.clone()>"Sign out"</button>
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
