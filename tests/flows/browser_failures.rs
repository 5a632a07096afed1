//! What a visitor sees when the server does not respond, or when a mail could not be sent.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open};
use e2e::{Browser, HostileRelay, Mailcode, Moment, Script, Scripting, until};

#[tokio::test]
async fn a_typed_address_outlives_an_unreachable_server() {
    let mut mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    mailcode.kill();
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button").await;
    assert!(browser.some_text("#error-summary:focus").await.contains("We couldn’t reach the server"));
    assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Error: Sign up or sign in"));
    assert_eq!(browser.value("#email").await, ADDRESS);

    mailcode.restart().await;
    browser.click("#address-form button").await;
    browser.find("[data-step=code]").await;
}

const NO_MAILBOX: Script = Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n");
const FULL: Script = Script::Says(Moment::Recipient, "552 5.2.2 mailbox full\r\n");

#[tokio::test]
async fn a_refused_address_can_be_replaced_with_scripts() {
    replaces_a_refused_address(Scripting::On).await;
}

#[tokio::test]
async fn a_refused_address_can_be_replaced_without_scripts() {
    replaces_a_refused_address(Scripting::Off).await;
}

/// The failure replaces the form as soon as it is known, and stays after a reload. The visitor does not wait for it.
async fn replaces_a_refused_address(scripting: Scripting) {
    let relay = HostileRelay::start(NO_MAILBOX).await;
    let (_mailcode, browser) = refused_by(&relay, scripting).await;
    shows_recovery(&browser, "doesn’t exist", ["#change-form", "#resend-form"]).await;
    browser.reload().await;
    shows_recovery(&browser, "doesn’t exist", ["#change-form", "#resend-form"]).await;
    if scripting == Scripting::On {
        browser.find("leptos-island[data-hydrated]").await;
        shows_recovery(&browser, "doesn’t exist", ["#change-form", "#resend-form"]).await;
        assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Error: We couldn’t send the code"));
    }
    browser.click("button.primary").await;
    browser.find("[data-step=address]").await;
    browser.wait_for_path("/").await;
    assert_eq!(browser.value("#email").await, ADDRESS, "it is there to be corrected");
    assert!(!browser.shows("#error-summary").await);
}

#[tokio::test]
async fn a_failed_mail_can_be_requested_again_with_scripts() {
    requests_a_failed_mail_again(Scripting::On).await;
}

#[tokio::test]
async fn a_failed_mail_can_be_requested_again_without_scripts() {
    requests_a_failed_mail_again(Scripting::Off).await;
}

async fn requests_a_failed_mail_again(scripting: Scripting) {
    let relay = HostileRelay::start(FULL).await;
    let (_mailcode, browser) = refused_by(&relay, scripting).await;
    shows_recovery(&browser, "is full", ["#resend-form", "#change-form"]).await;
    relay.play(Script::WellBehaved).await;
    browser.click("button.primary").await;
    browser.find("#code:focus").await;
    assert!(!browser.shows(".recovery").await && !browser.shows("#error-summary").await);
    assert_eq!(browser.text("#code-email").await, ADDRESS);
}

/// Starts a server with this relay and a browser in which a mail was refused.
async fn refused_by(relay: &HostileRelay, scripting: Scripting) -> (Mailcode, Browser) {
    let mailcode = Relay::hostile(relay).mailcode_with(&[("RESEND_AFTER", "1h")]).await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    wait_for_refusal(&browser, scripting).await;
    (mailcode, browser)
}

/// With scripts, the page shows the refusal by itself; without, it is reloaded.
async fn wait_for_refusal(browser: &Browser, scripting: Scripting) {
    if scripting == Scripting::Off {
        until("the page about the refused mail", async || {
            browser.reload().await;
            browser.find("[data-step=code]").await;
            browser.shows(".recovery").await.then_some(())
        })
        .await;
    }
}

/// The failure is the heading and has the focus, there is no field for a code, and the likelier of two buttons is the primary one.
async fn shows_recovery(browser: &Browser, reason: &str, [likelier, other]: [&str; 2]) {
    assert_eq!(browser.text(".recovery #error-summary.problem[role=alert]:focus h1").await, "We couldn’t send the code");
    let said = browser.text("#error-summary p").await;
    assert!(said.contains(reason), "{said}");
    for gone in ["#code", "#code-form", "#status", "#resend-countdown", "button:disabled"] {
        assert!(!browser.shows(&format!("main {gone}")).await, "{gone}");
    }
    assert_eq!(browser.text("#code-email").await, ADDRESS);
    for (form, class) in [(likelier, "primary"), (other, "link")] {
        let label = if form == "#change-form" { "Use a different email" } else { "Try again" };
        assert_eq!(browser.text(&format!("{form} button.{class}")).await, label);
    }
}
