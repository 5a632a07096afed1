//! What the islands add where scripts run.

use crate::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Gate, Mailcode, Scripting, until};

#[tokio::test]
async fn goes_from_address_to_code_without_loading_a_page() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.run("window.stillTheSamePage = true").await;
    ask_for_code(&browser, ADDRESS).await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, true);

    browser.click("#change-form button").await;
    browser.find("[data-step=address]").await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, true);
}

#[tokio::test]
async fn keeps_what_was_typed_before_it_came_to_life() {
    let mailcode = Mailcode::start().await;
    let gate = Gate::before(mailcode.origin()).await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(gate.origin()).await;
    browser.type_into("#email", ADDRESS).await;
    assert!(!browser.shows("leptos-island[data-hydrated]").await, "the island is not live while its wasm is held back");
    gate.open();
    browser.find("leptos-island[data-hydrated]").await;
    assert_eq!(browser.value("#email").await, ADDRESS);
    browser.click("#address-form button").await;
    browser.find("[data-step=code]").await;
    DevMailbox::new(&mailcode).code(ADDRESS).await;
}

#[tokio::test]
async fn says_that_the_mail_was_sent_and_when_another_may_be() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.some_text("#status").await;
    let first = seconds(&browser.some_text("#resend-countdown").await);
    assert!((1..=60).contains(&first), "{first} seconds of the pause of 60");
    until("the countdown to count", async || (seconds(&browser.some_text("#resend-countdown").await) < first).then_some(())).await;
}

#[tokio::test]
async fn sends_another_code_and_takes_both() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "1s")]).await;
    let browser = Browser::start(Scripting::On).await;
    let mailbox = DevMailbox::new(&mailcode);
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let first = mailbox.newest(ADDRESS, 1).await.code();
    browser.wait_until_gone("#resend-countdown").await;
    browser.click("#resend-form button").await;
    mailbox.newest(ADDRESS, 2).await;
    type_code(&browser, &first).await;
}

#[tokio::test]
async fn takes_a_code_as_people_paste_it() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    type_code(&browser, &format!(" {} {} ", &code[..3], &code[3..])).await;
}

/// The first number in a text.
fn seconds(text: &str) -> u32 {
    let digits = text.split(|character: char| !character.is_ascii_digit()).find(|digits| !digits.is_empty());
    digits.unwrap_or_else(|| panic!("no number in {text:?}")).parse().unwrap()
}
