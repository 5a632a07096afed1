//! The languages of pages and mails, and an operator's own words.

use crate::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting};
use std::fs;

#[tokio::test]
async fn signs_up_in_arabic_with_scripts() {
    signs_up_in_arabic(Scripting::On).await;
}

#[tokio::test]
async fn signs_up_in_arabic_without_scripts() {
    signs_up_in_arabic(Scripting::Off).await;
}

async fn signs_up_in_arabic(scripting: Scripting) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    browser.click("#language option[value=ar]").await;
    browser.click("#language-form button").await;
    browser.find("html[lang=ar][dir=rtl]").await;
    browser.find("#address-form").await;
    if scripting == Scripting::On {
        browser.find("leptos-island[data-hydrated]").await;
    }
    ask_for_code(&browser, ADDRESS).await;
    browser.find("html[lang=ar] #status").await;
    let mail = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await;
    assert_eq!(mail.header("Content-Language").as_deref(), Some("ar"));
    type_code(&browser, &mail.code()).await;
}

/// A file of the operator's stands for our words, and a wrong one for its place.
#[tokio::test]
async fn an_operator_says_it_in_their_own_words() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("en.ftl");
    fs::write(&file, "address-heading = Come in\n").unwrap();
    let set = [("WORDS_DIR", directory.path().to_str().unwrap())];
    let mailcode = Mailcode::start_with(&set).await;
    let browser = Browser::start(Scripting::Off).await;
    browser.open(&mailcode.url("/")).await;
    assert_eq!(browser.text("h1").await, "Come in");

    fs::write(&file, "address-heading = Come in\naddress-haeding = Come in\n").unwrap();
    let refused = Mailcode::refuse(&set).await;
    assert!(refused.output.contains("MAILCODE_WORDS_DIR") && refused.output.contains("no message `address-haeding`"), "{}", refused.output);
    fs::rename(&file, directory.path().join("english.ftl")).unwrap();
    let refused = Mailcode::refuse(&set).await;
    assert!(refused.output.contains("english.ftl, but the languages are en, de"), "{}", refused.output);
}
