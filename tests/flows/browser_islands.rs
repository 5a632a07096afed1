//! What the islands add to the plain pages where scripts run.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code};
use e2e::{Browser, DevMailbox, HoldingProxy, Mailcode, Scripting, until};

#[tokio::test]
async fn the_step_from_address_to_code_loads_no_page() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.run("window.stillTheSamePage = true").await;
    ask_for_code(&browser, ADDRESS).await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, true);

    browser.click("#change-form button").await;
    browser.find("[data-step=address]").await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, true);
}

#[tokio::test]
async fn an_address_typed_before_hydration_is_kept() {
    let mailcode = Mailcode::start().await;
    let proxy = HoldingProxy::before(mailcode.origin()).await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(proxy.origin()).await;
    browser.type_into("#email", ADDRESS).await;
    assert!(!browser.shows("leptos-island[data-hydrated]").await, "the island is not live while its wasm is held back");
    proxy.open();
    browser.find("leptos-island[data-hydrated]").await;
    assert_eq!(browser.value("#email").await, ADDRESS);
    browser.click("#address-form button").await;
    browser.find("[data-step=code]").await;
    DevMailbox::new(&mailcode).code(ADDRESS).await;
}

#[tokio::test]
async fn the_page_says_that_the_mail_was_sent_and_when_another_may_be_requested() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    let status = browser.some_text("#status").await;
    assert!(status.contains("Sent at ") && !status.contains("UTC"), "in local time: {status}");
    assert!(browser.text("#resend-countdown").await.starts_with("Didn’t get it? Check your spam folder, or resend it in "));
    assert!(!browser.shows("#resend-offer").await && !browser.shows("#resend-form button").await);
    let first = seconds(&browser.some_text("#resend-countdown .clock").await);
    assert!((1..=60).contains(&first), "{first} seconds of the pause of 60");
    until("the countdown to decrease", async || (seconds(&browser.some_text("#resend-countdown .clock").await) < first).then_some(()))
        .await;
}

/// The countdown is announced at its beginning and its end, but not each second.
#[tokio::test]
async fn a_wait_is_announced_at_its_beginning_and_its_end() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "2s")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser
        .run(
            "window.announced = []; const note = () => { const news = document.querySelector('#resend-news')?.textContent; \
             if (news && announced.at(-1) !== news) announced.push(news) }; \
             new MutationObserver(note).observe(document, { childList: true, characterData: true, subtree: true })",
        )
        .await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#resend-offer").await;
    let announced = browser.run("return announced").await;
    let announced: Vec<_> = announced.as_array().unwrap().iter().map(|announced| announced.as_str().unwrap()).collect();
    assert_eq!(announced.len(), 2, "{announced:?}");
    assert!(announced[0].contains("in ") && announced[0].contains("second") && announced[1].ends_with("code now."), "{announced:?}");
}

#[tokio::test]
async fn after_another_code_the_first_still_works() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "1s")]).await;
    let browser = Browser::start(Scripting::On).await;
    let mailbox = DevMailbox::new(&mailcode);
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let first = mailbox.newest(ADDRESS, 1).await.code();
    browser.find("#resend-offer").await;
    assert_eq!(browser.text("#resend-offer").await, "Didn’t get it? Check your spam folder, or resend the code.");
    browser.click("#resend-offer button").await;
    mailbox.newest(ADDRESS, 2).await;
    type_code(&browser, &first).await;
}

/// Without a countdown, the button is always shown, and the server's reply says how long to wait.
#[tokio::test]
async fn without_scripts_another_code_is_always_offered() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::Off).await;
    open(&browser, Scripting::Off, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    assert_eq!(browser.text("#resend-offer").await, "Didn’t get it? Check your spam folder, or resend the code.");
    assert!(!browser.shows("#resend-countdown").await);
    browser.click("#resend-offer button:not(:disabled)").await;
    assert!(browser.text("#error-summary:focus").await.contains("We just sent a code to this address."));
    assert!(!browser.shows("#code-error").await, "nothing is wrong with the field");
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
}

/// The response to another form does not change what is being typed, nor the position of the caret.
#[tokio::test]
async fn typing_continues_while_another_code_is_requested() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", &format!("{}{}", &code[..1], &code[2..])).await;
    let start = "document.querySelector('#resend-form button').click(); document.querySelector('#code').focus(); \
                 document.querySelector('#code').setSelectionRange(1, 1)";
    browser.run(start).await;
    let answers = "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/api/resend-code')) \
                   && !document.querySelector('[aria-disabled]')";
    until("the response to the request for another code", async || (browser.run(answers).await == true).then_some(())).await;
    browser.press(":focus", &code[1..2]).await;
    assert_eq!(browser.value("#code").await, code);
}

/// A request for another mail clears a refused code from the field, so that sending it again by mistake cannot cost a try.
#[tokio::test]
async fn a_refused_code_is_cleared_by_the_request_for_another() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    browser.type_into("#code", "12345").await;
    browser.click("#code-form button").await;
    browser.find("#code-error").await;
    browser.click("#resend-form button").await;
    browser.wait_until_gone("#code-error").await;
    assert_eq!(browser.value("#code").await, "");
}

#[tokio::test]
async fn a_code_with_spaces_is_accepted() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    type_code(&browser, &format!(" {} {} ", &code[..3], &code[3..])).await;
}

/// The seconds on a clock such as `0:42`.
fn seconds(clock: &str) -> u32 {
    let (minutes, seconds) = clock.split_once(':').unwrap_or_else(|| panic!("no time in {clock:?}"));
    minutes.parse::<u32>().unwrap() * 60 + seconds.parse::<u32>().unwrap()
}
