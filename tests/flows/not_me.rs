//! A recipient got a code by mail that they did not ask for.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, Visitor, until};

#[tokio::test]
async fn the_reader_of_a_mail_reports_it_with_scripts() {
    reports_a_mail(Scripting::On).await;
}

#[tokio::test]
async fn the_reader_of_a_mail_reports_it_without_scripts() {
    reports_a_mail(Scripting::Off).await;
}

async fn reports_a_mail(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let stranger = Visitor::new(&mailcode);
    assert_eq!(stranger.submit("/api/request-code", &[("email", ADDRESS)]).await.path, "/code");
    let mail = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await;

    let reader = Browser::start(scripting).await;
    reader.open(&mailcode.url("/not-me")).await;
    reader.type_into("#token", "K7QM-2XRD-9FHT").await;
    reader.click("#not-me-form button").await;
    assert!(!reader.some_text("#token-error").await.is_empty());
    assert_eq!(reader.attribute("#token", "aria-invalid").await.as_deref(), Some("true"));
    assert_eq!(reader.value("#token").await, "", "the wrong token is not filled in again");
    reader.type_into("#token", &mail.token()).await;
    reader.click("#not-me-form button").await;
    reader.find("main[data-page=not-me-done]").await;
    reader.wait_for_path("/not-me").await;
    if scripting == Scripting::On {
        assert_eq!(reader.console_errors().await, Vec::<String>::new());
    }

    let page = stranger.submit("/api/verify-code", &[("code", &mail.code())]).await;
    assert_eq!(page.path, "/", "the code is void");
    assert!(page.text("#error-summary").contains("didn’t ask"), "{}", page.text("#error-summary"));
    assert!(page.text("title").starts_with("Error: Those codes no longer work"), "{}", page.text("title"));
    assert_eq!(page.texts("h1").collect::<Vec<_>>(), ["Those codes no longer work"]);
    assert!(!page.has("#email-error"), "no other spelling of the address would help");
    let answer = Visitor::new(&mailcode).call("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!((answer.status, &answer.body["Limited"]["limit"]), (429, &"Muted".into()));
    assert!(answer.retry_after.is_some_and(|seconds| (86_000..=86_400).contains(&seconds)), "{answer:?}");
    assert_eq!(DevMailbox::new(&mailcode).mails(ADDRESS).await.len(), 1);
}

#[tokio::test]
async fn a_waiting_visitor_learns_of_the_report_with_scripts() {
    learns_of_the_report(Scripting::On).await;
}

#[tokio::test]
async fn a_waiting_visitor_learns_of_the_report_without_scripts() {
    learns_of_the_report(Scripting::Off).await;
}

/// The visitor who waits for the code may have mistyped their own address.
async fn learns_of_the_report(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let mailbox = DevMailbox::new(&mailcode);
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let mail = mailbox.newest(ADDRESS, 1).await;
    let answer = Visitor::new(&mailcode).call("/api/not-me", &[("token", &mail.token())]).await;
    assert_eq!(answer.body, "Address");

    browser.type_into("#code", &mail.code()).await;
    browser.click("#code-form button").await;
    browser.find("[data-step=address]").await;
    let error = browser.some_text("#error-summary").await;
    assert!(error.contains("didn’t ask"), "{error}");
    assert_eq!(browser.text("h1").await, "Those codes no longer work");
    assert!(!browser.shows("#email-error").await);
    assert_eq!(browser.value("#email").await, ADDRESS, "the address can be corrected");
    browser.wait_for_path("/").await;

    browser.open(&mailcode.url("/code")).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    assert!(browser.some_text("#error-summary").await.contains("didn’t ask"), "the message stays while the address is muted");
    browser.click("#address-form button").await;
    until("the page about the muted address", async || {
        browser.text("#error-summary").await.contains("We can’t send codes to this address").then_some(())
    })
    .await;
    ask_for_code(&browser, "me@example.org").await;
    type_code(&browser, &mailbox.code("me@example.org").await).await;
}
