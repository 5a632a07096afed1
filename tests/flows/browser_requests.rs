//! How many requests the pages send, and how soon a step is shown.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open, paste, type_code};
use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Moment, Script, Scripting};
use std::time::Duration;
use tokio::time::Instant;

/// The paths that the page has requested since it was loaded, without its files.
const REQUESTED_PATHS: &str = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter(path => !path.startsWith('/assets/'))";

async fn requested_paths(browser: &Browser) -> Vec<String> {
    browser.run(REQUESTED_PATHS).await.as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect()
}

/// Each step takes one request, besides those for the state of the mail. No page is loaded between address and code; the account's page is
/// loaded once.
#[tokio::test]
async fn a_sign_up_takes_one_request_a_step() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_eq!(requested_paths(&browser).await, [""; 0]);
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    let (news, steps): (Vec<_>, Vec<_>) = requested_paths(&browser).await.into_iter().partition(|path| path == "/api/delivery");
    assert_eq!(steps, ["/api/request-code"]);
    assert!(news.len() <= 1, "{news:?}");
    browser.run("performance.clearResourceTimings(); addEventListener('pagehide', () => sessionStorage.requested_paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).join())").await;
    paste(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    browser.find("main[data-page=account]").await;
    assert_eq!(browser.run("return sessionStorage.requested_paths").await, "/api/verify-code");
    let account = mailcode.output();
    assert_eq!(browser.run("return performance.getEntriesByType('navigation')[0].redirectCount").await, 0, "{account}");
}

/// The code form is shown before a slow relay has replied.
#[tokio::test]
async fn the_code_form_does_not_wait_for_the_relay() {
    let relay = HostileRelay::start(Script::TarpitAt(Moment::Dot)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    let start = Instant::now();
    ask_for_code(&browser, ADDRESS).await;
    // This is much less than the relay's delay.
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
    assert!(browser.some_text("#status").await.contains("Sending"));
    wait_until_slow(&browser).await;
}

async fn wait_until_slow(browser: &Browser) {
    e2e::until("the page to say that the relay is slow", async || browser.text("#status").await.contains("slow to answer").then_some(()))
        .await;
    browser.find("#resend-form button:not(:disabled)").await;
}

/// Back and Forward between the address and the code work over a step that loaded no page.
#[tokio::test]
async fn back_and_forward_lead_to_the_form_for_the_address() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.wait_for_path("/code").await;
    browser.back().await;
    browser.find("[data-step=address]").await;
    assert_eq!(browser.value("#email").await, ADDRESS);
    assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Sign up"));
    // The sign-up is paused, so Forward shows the form for the address again.
    browser.run("history.forward()").await;
    browser.find("[data-step=address]").await;
    browser.wait_for_path("/").await;
    ask_for_code(&browser, ADDRESS).await;
    let mailbox = DevMailbox::new(&mailcode);
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    assert_eq!(mailbox.count(ADDRESS).await, 1, "the first code was still good");
}

/// Afterwards, Back does not lead to the code form once more.
#[tokio::test]
async fn changing_the_address_removes_the_code_form_from_the_history() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(&mailcode.url("/not-me")).await;
    browser.find("#not-me-form").await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    for _ in 0..2 {
        ask_for_code(&browser, ADDRESS).await;
        browser.wait_for_path("/code").await;
        browser.click("#change-form button").await;
        browser.find("[data-step=address]").await;
        browser.wait_for_path("/").await;
    }
    browser.back().await;
    browser.find("#not-me-form").await;
}

/// A late response about the previous mail does not change the state of the next.
#[tokio::test]
async fn a_late_response_about_an_earlier_mail_changes_nothing() {
    let relay = HostileRelay::start(Script::TarpitAt(Moment::Recipient)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    let hold = "const ask = fetch; window.fetch = (url, init) => String(url).endsWith('/api/delivery') && !window.late \
                ? ask(url, init).then(answer => new Promise(resolve => { window.late = () => resolve(answer) })) : ask(url, init)";
    browser.run(hold).await;
    ask_for_code(&browser, "old@example.org").await;
    e2e::until("a response of /api/delivery to be held back", async || {
        (browser.run("return 'late' in window").await == true).then_some(())
    })
    .await;
    browser.click("#change-form button").await;
    browser.find("[data-step=address]").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.run("late(); return new Promise(done => setTimeout(done, 300))").await;
    assert_eq!(browser.text("#code-email").await, ADDRESS);
}

/// While a form that was posted before hydration waits for its response, the island sends nothing.
#[tokio::test]
async fn the_island_sends_nothing_while_a_plain_form_is_posted() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.run("const form = document.querySelector('#address-form'); form.dataset.busy = ''; form.querySelector('button').click()").await;
    assert_eq!(browser.run("return new Promise(done => setTimeout(done, 300))").await, serde_json::Value::Null);
    assert_eq!(requested_paths(&browser).await, [""; 0]);
    browser.run("delete document.querySelector('#address-form').dataset.busy").await;
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
}
