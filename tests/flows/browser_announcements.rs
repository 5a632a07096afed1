//! Announcements to visitors who do not see the page: in live regions that existed before (WCAG 2.2, 4.1.3), and not during a request.

use crate::support::steps::{ADDRESS, ask_for_code, open};
use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Moment, Script, Scripting, until};
use serde_json::Value;

/// Records what every live region announces from now on, whether it is still the original element, and whether a button was busy.
const LISTEN: &str = "
    window.announced = [];
    window.regions = new Map([...document.querySelectorAll('[role=status]')].map(region => [region.id, region]));
    new MutationObserver(changes => {
        const busy = document.querySelector('[aria-disabled]') !== null;
        for (const id of new Set(changes.map(({ target }) => (target.parentElement?.closest('[role=status]') ?? target.closest?.('[role=status]'))?.id))) {
            const region = id && document.getElementById(id);
            if (region?.textContent) announced.push([id, region.textContent, region === regions.get(id), busy]);
        }
    }).observe(document, { childList: true, characterData: true, subtree: true })";

async fn announcements(browser: &Browser, region: &str) -> Vec<Value> {
    let announced = browser.run("return announced").await;
    announced.as_array().unwrap().iter().filter(|one| one[0] == region).cloned().collect()
}

/// Announcements appear in live regions that existed before.
#[tokio::test]
async fn the_live_regions_exist_before_their_announcements() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    for region in ["#email-suggestion", "#proving"] {
        assert_eq!(browser.run(&format!("return document.querySelector('{region}[role=status]').textContent")).await, "", "{region}");
    }
    ask_for_code(&browser, ADDRESS).await;
    for region in ["#status[role=status]", "#resend-news[role=status]"] {
        browser.find(region).await;
    }
}

#[tokio::test]
async fn another_code_is_announced_in_a_region_that_existed_before() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "1s")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    browser.find("#resend-form button").await;
    browser.run(LISTEN).await;
    browser.click("#resend-form button").await;
    DevMailbox::new(&mailcode).newest(ADDRESS, 2).await;
    let sent = format!("We sent another code to {ADDRESS}.");
    until("the announcement of another code", async || {
        announcements(&browser, "resend-news").await.iter().any(|one| one[1] == *sent).then_some(())
    })
    .await;
    let all = browser.run("return announced").await;
    for one in all.as_array().unwrap() {
        assert_eq!((&one[2], &one[3]), (&true.into(), &false.into()), "{all}");
    }
}

/// During a request, only the text of its button changes; no live region announces anything.
#[tokio::test]
async fn no_live_region_announces_anything_during_a_request() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    browser.run(LISTEN).await;
    browser.network(e2e::Network::Slow).await;
    let busy = browser
        .run(
            "const button = document.querySelector('#resend-form button'); button.click(); \
             return new Promise(resolve => setTimeout(() => resolve([button.textContent, button.getAttribute('aria-disabled'), document.activeElement?.id]), 100))",
        )
        .await;
    assert_eq!((&busy[0], &busy[1]), (&"Sending the code…".into(), &"true".into()));
    assert_eq!(browser.run("return announced").await, Value::Array(Vec::new()));
    until("the response to the request", async || {
        (browser.run("return document.querySelector('[aria-disabled]') === null").await == true).then_some(())
    })
    .await;
}

/// When the mail fails while the form is shown, the ways to continue replace the form and get the focus. The visitor does not wait for it.
#[tokio::test]
async fn a_later_failure_is_announced_and_replaces_the_form() {
    let relay = HostileRelay::start(Script::TarpitAt(Moment::Recipient)).await;
    let mailcode = crate::support::relay::Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    assert!(browser.some_text("#status").await.contains("Sending"));
    // No page may ask for a code, or offer another, before the mail was sent.
    browser.find("leptos-island[data-hydrated]").await;
    for early in ["#resend-countdown", "#resend-offer", "#code-hint .live"] {
        assert!(!browser.shows(early).await, "{early}");
    }
    browser.type_into("#code", "12").await;
    relay.play(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n")).await;
    browser.find(".recovery [role=alert]#error-summary:focus").await;
    let text = browser.text("#error-summary").await;
    assert!(text.starts_with("We couldn’t send the code") && text.contains("doesn’t exist"), "{text}");
    assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Error: We couldn’t send the code"));
    assert!(!browser.shows("#code").await && !browser.shows("#status").await && !browser.shows("#resend-countdown").await);
    assert_eq!(browser.text("button.primary").await, "Use a different email");
    assert!(!browser.shows("#resend-form button:disabled").await);
    browser.click("button.primary").await;
    browser.find("#address-form").await;
    assert_eq!(browser.value("#email").await, ADDRESS, "it is there to be corrected");
}

/// The end of the wait is announced also while the page polls for the state of the mail.
#[tokio::test]
async fn the_end_of_the_wait_is_announced_while_the_mail_is_being_sent() {
    let relay = HostileRelay::start(Script::TarpitAt(Moment::Recipient)).await;
    let mailcode = crate::support::relay::Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "3s")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let news = "return document.querySelector('#resend-news').textContent";
    until("the announcement that the code can be resent", async || {
        (browser.run(news).await == "You can resend the code now.").then_some(())
    })
    .await;
    assert!(browser.text("#status").await.contains("Sending"));
}
