//! What is said to those who do not see the page: in regions that are there before (WCAG 2.2, 4.1.3), and not while a request is
//! under way.

use crate::steps::{ADDRESS, ask_for_code, open};
use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Moment, Script, Scripting, until};
use serde_json::Value;

/// Notes what every live region says from now on, whether it is the region that was there at first, and whether a button was busy.
const LISTEN: &str = "
    window.said = [];
    window.regions = new Map([...document.querySelectorAll('[role=status]')].map(region => [region.id, region]));
    new MutationObserver(changes => {
        const busy = document.querySelector('[aria-disabled]') !== null;
        for (const id of new Set(changes.map(({ target }) => (target.parentElement?.closest('[role=status]') ?? target.closest?.('[role=status]'))?.id))) {
            const region = id && document.getElementById(id);
            if (region?.textContent) said.push([id, region.textContent, region === regions.get(id), busy]);
        }
    }).observe(document, { childList: true, characterData: true, subtree: true })";

async fn said(browser: &Browser, region: &str) -> Vec<Value> {
    let said = browser.run("return said").await;
    said.as_array().unwrap().iter().filter(|one| one[0] == region).cloned().collect()
}

#[tokio::test]
async fn another_code_is_announced_in_a_region_that_was_there() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "1s")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    until("the button to open", async || (!browser.shows("#resend-form button:disabled").await).then_some(())).await;
    browser.run(LISTEN).await;
    browser.click("#resend-form button").await;
    DevMailbox::new(&mailcode).newest(ADDRESS, 2).await;
    let sent = format!("We sent another code to {ADDRESS}.");
    until("the news", async || said(&browser, "resend-news").await.iter().any(|one| one[1] == *sent).then_some(())).await;
    let all = browser.run("return said").await;
    for one in all.as_array().unwrap() {
        assert_eq!((&one[2], &one[3]), (&true.into(), &false.into()), "{all}");
    }
}

/// A relay that is silent keeps the request of nobody, and the button alone says that it is under way.
#[tokio::test]
async fn nothing_but_the_button_speaks_while_a_request_is_under_way() {
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
             return new Promise(told => setTimeout(() => told([button.textContent, button.getAttribute('aria-disabled'), document.activeElement?.id]), 100))",
        )
        .await;
    assert_eq!((&busy[0], &busy[1]), (&"Sending the code…".into(), &"true".into()));
    assert_eq!(browser.run("return said").await, Value::Array(Vec::new()));
    until("the answer", async || (browser.run("return document.querySelector('[aria-disabled]') === null").await == true).then_some(()))
        .await;
}

/// The mail fails while the form is shown: the form stays, the region and the place at the button say so, and nobody waits.
#[tokio::test]
async fn a_failure_that_comes_later_is_said_where_it_can_be_mended() {
    let relay = HostileRelay::start(Script::TarpitAt(Moment::Recipient)).await;
    let mailcode = crate::steps::Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    assert!(browser.some_text("#status").await.contains("on its way"));
    browser.find("#resend-form button:disabled").await;
    browser.type_into("#code", "12").await;
    browser.run(LISTEN).await;
    relay.play(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n")).await;
    until("the failure", async || browser.text("#status").await.contains("does not exist").then_some(())).await;
    assert_eq!(browser.text("#resend-failed").await, "The last mail was not sent.");
    assert!(!browser.shows("#resend-form button:disabled").await && !browser.shows("#resend-countdown").await);
    assert_eq!(browser.value("#code").await, "12");
    let news = said(&browser, "status").await;
    assert!(!news.is_empty() && news.iter().all(|one| one[2] == true), "{news:?}");
    let button = said(&browser, "resend-news").await;
    assert_eq!(button.last().map(|one| &one[1]), Some(&"You can send another code now.".into()), "{button:?}");
}

/// Also while it is being asked what becomes of the mail.
#[tokio::test]
async fn the_end_of_the_wait_is_announced_while_the_mail_is_on_its_way() {
    let relay = HostileRelay::start(Script::TarpitAt(Moment::Recipient)).await;
    let mailcode = crate::steps::Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "3s")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let news = "return document.querySelector('#resend-news').textContent";
    until("the end of the wait", async || (browser.run(news).await == "You can send another code now.").then_some(())).await;
    assert!(browser.text("#status").await.contains("on its way"));
}
