//! The page shows the state of the mail as it becomes known, with scripts and after a reload.

use crate::support::relay::Relay;
use crate::support::steps::{ask_for_code, open};
use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Script, Scripting, Visitor, until};

const ADDRESS: &str = "visitor@gmail.com";

#[tokio::test]
async fn the_state_of_the_mail_updates_by_itself() {
    let relay = HostileRelay::start(Script::Greylists(450)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.run("window.stillTheSamePage = true").await;
    ask_for_code(&browser, ADDRESS).await;
    until("the status of a failed first attempt", async || browser.some_text("#status").await.contains("We’ll keep trying").then_some(()))
        .await;
    assert!(!browser.shows("#webmail").await && !browser.shows("#status[data-final]").await);
    assert!(!browser.shows("#resend-offer").await && !browser.shows("#code-hint .live").await, "nothing has arrived yet");
    // The visitor types half a code before the state changes.
    browser.type_into("#code", "123").await;

    browser.find("#status[data-final]").await;
    assert!(browser.some_text("#status").await.contains("Sent at "));
    assert!(browser.some_text("#webmail").await.contains("Gmail"));
    assert_eq!(browser.value("#code").await, "123");
    assert_eq!(browser.run("return window.stillTheSamePage === true && document.activeElement.id === 'code'").await, true);
}

#[tokio::test]
async fn without_scripts_the_state_of_the_mail_updates_by_a_reload() {
    let relay = HostileRelay::start(Script::Greylists(450)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    until("the status of a failed first attempt", async || {
        browser.reload().await;
        browser.some_text("#status").await.contains("We’ll keep trying").then_some(())
    })
    .await;
    until("the status of a sent mail", async || {
        browser.reload().await;
        browser.shows("#status[data-final]").await.then_some(())
    })
    .await;
    let status = browser.some_text("#status").await;
    assert!(status.contains("Sent at ") && status.contains(" UTC"), "{status}");
    assert!(browser.some_text("#webmail").await.contains("Gmail"));
}

/// Mails that are shown already stay unchanged.
#[tokio::test]
async fn the_development_mailbox_shows_new_mails_by_itself() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(&mailcode.url("/dev/mailbox")).await;
    assert!(browser.some_text("#no-mails").await.starts_with("No email yet"));
    browser.run("window.stillTheSamePage = true").await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    assert_eq!(browser.text("#mails .code-line .digits").await, code);
    assert_eq!(browser.attribute("#mails button[data-copy]", "data-copy").await.as_deref(), Some(code.as_str()));
    assert!(!browser.shows("#no-mails").await);
    let time = browser.text("#mails time").await;
    assert!(!time.contains('T') && !time.ends_with('Z'), "in local time: {time}");
    let news = browser.run("return document.querySelector('#mails-news[role=status]').textContent").await;
    assert!(news.as_str().is_some_and(|news| news.starts_with("New: ")), "{news}");
    browser.click("#mails button[data-copy]").await;
    until("the button to say that the code was copied", async || {
        browser.text("#mails button[data-copy]").await.starts_with("Copied").then_some(())
    })
    .await;

    browser.run("document.querySelector('#mails li').dataset.mark = ''").await;
    Visitor::new(&mailcode).submit("/api/request-code", &[("email", "other@example.org")]).await;
    browser.find("#mails li:not([data-mark]) + li[data-mark]").await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, true);
}

#[tokio::test]
async fn the_development_mailbox_shows_codes_without_scripts() {
    let mailcode = Mailcode::start().await;
    Visitor::new(&mailcode).submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let browser = Browser::start(Scripting::Off).await;
    browser.open(&mailcode.url("/dev/mailbox")).await;
    assert_eq!(browser.text("#mails .code-line .digits").await, code);
    assert!(!browser.shows("button[data-copy]").await, "without scripts there is no button to copy");
}
