//! Takes the pictures of the states of the pages that `tests/pictures` keeps, for a person to look at.

#![allow(clippy::unwrap_used, reason = "a command that fails with a reason for its developer")]

use e2e::{Browser, DevMailbox, Mailcode, Scripting};
use std::path::PathBuf;

const ADDRESS: &str = "ada@example.org";
/// The windows: what they are called, and their size in CSS pixels.
const WINDOWS: [(&str, u32, u32); 2] = [("phone", 390, 780), ("desktop", 1024, 720)];

/// The browser, and where its pictures go.
struct Photographer {
    browser: Browser,
    directory: PathBuf,
}

#[tokio::main]
async fn main() {
    let directory = PathBuf::from(std::env::args_os().nth(1).expect("a directory for the pictures"));
    let mailcode = Mailcode::start().await;
    let photographer = Photographer { browser: Browser::start(Scripting::On).await, directory };
    let browser = &photographer.browser;

    browser.open(&mailcode.url("/")).await;
    browser.find("leptos-island[data-hydrated]").await;
    browser.find("#email:focus").await;
    photographer.take("address").await;
    browser.type_into("#email", "ada@gmial.com\u{e004}").await;
    browser.find("#email-suggestion button").await;
    photographer.take("address-suggestion").await;
    browser.type_into("#email", "ada").await;
    browser.click("#address-form button.primary").await;
    browser.find("#error-summary").await;
    photographer.take("address-error").await;

    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.find("#status .live").await;
    browser.type_into("#code", &code[..3]).await;
    photographer.take("code").await;
    browser.type_into("#code", if code == "123456" { "654321" } else { "123456" }).await;
    browser.click("#code-form button").await;
    browser.find("#error-summary").await;
    photographer.take("code-error").await;
    photographer.speak("ar").await;
    browser.find("html[dir=rtl] #status .live").await;
    photographer.take("code-arabic").await;
    photographer.speak("en").await;
    browser.find("html[lang=en] #code").await;
    browser.type_into("#code", &code).await;
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
    photographer.take("account").await;
    browser.open(&mailcode.url("/account/email")).await;
    browser.find("leptos-island[data-hydrated]").await;
    browser.find("#email:focus").await;
    photographer.take("new-address").await;

    for (state, path) in [("not-me", "/not-me"), ("not-found", "/no-such-page"), ("mailbox", "/dev/mailbox")] {
        browser.open(&mailcode.url(path)).await;
        browser.wait_for_path(path).await;
        browser.find("main h1").await;
        photographer.take(state).await;
    }
}

impl Photographer {
    /// The whole page in each window, light and dark.
    async fn take(&self, state: &str) {
        for (window, width, height) in WINDOWS {
            for scheme in ["light", "dark"] {
                self.browser.prefer("prefers-color-scheme", scheme).await;
                self.browser.resize(width, height).await;
                // Some blanks grow with the window.
                while let Some(page) = self.scrolled().await {
                    self.browser.resize(width, page).await;
                }
                self.browser.picture(&self.directory.join(format!("{state}-{window}-{scheme}.png"))).await;
            }
        }
    }

    /// How high the page is, if it is higher than the window.
    async fn scrolled(&self) -> Option<u32> {
        let heights = self.browser.run("return [document.documentElement.scrollHeight, innerHeight]").await;
        let [page, window] = [0, 1].map(|place| u32::try_from(heights[place].as_u64().unwrap()).unwrap());
        (page > window).then_some(page)
    }

    async fn speak(&self, language: &str) {
        self.browser.click(&format!("#language option[value={language}]")).await;
        self.browser.click("#language-form button").await;
    }
}
