//! The field for the code: a code that was pasted or filled in is sent at once, a typed code is not.

use crate::support::steps::{ADDRESS, ask_for_code, choose_language, open, paste, type_code, wrong_code};
use e2e::{Browser, DevMailbox, Engine, Mailcode, Scripting};
use std::fmt::Write;

/// Opens the code form and returns the mailed code.
async fn open_code_form(scripting: Scripting) -> (Mailcode, Browser, String) {
    open_code_form_in(Engine::Chromium, scripting).await
}

async fn open_code_form_in(engine: Engine, scripting: Scripting) -> (Mailcode, Browser, String) {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start_in(engine, scripting).await;
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    (mailcode, browser, code)
}

#[tokio::test]
async fn a_pasted_line_of_the_mail_is_sent_at_once() {
    pastes_a_line(Engine::Chromium).await;
}

/// The pasted line has a space in the middle of the code.
pub(crate) async fn pastes_a_line(engine: Engine) {
    let (_mailcode, browser, code) = open_code_form_in(engine, Scripting::On).await;
    paste(&browser, &format!("Your code is {} {}.", &code[..3], &code[3..])).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn a_code_that_the_browser_fills_in_is_sent_at_once() {
    let (_mailcode, browser, code) = open_code_form(Scripting::On).await;
    let digits = code.bytes().fold(String::new(), |mut digits, digit| {
        let _ = write!(digits, "{}", char::from_u32(0x660 + u32::from(digit - b'0')).unwrap());
        digits
    });
    browser.run(&format!("document.querySelector('#code').focus(); document.execCommand('insertText', false, '{digits}')")).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn a_typed_code_waits_for_its_button() {
    let (_mailcode, browser, code) = open_code_form(Scripting::On).await;
    browser.run("window.sent = 0; document.addEventListener('submit', () => sent += 1, true)").await;
    browser.type_into("#code", &code).await;
    assert_eq!(browser.run("return sent").await, 0);
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
}

/// Part of a code is not sent by itself, nor a code that was corrected by hand: the visitor presses the button.
#[tokio::test]
async fn a_code_corrected_by_hand_waits_for_its_button() {
    let (_mailcode, browser, code) = open_code_form(Scripting::On).await;
    browser.run("window.sent = 0; document.addEventListener('submit', () => sent += 1, true)").await;
    paste(&browser, &format!("{code}7")).await;
    browser.press("#code", "\u{e003}").await;
    assert_eq!(browser.value("#code").await, code);
    assert_eq!(browser.run("return sent").await, 0);
}

/// Undo works also after a response: the field stays the same element.
#[tokio::test]
async fn typing_can_be_undone() {
    let (_mailcode, browser, code) = open_code_form(Scripting::On).await;
    browser.press("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    browser.press("#code", "9").await;
    assert_eq!(browser.value("#code").await, "9", "typing replaces the selection");
    browser.press("#code", "\u{e009}z").await;
    assert_eq!(browser.value("#code").await, wrong_code(&code));
}

#[tokio::test]
async fn after_an_error_the_field_is_selected() {
    let (_mailcode, browser, code) = open_code_form(Scripting::On).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    browser.find("[role=alert] #code-error").await;
    assert!(!browser.shows("#error-summary").await, "the error is shown once, at the field");
    assert_eq!(browser.attribute("#code", "aria-describedby").await.as_deref(), Some("code-error code-hint"));
    let field = browser
        .run("const code = document.activeElement; return [code.id, code.value.slice(code.selectionStart, code.selectionEnd)]")
        .await;
    assert_eq!(field, serde_json::json!(["code", wrong_code(&code)]));
    assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Error: "));
    browser.run(&format!("document.execCommand('insertText', false, '{code}')")).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn after_an_error_without_scripts_the_summary_has_the_focus() {
    shows_an_error_without_scripts(Engine::Chromium).await;
}

/// After the error, a whole line with a space in the middle of the code is typed.
pub(crate) async fn shows_an_error_without_scripts(engine: Engine) {
    let (_mailcode, browser, code) = open_code_form_in(engine, Scripting::Off).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#error-summary:focus a[href='#code']").await.contains("isn’t right"));
    assert_eq!(browser.text("#code-error").await, browser.text("#error-summary a").await);
    type_code(&browser, &format!("The code is {} {}!", &code[..3], &code[3..])).await;
}

/// The box that contains the caret is marked.
#[tokio::test]
async fn the_box_with_the_caret_is_marked() {
    let (_mailcode, browser, _) = open_code_form(Scripting::On).await;
    for (keys, place) in [("", "0"), ("31", "2"), ("\u{e012}", "1"), ("\u{e010}4159", "5")] {
        browser.press("#code", keys).await;
        browser.find(&format!(".boxed[data-caret='{place}']")).await;
    }
}

#[tokio::test]
async fn a_text_that_does_not_fit_the_boxes_is_shown_as_typed_with_scripts() {
    shows_what_does_not_fit(Scripting::On).await;
}

#[tokio::test]
async fn a_text_that_does_not_fit_the_boxes_is_shown_as_typed_without_scripts() {
    shows_what_does_not_fit(Scripting::Off).await;
}

async fn shows_what_does_not_fit(scripting: Scripting) {
    let (_mailcode, browser, _) = open_code_form(scripting).await;
    for (typed, fits) in [("123456", true), ("1234567", false), ("12", true), ("12a", false)] {
        browser.type_into("#code", typed).await;
        if fits {
            browser.find(".boxes").await;
        } else {
            browser.wait_until_gone(".boxes").await;
        }
        assert_eq!(browser.value("#code").await, typed);
    }
}

#[tokio::test]
async fn the_form_fits_above_a_keyboard_with_scripts() {
    fits_above_a_keyboard(Scripting::On).await;
}

#[tokio::test]
async fn the_form_fits_above_a_keyboard_without_scripts() {
    fits_above_a_keyboard(Scripting::Off).await;
}

/// Heading, boxes and button are visible at once on a phone whose keyboard leaves 390 by 500 pixels, in every language.
async fn fits_above_a_keyboard(scripting: Scripting) {
    let (_mailcode, browser, code) = open_code_form(scripting).await;
    browser.resize(390, 500).await;
    let languages = browser.run("return [...document.querySelectorAll('#language [name=language]')].map(one => one.value)").await;
    let languages: Vec<String> = serde_json::from_value(languages).unwrap();
    assert_eq!(languages.len(), 16);
    for language in &languages {
        choose_language(&browser, scripting, language).await;
        assert_visible_at_once(&browser, language).await;
    }
    if scripting == Scripting::On {
        choose_language(&browser, scripting, "en").await;
        browser.type_into("#code", wrong_code(&code)).await;
        browser.click("#code-form button").await;
        browser.find("#code-error").await;
        assert_visible_at_once(&browser, "with an error").await;
    }
}

async fn assert_visible_at_once(browser: &Browser, state: &str) {
    let edges = "return ['h1', '.boxes', '#code-form button'].map(one => document.querySelector(one).getBoundingClientRect()) \
                 .map(({ top, bottom }) => [top, bottom])";
    let edges: Vec<[f64; 2]> = serde_json::from_value(browser.run(edges).await).unwrap();
    assert_eq!(browser.run("return scrollY").await, 0, "{state}");
    assert!(edges.iter().all(|[top, bottom]| (0.0..=500.0).contains(top) && (0.0..=500.0).contains(bottom)), "{state}: {edges:?}");
}
