//! The whole flow in a browser, with scripts, without scripts, and without the wasm file.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code, wrong_code};
use e2e::{Browser, DevMailbox, Engine, Mailcode, Scripting};

#[tokio::test]
async fn a_visitor_signs_up_with_scripts() {
    signs_up(Engine::Chromium, Scripting::On).await;
}

#[tokio::test]
async fn a_visitor_signs_up_without_scripts() {
    signs_up(Engine::Chromium, Scripting::Off).await;
}

#[tokio::test]
async fn a_visitor_signs_up_with_wasm_blocked() {
    signs_up(Engine::Chromium, Scripting::WasmBlocked).await;
}

pub(crate) async fn signs_up(engine: Engine, scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    assert!(browser.text("[data-step=code]").await.contains(ADDRESS), "the code step says where the mail went");
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);

    browser.click("#sign-out-form button").await;
    browser.find("[data-step=address]").await;
    browser.wait_for_path("/").await;
    if scripting == Scripting::On {
        assert_eq!(browser.console_errors().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn wrong_input_is_refused_with_scripts() {
    refuses_wrong_input(Engine::Chromium, Scripting::On).await;
}

#[tokio::test]
async fn wrong_input_is_refused_without_scripts() {
    refuses_wrong_input(Engine::Chromium, Scripting::Off).await;
}

#[tokio::test]
async fn wrong_input_is_refused_with_wasm_blocked() {
    refuses_wrong_input(Engine::Chromium, Scripting::WasmBlocked).await;
}

pub(crate) async fn refuses_wrong_input(engine: Engine, scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    // The browser accepts this address for `type=email`, so that the server refuses it.
    browser.type_into("#email", "visitor@localhost").await;
    browser.click("#address-form button").await;
    browser.some_text("#email-error").await;
    assert_eq!(browser.attribute("#email", "aria-invalid").await.as_deref(), Some("true"));
    assert_eq!(browser.value("#email").await, "visitor@localhost", "what was typed is still there");
    assert_error_shown(&browser, scripting, "email").await;
    assert_eq!(browser.attribute("#email", "aria-describedby").await.as_deref(), Some("email-error"));
    if scripting == Scripting::On {
        browser.press("#email", "v").await;
        assert_eq!(browser.value("#email").await, "v", "typing replaces the selection");
    }

    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    let error = browser.some_text("#code-error").await;
    assert!(error.contains('4'), "four tries are left: {error}");
    assert_eq!(browser.attribute("#code", "aria-invalid").await.as_deref(), Some("true"));
    assert_error_shown(&browser, scripting, "code").await;
    type_code(&browser, &code).await;
}

/// The error of a field is shown at the field. If it came with the page, it is shown above the form too, with a link to the field.
async fn assert_error_shown(browser: &Browser, scripting: Scripting, field: &str) {
    browser.find(&format!("[role=alert] #{field}-error")).await;
    if scripting == Scripting::On {
        browser.find(&format!("#{field}:focus")).await;
        assert!(!browser.shows("#error-summary").await, "the error is shown once");
    } else {
        let above = browser.text(&format!("#error-summary:focus a[href='#{field}']")).await;
        assert_eq!(above, browser.text(&format!("#{field}-error")).await);
    }
}

#[tokio::test]
async fn a_visitor_deletes_the_account_and_signs_up_again() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    let mailbox = DevMailbox::new(&mailcode);
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &mailbox.newest(ADDRESS, 1).await.code()).await;

    browser.click("#delete summary").await;
    browser.click("#delete-form button").await;
    browser.find("[data-step=address]").await;
    browser.open(&mailcode.url("/account")).await;
    browser.find("[data-step=address]").await;
    let notice = mailbox.newest(ADDRESS, 2).await;
    assert!(notice.header("Subject").is_some_and(|subject| subject.ends_with("account was deleted")), "{}", notice.headers);

    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &mailbox.newest(ADDRESS, 3).await.code()).await;
    assert_eq!(browser.text("#account-email").await, ADDRESS);
}
