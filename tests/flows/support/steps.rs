//! Steps that several flows share.

use e2e::{Browser, Scripting};

pub(crate) const ADDRESS: &str = "visitor@example.org";

/// A wrong code.
pub(crate) fn wrong_code(code: &str) -> &'static str {
    if code == "123456" { "654321" } else { "123456" }
}

/// Different wrong codes.
pub(crate) fn wrong_codes(code: &str) -> impl Iterator<Item = &'static str> {
    ["123456", "234567", "345678", "456789", "567890", "678901"].into_iter().filter(move |wrong| *wrong != code)
}

/// Types the address and waits for the code form.
pub(crate) async fn ask_for_code(browser: &Browser, address: &str) {
    browser.find("#address-form").await;
    browser.type_into("#email", address).await;
    browser.click("#address-form button").await;
    browser.find("[data-step=code]").await;
}

/// Types the code and waits for the account's page.
pub(crate) async fn type_code(browser: &Browser, code: &str) {
    browser.type_into("#code", code).await;
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
    browser.wait_for_path("/account").await;
}

/// Copies this text from another field of the page, and pastes it into the code field.
pub(crate) async fn paste(browser: &Browser, text: &str) {
    let copied = "const from = document.body.appendChild(document.createElement('textarea')); from.id = 'copied'";
    browser.run(copied).await;
    browser.type_into("#copied", text).await;
    browser.press("#copied", "\u{e009}ac").await;
    browser.press("#code", "\u{e009}v").await;
}

/// Opens a page with an island, and waits until the island has hydrated where scripts run.
pub(crate) async fn open(browser: &Browser, scripting: Scripting, url: &str) {
    browser.open(url).await;
    browser.find("[data-step]").await;
    if scripting == Scripting::On {
        browser.find("leptos-island[data-hydrated]").await;
    }
}

/// Chooses another language with one click, and waits for the page in it.
pub(crate) async fn choose_language(browser: &Browser, scripting: Scripting, language: &str) {
    browser.click("#language summary").await;
    browser.click(&format!("#language button[name=language][value={language}]")).await;
    browser.find(&format!("html[lang={language}] [data-step]")).await;
    if scripting == Scripting::On {
        browser.find("leptos-island[data-hydrated]").await;
    }
}
