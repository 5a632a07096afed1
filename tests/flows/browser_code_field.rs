//! The field for the code: what is pasted or filled in is sent at once, what is typed is not.

use crate::steps::{ADDRESS, ask_for_code, open, paste, type_code, wrong};
use e2e::{Browser, DevMailbox, Mailcode, Scripting};
use std::fmt::Write;

/// At the code step, with the code that was mailed.
async fn at_the_code(scripting: Scripting) -> (Mailcode, Browser, String) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    (mailcode, browser, code)
}

#[tokio::test]
async fn a_pasted_line_of_the_mail_is_sent_at_once() {
    let (_mailcode, browser, code) = at_the_code(Scripting::On).await;
    assert!(browser.some_text("#code-hint").await.contains("at once when you paste"), "it is announced");
    paste(&browser, &format!("Your code is {} {}.", &code[..3], &code[3..])).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn a_code_that_the_browser_fills_in_is_sent_at_once() {
    let (_mailcode, browser, code) = at_the_code(Scripting::On).await;
    let digits = code.bytes().fold(String::new(), |mut digits, digit| {
        let _ = write!(digits, "{}", char::from_u32(0x660 + u32::from(digit - b'0')).unwrap());
        digits
    });
    browser.run(&format!("document.querySelector('#code').focus(); document.execCommand('insertText', false, '{digits}')")).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn a_typed_code_waits_for_its_button() {
    let (_mailcode, browser, code) = at_the_code(Scripting::On).await;
    browser.run("window.sent = 0; document.addEventListener('submit', () => sent += 1, true)").await;
    browser.type_into("#code", &code).await;
    assert_eq!(browser.run("return sent").await, 0);
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
}

/// Part of a code is no code yet, and one that was corrected by hand is for the button.
#[tokio::test]
async fn a_code_in_two_pieces_waits_for_its_button() {
    let (_mailcode, browser, code) = at_the_code(Scripting::On).await;
    browser.run("window.sent = 0; document.addEventListener('submit', () => sent += 1, true)").await;
    paste(&browser, &format!("{code}7")).await;
    browser.press("#code", "\u{e003}").await;
    assert_eq!(browser.value("#code").await, code);
    assert_eq!(browser.run("return sent").await, 0);
}

/// Also over an answer in between: the field stays itself.
#[tokio::test]
async fn typing_can_be_undone() {
    let (_mailcode, browser, code) = at_the_code(Scripting::On).await;
    browser.press("#code", wrong(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#error-summary").await;
    browser.press("#code", "9").await;
    assert_eq!(browser.value("#code").await, "9", "over what was selected");
    browser.press("#code", "\u{e009}z").await;
    assert_eq!(browser.value("#code").await, wrong(&code));
}

#[tokio::test]
async fn after_an_error_the_field_is_selected() {
    let (_mailcode, browser, code) = at_the_code(Scripting::On).await;
    browser.type_into("#code", wrong(&code)).await;
    browser.click("#code-form button").await;
    browser.some_text("#error-summary a[href='#code']").await;
    let field = browser
        .run("const code = document.activeElement; return [code.id, code.value.slice(code.selectionStart, code.selectionEnd)]")
        .await;
    assert_eq!(field, serde_json::json!(["code", wrong(&code)]));
    assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Error: "));
    browser.run(&format!("document.execCommand('insertText', false, '{code}')")).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn after_an_error_without_scripts_the_summary_has_the_focus() {
    let (_mailcode, browser, code) = at_the_code(Scripting::Off).await;
    browser.type_into("#code", wrong(&code)).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#error-summary:focus a[href='#code']").await.contains("not right"));
    assert_eq!(browser.text("#code-error").await, browser.text("#error-summary a").await);
    type_code(&browser, &format!("The code is {code}!")).await;
}
