//! A code that expires while its form is shown.

use crate::support::steps::{ADDRESS, ask_for_code, open};
use e2e::{Browser, DevMailbox, Mailcode, Scripting, until};

#[tokio::test]
async fn an_expired_code_can_be_replaced_by_a_new_one() {
    replaces_an_expired_code(Scripting::On).await;
}

#[tokio::test]
async fn an_expired_code_can_be_replaced_by_a_new_one_without_scripts() {
    replaces_an_expired_code(Scripting::Off).await;
}

/// With scripts, the expiry is shown without a press, even if half a code has been typed.
async fn replaces_an_expired_code(scripting: Scripting) {
    for wait in ["1h", "0"] {
        let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "3s"), ("RESEND_AFTER", wait)]).await;
        let browser = Browser::start(scripting).await;
        open(&browser, scripting, &mailcode.url("/")).await;
        ask_for_code(&browser, ADDRESS).await;
        if scripting == Scripting::On {
            browser.run("window.stillTheSamePage = true; document.querySelector('#code')?.focus()").await;
            browser.keys("12").await;
        } else {
            until("the page about the expired code", async || {
                browser.reload().await;
                browser.find("[data-step=code]").await;
                browser.shows(".recovery").await.then_some(())
            })
            .await;
        }
        assert_eq!(browser.text(".recovery #error-summary.problem:focus h1").await, "Your code has expired");
        assert!(!browser.shows("#code").await && !browser.shows("#status").await && !browser.shows("#code-error").await);
        assert_eq!(browser.text("#resend-form button.primary").await, "Send a new code");
        assert_eq!(browser.text("#change-form button.link").await, "Use a different email");
        if scripting == Scripting::On {
            let title = browser.run("return stillTheSamePage && document.title").await;
            assert!(title.as_str().is_some_and(|title| title.starts_with("Error: Your code has expired")), "{title}");
        }
        let is_early = wait != "0";
        assert_eq!(browser.shows("#resend-form button:disabled").await, is_early && scripting == Scripting::On, "{wait}");
        assert_eq!(browser.shows("#resend-countdown").await, is_early, "{wait}");
        if is_early {
            assert!(browser.text("#resend-countdown").await.starts_with("You can do this in "));
        } else {
            browser.click("#resend-form button").await;
            DevMailbox::new(&mailcode).newest(ADDRESS, 2).await;
        }
    }
}
