//! The account's pages in a browser, with and without scripts.

use crate::support::steps::{ADDRESS, ask_for_code, open, paste, type_code, wrong_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, Visitor};

const NEW: &str = "new.visitor@example.org";

#[tokio::test]
async fn an_account_is_managed_with_scripts() {
    manages_the_account(Scripting::On).await;
}

#[tokio::test]
async fn an_account_is_managed_without_scripts() {
    manages_the_account(Scripting::Off).await;
}

/// Signs up, signs another browser out, changes the address, downloads the account's data, deletes the account.
async fn manages_the_account(scripting: Scripting) {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let (browser, mailbox) = (Browser::start(scripting).await, DevMailbox::new(&mailcode));
    open(&browser, scripting, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &mailbox.newest(ADDRESS, 1).await.code()).await;
    let other = Visitor::new(&mailcode);
    other.submit("/api/request-code", &[("email", ADDRESS)]).await;
    other.submit("/api/verify-code", &[("code", &mailbox.newest(ADDRESS, 2).await.code())]).await;

    browser.reload().await;
    let list = browser.text("#browsers").await;
    assert!(list.contains("Chrome on Linux") && list.contains("A browser"), "{list}");
    assert_eq!(browser.text("h1").await, "Your account");
    // The button that signs this browser out is in its row.
    assert_eq!(browser.text("#browsers li:has(#sign-out-form) .badge").await, "This browser");
    assert!(!browser.shows("#browsers li:not(:has(#sign-out-form)) .badge").await);
    for link in ["a#change-email:not(.button)", "a#download:not(.button)"] {
        browser.find(link).await;
    }
    browser.click_and_load("#browsers form[action='/api/sign-out-browser'] button").await;
    assert_eq!(browser.text("#account-done").await, "That browser is signed out.");
    assert_eq!(other.open("/account").await.path, "/");

    browser.click_and_load("#change-email").await;
    browser.type_into("#email", NEW).await;
    browser.click("#address-form button.primary").await;
    assert_eq!(browser.text("#new-email").await, NEW);
    browser.type_into("#code", &mailbox.newest(NEW, 1).await.code()).await;
    browser.click_and_load("#code-form button").await;
    assert_eq!(browser.text("#account-email").await, NEW);
    let notice = mailbox.newest(ADDRESS, 3).await;
    assert!(notice.text.contains("If it wasn't you") && !notice.text.contains(NEW), "{}", notice.text);

    assert_eq!(browser.attribute("#download", "href").await.as_deref(), Some("/account/data"));
    if scripting == Scripting::On {
        let script = "const request = new XMLHttpRequest(); \
                      request.open('GET', '/account/data', false); request.send(); return request.responseText";
        let data = browser.run(script).await;
        assert!(data.as_str().is_some_and(|data| data.contains(NEW) && data.contains("Chrome on Linux")), "{data}");
    }

    browser.click("#delete summary").await;
    browser.click("#delete-form button").await;
    browser.find("[data-step=address]").await;
    let notice = mailbox.newest(NEW, 2).await;
    assert!(notice.header("Subject").is_some_and(|subject| subject.ends_with("account was deleted")), "{}", notice.headers);
    if scripting == Scripting::On {
        assert_eq!(browser.console_errors().await, Vec::<String>::new());
    }
}

/// Changing the address offers the same help as the sign-up, and is confirmed once at its end.
#[tokio::test]
async fn changing_the_address_offers_the_help_of_the_sign_up() {
    let mailcode = Mailcode::start().await;
    let (browser, mailbox) = (Browser::start(Scripting::On).await, DevMailbox::new(&mailcode));
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &mailbox.code(ADDRESS).await).await;
    open(&browser, Scripting::On, &mailcode.url("/account/email")).await;
    browser.run("window.mark = 'the same page'").await;
    browser.type_into("#email", "visitor@gmial.com\u{e004}").await;
    browser.click("#email-suggestion button").await;
    assert_eq!(browser.value("#email").await, "visitor@gmail.com");
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    assert_eq!(browser.run("return window.mark").await, "the same page");
    // The state of the mail and the wait for another are updated live.
    browser.find("#status .live, #status[data-final]").await;
    browser.find("#resend-countdown .clock").await;

    browser.type_into("#code", wrong_code(&mailbox.code("visitor@gmail.com").await)).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#code-error").await.contains("That code isn’t right"));
    browser.type_into("#code", "").await;
    paste(&browser, &mailbox.code("visitor@gmail.com").await).await;
    browser.find("main[data-page=account]").await;
    assert!(browser.text("#account-done").await.starts_with("Your email address is changed."));
    assert_eq!(browser.text("#account-email").await, "visitor@gmail.com");
}
