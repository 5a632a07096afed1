//! Browsers that keep no cookie, and a cookie that has expired.

use crate::support::steps::{ADDRESS, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, until};

async fn asks_to_allow_cookies(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_without_cookies(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    until("the heading that asks for cookies", async || (browser.text("h1").await == "Allow cookies to continue").then_some(())).await;
    assert_eq!(browser.value("#email").await, ADDRESS);
    assert_eq!(DevMailbox::new(&mailcode).count(ADDRESS).await, 0);
}

#[tokio::test]
async fn a_browser_without_cookies_is_asked_to_allow_them_with_scripts() {
    asks_to_allow_cookies(Scripting::On).await;
}

#[tokio::test]
async fn a_browser_without_cookies_is_asked_to_allow_them_without_scripts() {
    asks_to_allow_cookies(Scripting::Off).await;
}

/// The page was open for longer than its cookie lives.
async fn replaces_an_expired_cookie(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.delete_cookies().await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    assert_eq!(DevMailbox::new(&mailcode).count(ADDRESS).await, 1);
}

#[tokio::test]
async fn an_expired_cookie_is_replaced_with_scripts() {
    replaces_an_expired_cookie(Scripting::On).await;
}

#[tokio::test]
async fn an_expired_cookie_is_replaced_without_scripts() {
    replaces_an_expired_cookie(Scripting::Off).await;
}
