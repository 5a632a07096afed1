//! What becomes of the mail is told as it becomes known, with script and on a reload.

use crate::steps::{Relay, ask_for_code, open};
use e2e::{Browser, HostileRelay, Script, Scripting, until};

const ADDRESS: &str = "visitor@gmail.com";

#[tokio::test]
async fn the_news_of_the_mail_come_by_themselves() {
    let relay = HostileRelay::start(Script::Greylists(450)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.run("window.stillTheSamePage = true").await;
    ask_for_code(&browser, ADDRESS).await;
    until("the first try to fail", async || browser.some_text("#status").await.contains("We go on trying").then_some(())).await;
    assert!(!browser.shows("#webmail").await && !browser.shows("#status[data-final]").await);
    // Half a code is typed meanwhile.
    browser.type_into("#code", "123").await;

    browser.find("#status[data-final]").await;
    assert!(browser.some_text("#status").await.contains("was sent at "));
    assert!(browser.some_text("#webmail").await.contains("Gmail"));
    assert_eq!(browser.value("#code").await, "123");
    assert_eq!(browser.run("return window.stillTheSamePage === true && document.activeElement.id === 'code'").await, true);
}

#[tokio::test]
async fn without_scripts_the_news_come_with_a_reload() {
    let relay = HostileRelay::start(Script::Greylists(450)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[]).await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    until("the first try to fail", async || {
        browser.reload().await;
        browser.some_text("#status").await.contains("We go on trying").then_some(())
    })
    .await;
    until("the mail to be sent", async || {
        browser.reload().await;
        browser.shows("#status[data-final]").await.then_some(())
    })
    .await;
    let status = browser.some_text("#status").await;
    assert!(status.contains("was sent at ") && status.contains(" UTC"), "{status}");
    assert!(browser.some_text("#webmail").await.contains("Gmail"));
}
