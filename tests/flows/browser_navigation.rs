//! What a visitor sees after leaving, reloading and coming back.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Engine, HoldingProxy, Mailcode, Scripting};

#[tokio::test]
async fn every_page_leads_to_the_visitors_step_with_scripts() {
    leads_to_the_visitors_step(Scripting::On).await;
}

#[tokio::test]
async fn every_page_leads_to_the_visitors_step_without_scripts() {
    leads_to_the_visitors_step(Scripting::Off).await;
}

#[tokio::test]
async fn every_page_leads_to_the_visitors_step_with_wasm_blocked() {
    leads_to_the_visitors_step(Scripting::WasmBlocked).await;
}

async fn leads_to_the_visitors_step(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;

    browser.open(&mailcode.url("/code")).await;
    browser.find("[data-step=address]").await;
    browser.wait_for_path("/").await;
    browser.open(&mailcode.url("/account")).await;
    browser.find("[data-step=address]").await;

    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.reload().await;
    browser.find("[data-step=code]").await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.find("[data-step=code]").await;

    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    browser.open(&mailcode.url("/no-such-page")).await;
    browser.find("main[data-page=not-found]").await;
    browser.open(&mailcode.url("/")).await;
    browser.find("main[data-page=account]").await;
    browser.open(&mailcode.url("/code")).await;
    browser.find("main[data-page=account]").await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
}

#[tokio::test]
async fn a_visitor_goes_back_to_correct_the_address() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    ask_for_code(&browser, "vistor@example.org").await;
    browser.click("#change-form button").await;
    browser.find("[data-step=address]").await;
    assert_eq!(browser.value("#email").await, "vistor@example.org", "the address is there to be corrected");
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
}

#[tokio::test]
async fn back_after_signing_out_shows_no_account_with_scripts() {
    signs_out_and_goes_back(Engine::Chromium, Scripting::On).await;
}

#[tokio::test]
async fn back_after_signing_out_shows_no_account_without_scripts() {
    signs_out_and_goes_back(Engine::Chromium, Scripting::Off).await;
}

/// The account's page is shown neither from the browser's back/forward cache nor from its file cache. The form is submitted without a
/// click, because Firefox does not cache a page on which its driver has clicked.
pub(crate) async fn signs_out_and_goes_back(engine: Engine, scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    browser.press_and_load("#sign-out-form button", "\u{e007}").await;
    browser.find("[data-step=address]").await;
    browser.wait_for_path("/").await;

    browser.back_and_load().await;
    assert!(!browser.text("main").await.contains(ADDRESS));
    browser.find("[data-step=address]").await;
}

/// The entry before belongs to the same document, so that the browser loads nothing by itself.
#[tokio::test]
async fn back_before_hydration_leads_to_the_address() {
    let mailcode = Mailcode::start().await;
    let gate = HoldingProxy::before(mailcode.origin()).await;
    let browser = Browser::start(Scripting::On).await;
    browser.disable_cache().await;
    gate.open();
    open(&browser, Scripting::On, &format!("{}/", gate.origin())).await;
    ask_for_code(&browser, ADDRESS).await;
    gate.close();
    browser.reload().await;
    browser.find("[data-step=code]").await;
    browser.back().await;
    browser.wait_for_path("/").await;
    gate.open();
    browser.find("[data-step=address]").await;
    assert_eq!(browser.value("#email").await, ADDRESS);
}

#[tokio::test]
async fn going_back_and_reloading_send_nothing() {
    goes_back(Engine::Chromium, Scripting::On).await;
}

#[tokio::test]
async fn going_back_and_reloading_send_nothing_without_scripts() {
    goes_back(Engine::Chromium, Scripting::Off).await;
}

pub(crate) async fn goes_back(engine: Engine, scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, scripting).await;
    browser.open(&mailcode.url("/not-me")).await;
    browser.find("#not-me-form").await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.reload().await;
    browser.find("[data-step=code]").await;
    if scripting == Scripting::On {
        browser.back().await;
        // The address can be corrected. If the same address is sent again, the code stays valid.
        browser.find("[data-step=address]").await;
        browser.wait_for_path("/").await;
        assert_eq!(browser.value("#email").await, ADDRESS);
        browser.click("#address-form button.primary").await;
    } else {
        browser.back_and_load().await;
    }
    browser.wait_for_path("/code").await;
    browser.find("[data-step=code]").await;
    let mailbox = DevMailbox::new(&mailcode);
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    browser.back_and_load().await;
    browser.find("main[data-page=account]").await;
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}
