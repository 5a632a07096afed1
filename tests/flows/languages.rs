//! The languages of pages and mails, and an operator's own texts.

use crate::support::steps::{ADDRESS, ask_for_code, choose_language, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, until};
use std::fs;

#[tokio::test]
async fn a_visitor_signs_up_in_arabic_with_scripts() {
    signs_up_in_arabic(Scripting::On).await;
}

#[tokio::test]
async fn a_visitor_signs_up_in_arabic_without_scripts() {
    signs_up_in_arabic(Scripting::Off).await;
}

async fn signs_up_in_arabic(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    // The text in the field is kept, and no form is sent for it.
    browser.type_into("#email", "ada@exam").await;
    choose_language(&browser, scripting, "ar").await;
    browser.find("html[lang=ar][dir=rtl] #address-form").await;
    wait_for_value(&browser, "#email", "ada@exam").await;
    assert!(!browser.shows("#error-summary").await && !browser.shows("#email-error").await);
    browser.wait_for_path("/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("html[lang=ar] #status").await;
    let mail = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await;
    assert_eq!(mail.header("Content-Language").as_deref(), Some("ar"));
    type_code(&browser, &mail.code()).await;
}

/// Waits until the field has this value.
async fn wait_for_value(browser: &Browser, field: &str, text: &str) {
    until(format!("the value {text:?} in {field}"), async || (browser.value(field).await == text).then_some(())).await;
}

/// The code is kept whether or not the form has been replaced since the page was loaded.
#[tokio::test]
async fn a_typed_code_is_kept_when_the_language_changes() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.type_into("#code", "123").await;
    choose_language(&browser, Scripting::On, "de").await;
    wait_for_value(&browser, "#code", "123").await;
    browser.reload().await;
    browser.find("leptos-island[data-hydrated]").await;
    assert_eq!(browser.value("#code").await, "", "it is kept once");
    browser.type_into("#code", "456").await;
    choose_language(&browser, Scripting::On, "fr").await;
    wait_for_value(&browser, "#code", "456").await;

    // The address is kept too, where its form has replaced the form for the code.
    browser.click("#change-form button").await;
    browser.find("[data-step=address]").await;
    browser.type_into("#email", "bob@exam").await;
    choose_language(&browser, Scripting::On, "en").await;
    wait_for_value(&browser, "#email", "bob@exam").await;
    assert_eq!(DevMailbox::new(&mailcode).count(ADDRESS).await, 1, "the change of the language sends no mail");
}

/// The visitor types the code again, because the button for the language belongs to another form.
#[tokio::test]
async fn without_scripts_a_typed_code_is_not_kept() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", &code).await;
    choose_language(&browser, Scripting::Off, "de").await;
    browser.wait_for_path("/code").await;
    assert_eq!(browser.value("#code").await, "");
    type_code(&browser, &code).await;
}

/// The texts of an operator's file replace the built-in ones; for a wrong file, the server names the mistake and does not start.
#[tokio::test]
async fn an_operators_texts_replace_the_built_in_ones() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("en.ftl");
    fs::write(&file, "address-heading = Come in\n").unwrap();
    let set = [("WORDS_DIR", directory.path().to_str().unwrap())];
    let mailcode = Mailcode::start_with(&set).await;
    let browser = Browser::start(Scripting::Off).await;
    browser.open(&mailcode.url("/")).await;
    assert_eq!(browser.text("h1").await, "Come in");

    fs::write(&file, "address-heading = Come in\naddress-haeding = Come in\n").unwrap();
    let refused = Mailcode::start_refused(&set).await;
    assert!(refused.output.contains("MAILCODE_WORDS_DIR") && refused.output.contains("no message `address-haeding`"), "{}", refused.output);
    fs::rename(&file, directory.path().join("english.ftl")).unwrap();
    let refused = Mailcode::start_refused(&set).await;
    assert!(refused.output.contains("english.ftl, which is not named after a language: the languages are en, de"), "{}", refused.output);
}
