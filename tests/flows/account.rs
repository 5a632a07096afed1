//! The account's pages in a browser, with and without scripts.

use crate::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, Visitor};

const NEW: &str = "new.visitor@example.org";

#[tokio::test]
async fn is_looked_after_with_scripts() {
    is_looked_after(Scripting::On).await;
}

#[tokio::test]
async fn is_looked_after_without_scripts() {
    is_looked_after(Scripting::Off).await;
}

/// Signs up, signs another browser out, changes the address, takes the data home, signs out everywhere, deletes the account.
async fn is_looked_after(scripting: Scripting) {
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
    browser.click_through("#browsers form button").await;
    assert_eq!(browser.text("#account-done").await, "That browser is signed out.");
    assert_eq!(other.open("/account").await.path, "/");

    browser.click_through("#change-email").await;
    browser.type_into("#email", NEW).await;
    browser.click_through("#new-address-form button").await;
    assert_eq!(browser.text("#new-email").await, NEW);
    browser.type_into("#code", &mailbox.newest(NEW, 1).await.code()).await;
    browser.click_through("#code-form button").await;
    assert_eq!(browser.text("#account-email").await, NEW);
    let notice = mailbox.newest(ADDRESS, 3).await;
    assert!(notice.text.contains("If it was not you") && !notice.text.contains(NEW), "{}", notice.text);

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
