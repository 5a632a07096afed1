//! What a visitor with script sees when the server does not answer.

use crate::steps::{ADDRESS, ask_for_code, open};
use e2e::{Browser, Mailcode, Scripting};

#[tokio::test]
async fn what_was_typed_outlives_a_server_that_is_away() {
    let mut mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    mailcode.kill();
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button").await;
    assert!(browser.some_text("#error-summary:focus").await.contains("No answer from the server"));
    assert!(browser.run("return document.title").await.as_str().unwrap().starts_with("Error: Sign up"));
    assert_eq!(browser.value("#email").await, ADDRESS);

    mailcode.restart().await;
    browser.click("#address-form button").await;
    browser.find("[data-step=code]").await;
}

#[tokio::test]
async fn a_second_press_sends_nothing_more() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    let twice = "const count = () => performance.getEntriesByName(location.origin + '/api/request-code').length; \
                 const button = document.querySelector('#address-form button'); button.click(); button.click(); \
                 return Promise.resolve().then(() => [count(), button.getAttribute('aria-disabled'), button.textContent])";
    assert_eq!(browser.run(twice).await, serde_json::json!([0, "true", "Sending the code…"]));
    browser.find("[data-step=code]").await;
    let sent = "return performance.getEntriesByType('resource').filter(entry => entry.initiatorType === 'fetch' && entry.name.includes('/api/request-code')).length";
    assert_eq!(browser.run(sent).await, 1);
    assert!(!browser.shows("#error-summary").await);
    // And the next form is not held back by the last.
    browser.click("#change-form button").await;
    ask_for_code(&browser, "other@example.org").await;
}
