//! A page still works when browsers, extensions or translations change it before or after hydration.

use crate::support::steps::{ADDRESS, ask_for_code, open, type_code, wrong_code, wrong_codes};
use e2e::{Browser, DevMailbox, HoldingProxy, Mailcode, Scripting, until};

/// Replaces the text nodes of the page by elements with their text, as a translation does.
const TRANSLATE: &str = "
    const texts = [], walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('[translate=no]')) texts.push(walker.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.append(text.data);
        outer.append(inner);
        text.replaceWith(outer);
    }
    return texts.length";

/// Opens a page whose wasm is held back, runs this script, and then lets the wasm through.
async fn open_changed(script: &str) -> (Mailcode, Browser, HoldingProxy) {
    let mailcode = Mailcode::start().await;
    let proxy = HoldingProxy::before(mailcode.origin()).await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(proxy.origin()).await;
    browser.find("leptos-island[data-live]").await;
    browser.console().await;
    browser.run(script).await;
    proxy.open();
    (mailcode, browser, proxy)
}

/// Asserts that the changed page hydrates as if nothing had been changed.
async fn hydrates(script: &str) -> (Mailcode, Browser, HoldingProxy) {
    let (mailcode, browser, proxy) = open_changed(script).await;
    browser.find("leptos-island[data-hydrated]").await;
    browser.run("window.stillTheSamePage = true").await;
    ask_for_code(&browser, ADDRESS).await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, true);
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#code-error").await.contains("isn’t right"));
    assert!(!browser.shows("#error-summary").await, "the error is shown once");
    assert_eq!(browser.console().await, [], "the console is empty");
    type_code(&browser, &code).await;
    (mailcode, browser, proxy)
}

/// Asserts that the page stays plain, with working forms, and logs one warning to the console.
async fn stays_plain(script: &str) {
    stays_plain_and_logs(script, &["WARNING"]).await;
}

async fn stays_plain_and_logs(script: &str, levels: &[&str]) {
    let (mailcode, browser, _gate) = open_changed(script).await;
    let mut logged = Vec::new();
    until("a warning in the console", async || {
        logged.extend(browser.console().await);
        logged.iter().any(|(level, _)| level == "WARNING").then_some(())
    })
    .await;
    assert_eq!(logged.iter().map(|(level, _)| level.as_str()).collect::<Vec<_>>(), levels, "{logged:?}");
    assert!(!browser.shows("leptos-island[data-hydrated]").await);
    browser.run("window.stillTheSamePage = true").await;
    browser.click_and_load("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    assert_eq!(browser.run("return window.stillTheSamePage === true").await, false);
    DevMailbox::new(&mailcode).code(ADDRESS).await;
}

#[tokio::test]
async fn a_page_with_elements_of_a_password_manager_hydrates() {
    let script = "const input = document.querySelector('#email'); \
                  for (const [name, value] of [['data-1p-ignore', ''], ['data-lpignore', 'false'], ['data-com-bitwarden', 'x']]) input.setAttribute(name, value); \
                  const icon = document.createElement('div'); icon.id = 'icon'; icon.innerHTML = '<span>icon</span><button>fill</button>'; input.after(icon)";
    let (_mailcode, browser, _gate) = hydrates(script).await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn a_page_with_attributes_of_a_spelling_checker_hydrates() {
    let script = "document.body.setAttribute('data-new-gr-c-s-check-loaded', '14.1'); document.body.setAttribute('data-gr-ext-installed', ''); \
                  document.querySelector('#address-form').setAttribute('data-gramm', 'false'); \
                  document.documentElement.append(document.createElement('grammarly-desktop-integration')); \
                  document.body.append(document.createElement('grammarly-extension'))";
    hydrates(script).await;
}

#[tokio::test]
async fn a_page_with_an_added_element_stays_plain_and_works() {
    stays_plain(&format!("{TYPE_ADDRESS}; document.querySelector('#address-form').prepend(document.createElement('div'))")).await;
}

#[tokio::test]
async fn a_page_with_a_removed_element_stays_plain_and_works() {
    stays_plain(&format!("{TYPE_ADDRESS}; document.querySelector('#email-suggestion').remove()")).await;
}

#[tokio::test]
async fn a_page_translated_before_hydration_stays_plain_and_works() {
    stays_plain(&format!("{TYPE_ADDRESS}; {TRANSLATE}")).await;
}

/// The number of nodes is unchanged, so that only Leptos can detect the difference. A debug build of Leptos logs an error, too.
#[tokio::test]
async fn a_page_with_an_unexpected_node_stays_plain_and_works() {
    let levels: &[&str] = if cfg!(debug_assertions) { &["SEVERE", "WARNING"] } else { &["WARNING"] };
    let script = &format!("{TYPE_ADDRESS}; document.querySelector('h1').replaceChildren(document.createComment('other'))");
    stays_plain_and_logs(script, levels).await;
}

const TYPE_ADDRESS: &str = "document.querySelector('#email').value = 'visitor@example.org'";

/// Texts that change after the translation are shown, and no earlier text remains.
#[tokio::test]
async fn a_page_translated_after_hydration_still_works() {
    let mailcode = Mailcode::start_with(&[("RESEND_AFTER", "0")]).await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.run(TRANSLATE).await;
    browser.type_into("#email", "me").await;
    browser.click("#address-form button.primary").await;
    assert!(browser.some_text("#email-error").await.contains("with an @"));
    browser.run(TRANSLATE).await;
    browser.type_into("#email", "me@localhost").await;
    browser.click("#address-form button.primary").await;
    until("the second error without the first", async || {
        let field = browser.text("#email-error").await;
        (field.contains("is incomplete") && !field.contains("with an @")).then_some(())
    })
    .await;
    assert!(!browser.text("main").await.contains("with an @") && !browser.shows("#error-summary").await);
    browser.type_into("#email", ADDRESS).await;
    browser.click("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    assert!(!browser.text("main").await.contains("is incomplete"));
    browser.run(TRANSLATE).await;
    browser.find("#status[data-final]").await;
    assert!(browser.some_text("#status").await.contains("Sent at ") && !browser.text("#status").await.contains("Sending"));
    browser.run(TRANSLATE).await;
    browser.click("#resend-form button").await;
    let mailbox = DevMailbox::new(&mailcode);
    let code = mailbox.newest(ADDRESS, 2).await.code();
    until("the announcement of another code", async || {
        browser
            .run("return document.querySelector('#resend-news').textContent")
            .await
            .as_str()
            .unwrap()
            .starts_with("We sent another code")
            .then_some(())
    })
    .await;
    browser.type_into("#code", wrong_code(&code)).await;
    browser.click("#code-form button").await;
    assert!(browser.some_text("#code-error").await.contains("4 tries"));
    browser.run(TRANSLATE).await;
    browser.type_into("#code", wrong_codes(&code).nth(1).unwrap()).await;
    browser.click("#code-form button").await;
    until("the error with 3 tries left", async || browser.text("#code-error").await.contains("3 tries").then_some(())).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    type_code(&browser, &code).await;
}

#[tokio::test]
async fn a_code_pasted_before_hydration_is_kept() {
    let mailcode = Mailcode::start().await;
    let proxy = HoldingProxy::before(mailcode.origin()).await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(proxy.origin()).await;
    browser.type_into("#email", ADDRESS).await;
    browser.click_and_load("#address-form button.primary").await;
    browser.find("[data-step=code]").await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.run(&format!("document.querySelector('#code').focus(); document.execCommand('insertText', false, '{code}')")).await;
    proxy.open();
    browser.find("leptos-island[data-hydrated]").await;
    assert_eq!(browser.value("#code").await, code);
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
}

#[tokio::test]
async fn a_second_script_does_not_hydrate_the_page_again() {
    let again = "const again = document.querySelector('script[data-wasm]').cloneNode(); again.src += '?again'; document.head.append(again)";
    let (mailcode, browser, _gate) = hydrates(again).await;
    browser.click_and_load("#sign-out-form button").await;
    browser.find("[data-step=address]").await;
    assert_eq!(DevMailbox::new(&mailcode).count(ADDRESS).await, 1);
}

/// The page works whether the browser loads it again or takes it from its back/forward cache.
#[tokio::test]
async fn a_page_works_after_the_visitor_comes_back() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", "me@gmial.com\u{e004}").await;
    browser.find("#email-suggestion button").await;
    browser.open(&mailcode.url("/not-me")).await;
    browser.find("#not-me-form").await;
    browser.back().await;
    browser.find("leptos-island[data-hydrated]").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    browser.open(&mailcode.url("/not-me")).await;
    browser.find("#not-me-form").await;
    browser.back().await;
    browser.find("leptos-island[data-hydrated]").await;
    browser.reload().await;
    browser.find("leptos-island[data-hydrated]").await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// A page that could not hydrate sends no requests.
#[tokio::test]
async fn a_page_that_stays_plain_sends_no_requests() {
    let relay = e2e::HostileRelay::start(e2e::Script::TarpitAt(e2e::Moment::Recipient)).await;
    let mailcode = crate::support::relay::Relay::hostile(&relay).mailcode_with(&[]).await;
    let proxy = HoldingProxy::before(mailcode.origin()).await;
    let browser = Browser::start(Scripting::On).await;
    browser.open(proxy.origin()).await;
    browser.type_into("#email", ADDRESS).await;
    browser.click_and_load("#address-form button.primary").await;
    browser.find("[data-step=code] #status:not([data-final])").await;
    browser.find("leptos-island[data-live]").await;
    browser.type_into("#code", "123").await;
    browser.console().await;
    browser.run("document.querySelector('h1').replaceChildren(document.createComment('other'))").await;
    proxy.open();
    until("a warning in the console", async || browser.console().await.iter().any(|(level, _)| level == "WARNING").then_some(())).await;
    let asked = "return new Promise(done => setTimeout(done, 2500)).then(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length)";
    assert_eq!(browser.run(asked).await, 0);
    assert_eq!(browser.value("#code").await, "123");
}

/// The event that a browser fires on a page that it takes from its back/forward cache.
const RESTORE_FROM_CACHE: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

/// Safari keeps even pages with `no-store` in its back/forward cache.
#[tokio::test]
async fn a_page_from_the_back_forward_cache_is_hidden_and_reloaded() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    ask_for_code(&browser, ADDRESS).await;
    type_code(&browser, &DevMailbox::new(&mailcode).code(ADDRESS).await).await;
    let first = browser.window().await;
    browser.open_window().await;
    browser.open(&mailcode.url("/account")).await;
    browser.click_and_load("#sign-out-form button").await;
    browser.find("[data-step=address]").await;
    browser.show_window(&first).await;
    assert!(browser.shows("#account-email").await, "the old page is still shown");
    assert_eq!(browser.run(&format!("{RESTORE_FROM_CACHE}; return document.documentElement.checkVisibility()")).await, false);
    browser.find("[data-step=address]").await;
}

/// This works before the wasm is loaded.
#[tokio::test]
async fn a_page_from_the_back_forward_cache_is_reloaded_without_the_wasm() {
    let mailcode = Mailcode::start().await;
    let browser = Browser::start(Scripting::WasmBlocked).await;
    open(&browser, Scripting::WasmBlocked, &mailcode.url("/")).await;
    until("document.readyState to be complete", async || (browser.run("return document.readyState").await == "complete").then_some(()))
        .await;
    browser.type_into("#email", ADDRESS).await;
    assert_eq!(browser.run(&format!("{RESTORE_FROM_CACHE}; return document.documentElement.checkVisibility()")).await, false);
    until("the reloaded page with an empty form", async || browser.value("#email").await.is_empty().then_some(())).await;
}
