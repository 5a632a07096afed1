//! A button that is pressed twice.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Engine, Mailcode, Scripting, until};

#[tokio::test]
async fn a_double_press_sends_one_mail_with_scripts() {
    presses_twice(Engine::Chromium, Scripting::On).await;
}

/// Before the wasm file has arrived.
#[tokio::test]
async fn a_double_press_sends_one_mail_before_hydration() {
    presses_twice(Engine::Chromium, Scripting::WasmBlocked).await;
}

pub(crate) async fn presses_twice(engine: Engine, scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    // By then, the page's script has run.
    until("document.readyState to be complete", async || (browser.run("return document.readyState").await == "complete").then_some(()))
        .await;
    browser.type_into("#email", ADDRESS).await;
    browser.double_click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    let mailbox = DevMailbox::new(&mailcode);
    let code = mailbox.code(ADDRESS).await;
    until("document.readyState to be complete", async || (browser.run("return document.readyState").await == "complete").then_some(()))
        .await;
    browser.type_into("#code", &code).await;
    browser.double_click("#code-form button.primary").await;
    browser.find("main[data-page=account]").await;
    assert!(!browser.shows("#error-summary").await);
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}

#[tokio::test]
async fn a_double_press_sends_one_mail_without_scripts() {
    presses_twice_without_scripts(Engine::Chromium).await;
}

/// This holds also before the first cookie: the browser drops the response to the first press, with its cookie.
pub(crate) async fn presses_twice_without_scripts(engine: Engine) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.double_click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    let mailbox = DevMailbox::new(&mailcode);
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}

#[tokio::test]
async fn a_press_during_a_request_sends_nothing() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    let twice = "const count = () => performance.getEntriesByName(location.origin + '/api/request-code').length; \
                 const button = document.querySelector('#address-form button'); button.click(); button.click(); \
                 return Promise.resolve().then(() => [count(), button.getAttribute('aria-disabled'), button.textContent])";
    assert_eq!(browser.run(twice).await, serde_json::json!([0, "true", "Sending the code…"]));
    browser.find("[data-step=code]").await;
    let sent = "return performance.getEntriesByType('resource').filter(entry => entry.initiatorType === 'fetch' && entry.name.includes('/api/request-code')).length";
    assert_eq!(browser.run(sent).await, 1);
    assert!(!browser.shows("#error-summary").await);
    // The failed form does not block the next one.
    browser.click("#change-form button").await;
    ask_for_code(&browser, "other@example.org").await;
}
