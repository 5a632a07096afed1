//! In every state, the pages have no barrier that axe-core finds, in light and dark, on a narrow screen and in large text; and they respect
//! the visitor's preferences.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open, type_code, wrong_code, wrong_codes};
use e2e::{Browser, DevMailbox, Engine, HostileRelay, Mailcode, Moment, Script, Scripting, Visitor, axe_violations, until};

const TAB: &str = "\u{e004}";

/// Asserts that the page shown has no barrier and does not scroll sideways.
async fn assert_no_barrier(browser: &Browser, state: &str) {
    for scheme in ["light", "dark"] {
        browser.prefer("prefers-color-scheme", scheme).await;
        assert_eq!(axe_violations(browser).await, Vec::<String>::new(), "{state}, {scheme}");
    }
    // WCAG 2.2, 1.4.10: a viewport of 320 pixels is as wide as 1280 at 400 %. 1.4.4: text of twice its size.
    for size in ["100%", "200%"] {
        browser.run(&format!("document.documentElement.style.fontSize = '{size}'")).await;
        let overflow = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
        assert_eq!(overflow, 0, "{state}: it has to be scrolled sideways at {size}");
    }
    browser.run("document.documentElement.style.fontSize = ''").await;
}

#[tokio::test]
async fn no_state_of_the_sign_up_has_a_barrier() {
    the_sign_up_has_no_barrier(Engine::Chromium).await;
}

pub(crate) async fn the_sign_up_has_no_barrier(engine: Engine) {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "1h")]).await;
    let browser = Browser::start_in(engine, Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_no_barrier(&browser, "address").await;
    browser.type_into("#email", &format!("me@gmial.com{TAB}")).await;
    browser.find("#email-suggestion button").await;
    assert_no_barrier(&browser, "address with a suggestion").await;
    browser.type_into("#email", "me").await;
    browser.click("#address-form button.primary").await;
    browser.find("#email-error").await;
    assert_no_barrier(&browser, "address with an error").await;

    ask_for_code(&browser, ADDRESS).await;
    assert_no_barrier(&browser, "code").await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    assert_no_barrier(&browser, "code with an error").await;
    type_code(&browser, &code).await;
    assert_no_barrier(&browser, "account").await;
    browser.click("#delete summary").await;
    assert_no_barrier(&browser, "account, about to be deleted").await;

    open(&browser, Scripting::On, &mailcode.url("/account/email")).await;
    assert_no_barrier(&browser, "new address").await;
    browser.type_into("#email", "me").await;
    browser.click("#address-form button.primary").await;
    browser.find("#email-error").await;
    assert_no_barrier(&browser, "new address with an error").await;
    browser.type_into("#email", "new@example.org").await;
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    assert_no_barrier(&browser, "code for the new address").await;
    let code = DevMailbox::new(&mailcode).code("new@example.org").await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    assert_no_barrier(&browser, "code for the new address with an error").await;
    browser.type_into("#code", &code).await;
    browser.click_and_load("#code-form button").await;
    browser.find("#account-done").await;
    assert_no_barrier(&browser, "account with its new address").await;

    browser.click_and_load("form[action='/api/sign-out'] button").await;
    browser.find("#told").await;
    assert_no_barrier(&browser, "signed out").await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, "spent@example.org").await;
    let code = DevMailbox::new(&mailcode).code("spent@example.org").await;
    for (left, wrong) in (0..5).rev().zip(wrong_codes(&code)) {
        browser.type_into("#code", wrong).await;
        browser.click("#code-form button").await;
        if left > 0 {
            until(format!("an error with {left} tries left"), async || {
                browser.text("#code-error").await.contains(&left.to_string()).then_some(())
            })
            .await;
        }
    }
    browser.find("#resend-form .primary").await;
    assert_no_barrier(&browser, "tries spent").await;
}

#[tokio::test]
async fn no_state_of_the_mail_has_a_barrier() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, "me@gmial.com").await;
    browser.find("#status[data-final]").await;
    browser.find("#meant-form").await;
    browser.find("#resend-offer").await;
    assert_no_barrier(&browser, "code with a suggestion").await;
    browser.type_into("#code", "1234567").await;
    browser.wait_until_gone(".boxes").await;
    assert_no_barrier(&browser, "code that does not fit").await;
    relay.play(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n")).await;
    browser.click("#resend-form button").await;
    browser.find("#status.trouble[data-final]").await;
    assert_no_barrier(&browser, "another mail that failed").await;
    browser.click("#change-form button").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find(".recovery #error-summary:focus").await;
    assert_no_barrier(&browser, "failed mail").await;
}

#[tokio::test]
async fn no_refusal_has_a_barrier() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0"), ("MAILS_PER_ADDRESS", "1/1h")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.click("#resend-form button").await;
    browser.find("#error-summary").await;
    assert_no_barrier(&browser, "code with a limit").await;

    let mailcode = Mailcode::start().await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let token = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await.token();
    Visitor::new(&mailcode).submit("/api/not-me", &[("token", &token)]).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    assert_eq!(browser.text("#error-summary.problem h1").await, "Those codes no longer work");
    assert_no_barrier(&browser, "disowned codes").await;
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    until("the page about the muted address", async || (browser.text("h1").await == "We can’t send codes to this address").then_some(()))
        .await;
    assert_no_barrier(&browser, "muted address").await;
}

#[tokio::test]
async fn no_other_page_has_a_barrier() {
    let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "1s")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.resize(320, 640).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find(".recovery #error-summary:focus").await;
    assert_no_barrier(&browser, "expired code").await;
    for path in ["/not-me", "/no-such-page", "/dev/mailbox"] {
        browser.open(&mailcode.url(path)).await;
        browser.find("main h1").await;
        assert_no_barrier(&browser, path).await;
    }
    browser.open(&mailcode.url("/not-me")).await;
    browser.type_into("#token", "nonsense").await;
    browser.click("#not-me-form button").await;
    browser.find("#token-error").await;
    assert_no_barrier(&browser, "not me with an error").await;
    let token = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await.token();
    browser.type_into("#token", &token).await;
    browser.click("#not-me-form button").await;
    browser.find("main[data-page=not-me-done]").await;
    assert_no_barrier(&browser, "not me, done").await;
    // The response with status 405 is a page.
    browser.open(&mailcode.url("/api/verify-code")).await;
    browser.find("main[data-page=notice]").await;
    assert_no_barrier(&browser, "405").await;
    browser.open(&mailcode.url("/")).await;
    browser.click("#language summary").await;
    assert_no_barrier(&browser, "the languages").await;
    browser.click("#language button[value=ar]").await;
    browser.find("html[dir=rtl]").await;
    assert_no_barrier(&browser, "Arabic").await;
}

/// The pages respect the preferences that a visitor has set in the system.
#[tokio::test]
async fn the_systems_preferences_are_respected() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let of = async |css: &str, property: &str| {
        browser.run(&format!("return getComputedStyle(document.querySelector('{css}')).{property}")).await.as_str().unwrap().to_owned()
    };
    // Indicators of progress spin, but not for visitors who prefer reduced motion.
    browser.find("#status[data-final] .live").await;
    browser.prefer("prefers-reduced-motion", "no-preference").await;
    browser
        .run("document.querySelector('#code-form button').dataset.busy = ''; delete document.querySelector('#status').dataset.final")
        .await;
    let turning = "return [['#code-form button', '::before'], ['#status .live', '::after']] \
                   .map(([one, part]) => getComputedStyle(document.querySelector(one), part).animationName).join()";
    assert_eq!(browser.run(turning).await, "turn,turn");
    browser.prefer("prefers-reduced-motion", "reduce").await;
    assert_eq!(browser.run(turning).await, "none,none");
    let moving = "return [...document.querySelectorAll('*')].filter(one => { const { transitionDuration, animationName } = \
                  getComputedStyle(one); return transitionDuration !== '0s' || animationName !== 'none' }).length";
    assert_eq!(browser.run(moving).await, 0);
    let usual = of(".hint", "color").await;
    browser.prefer("prefers-contrast", "more").await;
    assert_eq!(of(".hint", "color").await, of("body", "color").await);
    assert_ne!(of(".hint", "color").await, usual);
    // With forced colours, the boxes are still visible, in the system's colours.
    browser.prefer("forced-colors", "active").await;
    assert_eq!(of(".boxes i", "borderTopStyle").await, "solid");
    assert_ne!(of(".boxes i", "borderTopColor").await, of("#code", "backgroundColor").await);
}
