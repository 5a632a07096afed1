//! What comes of what people do: two windows, a slow network, none, the back button, another device, an impatient finger.

use crate::steps::{ADDRESS, ask_for_code, open, type_code, wrong};
use e2e::{Browser, DevMailbox, Mailcode, Network, Scripting, until};

/// The window of a telephone.
const TELEPHONE: (u32, u32) = (360, 640);

#[tokio::test]
async fn signs_up_on_a_telephone_over_a_slow_network() {
    signs_up_slowly(Scripting::On).await;
}

#[tokio::test]
async fn signs_up_on_a_telephone_over_a_slow_network_without_scripts() {
    signs_up_slowly(Scripting::Off).await;
}

/// The forms are used as soon as they are there, whatever has arrived besides.
async fn signs_up_slowly(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    browser.resize(TELEPHONE.0, TELEPHONE.1).await;
    browser.network(Network::Slow).await;
    browser.open(&mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let mailbox = DevMailbox::new(&mailcode);
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}

#[tokio::test]
async fn what_was_typed_outlives_a_network_that_is_gone() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.network(Network::None).await;
    browser.type_into("#code", &code).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("No answer from the server"));
    assert_eq!(browser.value("#code").await, code);
    browser.network(Network::Fast).await;
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn the_second_window_follows_the_first() {
    follows_the_first_window(Scripting::On).await;
}

#[tokio::test]
async fn the_second_window_follows_the_first_without_scripts() {
    follows_the_first_window(Scripting::Off).await;
}

async fn follows_the_first_window(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    let url = mailcode.url("/");
    open(&browser, scripting, &url).await;
    let first = browser.window().await;
    let second = browser.open_window().await;
    open(&browser, scripting, &url).await;

    // Another window has asked for a code meanwhile: the other address takes its place.
    browser.show_window(&first).await;
    ask_for_code(&browser, "vistor@example.org").await;
    browser.show_window(&second).await;
    ask_for_code(&browser, ADDRESS).await;
    if scripting == Scripting::On {
        // As long as it asks for news, it follows by itself.
        browser.find("#status[data-final]").await;
    }
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;

    // The first window still asks for the code of the address before. A wrong one shows it which is meant now.
    browser.show_window(&first).await;
    browser.type_into("#code", wrong(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#error-summary").await;
    assert_eq!(browser.text("#code-email").await, ADDRESS);
    type_code(&browser, &code).await;

    // What is left in the second window leads on, and signs nobody up again.
    browser.show_window(&second).await;
    type_code(&browser, &code).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
}

#[tokio::test]
async fn going_back_and_loading_again_send_nothing() {
    goes_back(Scripting::On).await;
}

#[tokio::test]
async fn going_back_and_loading_again_send_nothing_without_scripts() {
    goes_back(Scripting::Off).await;
}

async fn goes_back(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    browser.open(&mailcode.url("/not-me")).await;
    browser.find("#not-me-form").await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.reload().await;
    browser.find("[data-step=code]").await;
    browser.back().await;
    if scripting == Scripting::On {
        // The address can be corrected. The code stays good if the same one is sent again.
        browser.find("[data-step=address]").await;
        browser.wait_for_path("/").await;
        assert_eq!(browser.value("#email").await, ADDRESS);
        browser.click("#address-form button.primary").await;
    }
    browser.wait_for_path("/code").await;
    browser.find("[data-step=code]").await;
    let mailbox = DevMailbox::new(&mailcode);
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    browser.back().await;
    browser.find("main[data-page=account]").await;
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}

#[tokio::test]
async fn an_impatient_finger_sends_one_mail() {
    presses_twice(Scripting::On).await;
}

/// As long as the wasm is on its way.
#[tokio::test]
async fn an_impatient_finger_sends_one_mail_before_the_page_comes_to_life() {
    presses_twice(Scripting::WasmBlocked).await;
}

async fn presses_twice(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    // The first script has run.
    until("the page to be loaded", async || (browser.run("return document.readyState").await == "complete").then_some(())).await;
    browser.type_into("#email", ADDRESS).await;
    browser.double_click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    let mailbox = DevMailbox::new(&mailcode);
    let code = mailbox.code(ADDRESS).await;
    until("the page to be loaded", async || (browser.run("return document.readyState").await == "complete").then_some(())).await;
    browser.type_into("#code", &code).await;
    browser.double_click("#code-form button.primary").await;
    browser.find("main[data-page=account]").await;
    assert!(!browser.shows("#error-summary").await);
    assert_eq!(mailbox.count(ADDRESS).await, 1);
}

/// The browser gives the first answer up for the second, which may be that a mail is under way already.
#[tokio::test]
async fn an_impatient_finger_sends_one_mail_without_scripts() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    browser.double_click("#address-form button.primary").await;
    let answer = browser.some_text("[data-step=code], #error-summary").await;
    assert!(answer.contains(ADDRESS) || answer.contains("A code was sent to this address a moment ago."), "{answer}");
    assert_eq!(DevMailbox::new(&mailcode).code(ADDRESS).await.len(), 6, "in one mail");
}

/// The code is typed where it was asked for. Elsewhere the site begins with the address, and says when another may be sent there.
#[tokio::test]
async fn another_device_begins_anew() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;

    let other = Browser::start(Scripting::Off).await;
    other.open(&mailcode.url("/code")).await;
    other.find("[data-step=address]").await;
    other.type_into("#email", ADDRESS).await;
    other.click("#address-form button").await;
    assert!(other.some_text("#error-summary").await.contains("You can ask for another in"));
    assert_eq!(other.value("#email").await, ADDRESS);
    // Nothing of the first is lost by it. Once it has an account, the other one need not wait.
    type_code(&browser, &code).await;
    ask_for_code(&other, ADDRESS).await;
    type_code(&other, &DevMailbox::new(&mailcode).newest(ADDRESS, 2).await.code()).await;
}
