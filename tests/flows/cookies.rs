//! Browsers that keep no cookie, and the time before the first one.

use crate::steps::{ADDRESS, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, until};

async fn is_told_without_cookies(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_without_cookies(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    until("a heading that asks for cookies", async || (browser.text("h1").await == "Allow cookies to continue").then_some(())).await;
    assert_eq!(browser.value("#email").await, ADDRESS);
    assert_eq!(DevMailbox::new(&mailcode).count(ADDRESS).await, 0);
}

#[tokio::test]
async fn are_asked_for_with_script() {
    is_told_without_cookies(Scripting::On).await;
}

#[tokio::test]
async fn are_asked_for_without_script() {
    is_told_without_cookies(Scripting::Off).await;
}

/// The page was open for longer than its cookie lives.
async fn goes_on_after_its_cookie_is_gone(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.forget_cookies().await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    assert_eq!(DevMailbox::new(&mailcode).count(ADDRESS).await, 1);
}

#[tokio::test]
async fn that_have_run_out_are_given_again_with_script() {
    goes_on_after_its_cookie_is_gone(Scripting::On).await;
}

#[tokio::test]
async fn that_have_run_out_are_given_again_without_script() {
    goes_on_after_its_cookie_is_gone(Scripting::Off).await;
}
