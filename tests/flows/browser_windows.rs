//! A second window of the same browser, and another device.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code, wrong_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting};

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

    // Another window has asked for a code meanwhile: the new address replaces the first.
    browser.show_window(&first).await;
    ask_for_code(&browser, "vistor@example.org").await;
    browser.show_window(&second).await;
    ask_for_code(&browser, ADDRESS).await;
    if scripting == Scripting::On {
        // While it polls for the state of the mail, the page follows by itself.
        browser.find("#status[data-final]").await;
    }
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;

    // The first window still asks for the code of the earlier address. A wrong code makes it show the current one.
    browser.show_window(&first).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    assert_eq!(browser.text("#code-email").await, ADDRESS);
    type_code(&browser, &code).await;

    // A form left in the second window redirects to the account, and does not sign up again.
    browser.show_window(&second).await;
    type_code(&browser, &code).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
}

/// The code must be typed in the browser that asked for it. On another device, the site begins with the address and says when another mail
/// may be sent.
#[tokio::test]
async fn another_device_starts_over() {
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
    // The other device does not affect the first. Once the address has an account, the other device need not wait.
    type_code(&browser, &code).await;
    ask_for_code(&other, ADDRESS).await;
    type_code(&other, &DevMailbox::new(&mailcode).newest(ADDRESS, 2).await.code()).await;
}
