//! Unusual circumstances: two windows, a slow network, no network, the back button, another device.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code, wrong_code};
use e2e::{Browser, DevMailbox, Engine, Mailcode, Network, Scripting, until};

/// The viewport of a telephone.
const TELEPHONE: (u32, u32) = (360, 640);

#[tokio::test]
async fn signs_up_on_a_telephone_over_a_slow_network() {
    signs_up_slowly(Scripting::On).await;
}

#[tokio::test]
async fn signs_up_on_a_telephone_over_a_slow_network_without_scripts() {
    signs_up_slowly(Scripting::Off).await;
}

/// The forms are used as soon as they are shown, whatever else has loaded by then.
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
async fn a_typed_code_outlives_a_lost_network() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.network(Network::None).await;
    browser.type_into("#code", &code).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("We couldn’t reach the server"));
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

#[tokio::test]
async fn an_expired_code_can_be_replaced_by_a_new_one() {
    replaces_an_expired_code(Scripting::On).await;
}

#[tokio::test]
async fn an_expired_code_can_be_replaced_by_a_new_one_without_scripts() {
    replaces_an_expired_code(Scripting::Off).await;
}

/// With scripts, the expiry is shown without a press, even if half a code has been typed.
async fn replaces_an_expired_code(scripting: Scripting) {
    for wait in ["1h", "0"] {
        let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "3s"), ("RESEND_AFTER", wait)]).await;
        let browser = Browser::start(scripting).await;
        open(&browser, scripting, &mailcode.url("/")).await;
        ask_for_code(&browser, ADDRESS).await;
        if scripting == Scripting::On {
            browser.run("window.stillTheSamePage = true; document.querySelector('#code')?.focus()").await;
            browser.keys("12").await;
        } else {
            until("the code to expire", async || {
                browser.reload().await;
                browser.find("[data-step=code]").await;
                browser.shows(".way-out").await.then_some(())
            })
            .await;
        }
        assert_eq!(browser.text(".way-out #error-summary.problem:focus h1").await, "Your code has expired");
        assert!(!browser.shows("#code").await && !browser.shows("#status").await && !browser.shows("#code-error").await);
        assert_eq!(browser.text("#resend-form button.primary").await, "Send a new code");
        assert_eq!(browser.text("#change-form button.link").await, "Use a different email");
        if scripting == Scripting::On {
            let title = browser.run("return stillTheSamePage && document.title").await;
            assert!(title.as_str().is_some_and(|title| title.starts_with("Error: Your code has expired")), "{title}");
        }
        let is_early = wait != "0";
        assert_eq!(browser.shows("#resend-form button:disabled").await, is_early && scripting == Scripting::On, "{wait}");
        assert_eq!(browser.shows("#resend-countdown").await, is_early, "{wait}");
        if is_early {
            assert!(browser.text("#resend-countdown").await.starts_with("You can do this in "));
        } else {
            browser.click("#resend-form button").await;
            DevMailbox::new(&mailcode).newest(ADDRESS, 2).await;
        }
    }
}
