//! The field for the address: the page asks about a likely typing error, but never holds the address back.

use crate::steps::{ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting};

#[tokio::test]
async fn asks_whether_another_domain_was_meant() {
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
async fn sends_to_what_looks_like_a_slip_with_scripts() {
    sends_to_a_slip(Scripting::On).await;
}

#[tokio::test]
async fn sends_to_what_looks_like_a_slip_without_scripts() {
    sends_to_a_slip(Scripting::Off).await;
}

async fn sends_to_a_slip(scripting: Scripting) {
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
async fn takes_the_address_that_was_meant_by_one_press_with_scripts() {
    takes_the_address_that_was_meant(Scripting::On).await;
}

#[tokio::test]
async fn takes_the_address_that_was_meant_by_one_press_without_scripts() {
    takes_the_address_that_was_meant(Scripting::Off).await;
}

async fn takes_the_address_that_was_meant(scripting: Scripting) {
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
