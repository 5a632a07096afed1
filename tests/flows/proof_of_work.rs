//! A rush of mails, in which the first mail of a sign-up needs a proof of work, or waiting.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, Visitor, until};

/// Whether the page has loaded the script that solves the challenge.
const HAS_LOADED_PROVE: &str = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/prove-'))";

/// A server that demands a proof from its second mail on, and has sent one. A client without a proof has to wait this long.
async fn server_in_a_rush(wait: &str) -> Mailcode {
    let mailcode = Mailcode::start_with(&[("PROOF_OF_WORK_ABOVE", "1/1h"), ("PROOF_OF_WORK_WAIT", wait)]).await;
    let answer = Visitor::new(&mailcode).call("/api/request-code", &[("email", "first@example.org")]).await;
    assert_eq!(answer.status, 200);
    mailcode
}

#[tokio::test]
async fn a_browser_with_scripts_proves_its_work_by_itself() {
    let mailcode = server_in_a_rush("30m").await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_eq!(browser.run(HAS_LOADED_PROVE).await, false, "the page does not load it before it is needed");
    browser
        .run(
            "window.announced = []; const status = document.querySelector('#proving'); \
             new MutationObserver(() => announced.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true })",
        )
        .await;
    ask_for_code(&browser, ADDRESS).await;
    assert_eq!(browser.run(HAS_LOADED_PROVE).await, true);
    let announced = browser.run("return announced.join()").await;
    assert!(announced.as_str().unwrap().contains("checking your browser first"), "{announced}");
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
}

#[tokio::test]
async fn a_browser_proves_its_work_again_for_another_address() {
    let mailcode = server_in_a_rush("30m").await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    for address in [ADDRESS, "other@example.org"] {
        ask_for_code(&browser, address).await;
        DevMailbox::new(&mailcode).code(address).await;
        browser.click("#change-form button").await;
    }
}

#[tokio::test]
async fn a_browser_without_scripts_waits() {
    waits(Scripting::Off).await;
}

#[tokio::test]
async fn a_browser_with_wasm_blocked_waits() {
    waits(Scripting::WasmBlocked).await;
}

async fn waits(scripting: Scripting) {
    let mailcode = server_in_a_rush("2s").await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.click_and_load("#address-form button").await;
    assert_asks_to_wait(&browser).await;
    until("the code form once the wait is over", async || {
        browser.click_and_load("#address-form button").await;
        browser.find("[data-step]").await;
        browser.shows("[data-step=code]").await.then_some(())
    })
    .await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
}

/// Scripts run, but the solver does not arrive.
#[tokio::test]
async fn a_browser_that_cannot_prove_its_work_waits() {
    let mailcode = server_in_a_rush("2s").await;
    let browser = Browser::start(Scripting::On).await;
    browser.block("*/assets/prove-*").await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button").await;
    assert_asks_to_wait(&browser).await;
    until("the code form once the wait is over", async || {
        browser.run("document.querySelector('#address-form button')?.click()").await;
        browser.wait_until_gone("#address-form button[aria-disabled]").await;
        browser.shows("[data-step=code]").await.then_some(())
    })
    .await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
}

/// The page asks to wait and to press the button again; the address need not be typed again.
async fn assert_asks_to_wait(browser: &Browser) {
    let error = browser.some_text("#error-summary").await;
    assert!(error.contains("Wait") && error.contains("press the button again"), "{error}");
    assert_eq!(browser.text("h1").await, "Please try again in a moment");
    assert!(!browser.shows("#email-error").await, "nothing is wrong with the address");
    assert_eq!(browser.value("#email").await, ADDRESS);
}
