//! The field for the address: the page asks about a likely typing error, but never holds the address back.

use crate::support::steps::{ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting};

#[tokio::test]
async fn the_page_suggests_the_domain_that_was_meant() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", "me@gmial.com\u{e004}").await;
    assert_eq!(browser.some_text("#email-suggestion").await, "Did you mean me@gmail.com?");
    browser.press(":focus", "\u{e004}").await;
    browser.press("#email-suggestion button:focus", "\u{e007}").await;
    assert_eq!(browser.value("#email").await, "me@gmail.com");
    browser.wait_until_gone("#email-suggestion button").await;
    browser.press(":focus", "\u{e007}").await;
    browser.find("[data-step=code]").await;
    assert!(!browser.shows("#meant-form").await);
    DevMailbox::new(&mailcode).code("me@gmail.com").await;
}

#[tokio::test]
async fn a_mail_is_sent_despite_a_likely_typing_error_with_scripts() {
    sends_despite_a_likely_typing_error(Scripting::On).await;
}

#[tokio::test]
async fn a_mail_is_sent_despite_a_likely_typing_error_without_scripts() {
    sends_despite_a_likely_typing_error(Scripting::Off).await;
}

async fn sends_despite_a_likely_typing_error(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, "me@gmial.com").await;
    assert_eq!(browser.some_text("#meant-form").await, "Did you mean me@gmail.com?");
    browser.click("#change-form button").await;
    browser.find("[data-step=address]").await;
    assert_eq!(browser.value("#email").await, "me@gmial.com", "it is there to be corrected");
}

#[tokio::test]
async fn the_suggested_address_is_used_by_one_press_with_scripts() {
    uses_the_suggested_address(Scripting::On).await;
}

#[tokio::test]
async fn the_suggested_address_is_used_by_one_press_without_scripts() {
    uses_the_suggested_address(Scripting::Off).await;
}

async fn uses_the_suggested_address(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, "me@gmial.com").await;
    browser.click("#meant-form button").await;
    browser.wait_until_gone("#meant-form").await;
    assert_eq!(browser.text("#code-email").await, "me@gmail.com");
    type_code(&browser, &DevMailbox::new(&mailcode).code("me@gmail.com").await).await;
    assert_eq!(browser.text("#account-email").await, "me@gmail.com");
}
