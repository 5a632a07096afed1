//! The island shows the same as a page that the server renders in the same state.

use crate::support::relay::Relay;
use crate::support::steps::{ADDRESS, ask_for_code, open, wrong_codes};
use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Moment, Script, Scripting, Visitor, until};

/// Normalizes a page's main part, without what only scripts add: local times, clocks, announcements, suggestions, the box with the caret,
/// and which of two alternative sentences is shown. Digits become `#` in elements whose numbers differ between two loads, such as
/// countdowns and tries.
const NORMAL: &str = r"
const normal = (page, title) => {
    const scriptOnly = ['resend-news', 'email-suggestion', 'proving'];
    const write = (node, counts) => {
        if (node.nodeType === Node.TEXT_NODE) return counts ? node.data.replace(/\d+/g, '#') : node.data;
        if (node.nodeType !== Node.ELEMENT_NODE) return '';
        const counting = counts || ['resend-countdown', 'code-hint', 'error-summary', 'code-error', 'email-error'].includes(node.id);
        const either = node.matches('.either > span');
        const attributes = [...node.attributes]
            .filter(({ name }) => !(name === 'hidden' && (either || node.id === 'resend-countdown')) && !['disabled', 'value', 'data-view', 'data-caret'].includes(name))
            .map(({ name, value }) => `${name}=${value}`).sort();
        if (node.localName === 'input') attributes.push(`value=${node.value}`);
        const empty = scriptOnly.includes(node.id) || node.localName === 'time' || node.matches('.clock');
        const children = empty ? '' : [...node.childNodes].map(child => write(child, counting)).join('');
        return `<${node.localName} ${attributes.join(' ')}>${children.replace(/\s+/g, ' ').trim()}</${node.localName}>`;
    };
    return [title, write(page.querySelector('main'), false).replaceAll('><', '>\n<')];
};
// With scripts, an error of a field is shown at the field only, which has the focus. Without, it is also shown above the form, in the same
// words and with a link to the field, and has the focus there.
const atFieldAlone = page => {
    const summary = page.querySelector('#error-summary:has(a)'), link = summary?.querySelector('a');
    if (!summary) return;
    const field = page.querySelector(link.getAttribute('href'));
    const isTheSame = link.textContent === page.querySelector(`#${field.id}-error`).textContent;
    if (!isTheSame || summary.className !== 'error-summary' || field.autofocus || !summary.autofocus) throw new Error(page.body.innerHTML);
    summary.remove();
    field.setAttribute('autofocus', '');
};
const other = async response => {
    const html = await response.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    atFieldAlone(page);
    return [...normal(page, page.title), new URL(response.url).pathname];
};
const shown = () => [...normal(document, document.title), location.pathname];
";

/// How to get the server's page.
#[derive(Clone, Copy)]
enum ServerPage<'a> {
    /// Load the page again in the same session.
    Reload,
    /// Post the same form as a plain one to this path, with this field, and follow the redirect.
    PlainForm(&'a str, Option<(&'a str, &'a str)>),
}

/// Asserts that the page shown equals the server's page.
async fn assert_same_page(browser: &Browser, state: &str, other: ServerPage<'_>) {
    let fetch = match other {
        ServerPage::Reload => "fetch(location.href, { headers: { Accept: 'text/html' } })".to_owned(),
        ServerPage::PlainForm(path, field) => {
            let field = field.map(|(name, value)| format!("body.set('{name}', {})", serde_json::json!(value))).unwrap_or_default();
            format!(
                "(() => {{ const body = new URLSearchParams(); {field}; \
                 return fetch('{path}', {{ method: 'POST', headers: {{ Accept: 'text/html' }}, body }}) }})()"
            )
        }
    };
    let both = browser.run(&format!("{NORMAL} return {fetch}.then(other).then(other => [shown(), other])")).await;
    for part in 0..3 {
        let [island, server] = [0, 1].map(|side| both[side][part].as_str().unwrap_or_else(|| panic!("{state}: {both}")));
        assert!(island == server, "{state}: the island shows\n{island}\nand the server\n{server}");
    }
}

/// Clicks a form's button and waits for the response.
async fn press(browser: &Browser, button: &str) {
    browser.click(button).await;
    until("the response to the form", async || {
        (browser.run("return document.querySelector('[aria-disabled]') === null").await == true).then_some(())
    })
    .await;
}

async fn open_island(mailcode: &Mailcode, path: &str) -> Browser {
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url(path)).await;
    browser
}

/// An address that is refused before it is sent gets the same message as from the server.
#[tokio::test]
async fn every_refused_address_looks_the_same() {
    let mailcode = Mailcode::start().await;
    let browser = open_island(&mailcode, "/").await;
    assert_same_page(&browser, "address", ServerPage::Reload).await;
    for typed in ["", "me", "me@", "@example.org", "me@localhost", "me@example.org, you@example.org", "a..b@example.org"] {
        browser.type_into("#email", typed).await;
        press(&browser, "#address-form button.primary").await;
        browser.find("#email-error").await;
        assert_same_page(&browser, typed, ServerPage::PlainForm("/api/request-code", Some(("email", typed)))).await;
    }
    browser.type_into("#email", "me@gmial.com\u{e004}").await;
    browser.find("#email-suggestion button").await;
    press(&browser, "#address-form button.primary").await;
    browser.find("#meant-form").await;
    browser.find("#status[data-final]").await;
    assert_same_page(&browser, "a slip", ServerPage::Reload).await;
    press(&browser, "#meant-form button").await;
    until("the code form for the suggested address", async || (browser.text("#code-email").await == "me@gmail.com").then_some(())).await;
    browser.find("#status[data-final]").await;
    assert_same_page(&browser, "what was meant", ServerPage::Reload).await;
}

#[tokio::test]
async fn every_refused_code_looks_the_same() {
    let mailcode = Mailcode::start_with(&[("TRIES", "4"), ("MAILS_PER_ADDRESS", "1/1h"), ("RESEND_AFTER", "0")]).await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    assert_same_page(&browser, "code", ServerPage::Reload).await;
    for typed in ["", "12345", "1234567", "letters"] {
        browser.type_into("#code", typed).await;
        press(&browser, "#code-form button").await;
        browser.find("#code-error").await;
        // The server does not fill a refused code into the field again.
        browser.run("document.querySelector('#code').value = ''").await;
        assert_same_page(&browser, typed, ServerPage::PlainForm("/api/verify-code", Some(("code", typed)))).await;
    }
    press(&browser, "#resend-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("sent too many codes"));
    assert_same_page(&browser, "limited", ServerPage::PlainForm("/api/resend-code", None)).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    let mut wrongs = wrong_codes(&code);
    browser.type_into("#code", wrongs.next().expect("a wrong code")).await;
    press(&browser, "#code-form button").await;
    browser.run("document.querySelector('#code').value = ''").await;
    let another = wrongs.next().expect("another one");
    assert_same_page(&browser, "wrong code", ServerPage::PlainForm("/api/verify-code", Some(("code", another)))).await;
    for wrong in wrongs.take(2) {
        browser.type_into("#code", wrong).await;
        press(&browser, "#code-form button").await;
    }
    browser.find("#resend-form .primary").await;
    assert_same_page(&browser, "spent", ServerPage::Reload).await;
    press(&browser, "#resend-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("sent too many codes"));
    assert_same_page(&browser, "spent, limited", ServerPage::PlainForm("/api/request-code", Some(("email", ADDRESS)))).await;
    press(&browser, "#change-form button").await;
    browser.find("[data-step=address]").await;
    browser.run("document.querySelector('#email').value = ''").await;
    assert_same_page(&browser, "another address", ServerPage::Reload).await;
}

#[tokio::test]
async fn an_expired_code_looks_the_same() {
    let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "1s")]).await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find(".recovery").await;
    assert!(browser.some_text("#error-summary").await.contains("expired"));
    assert_same_page(&browser, "expired", ServerPage::Reload).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    assert_same_page(&browser, "expired, refused", ServerPage::PlainForm("/api/verify-code", Some(("code", &code)))).await;
}

#[tokio::test]
async fn a_mail_that_is_being_sent_looks_the_same() {
    looks_the_same_with(Script::TarpitAt(Moment::Greeting), "Sending", false).await;
}

#[tokio::test]
async fn a_mail_that_is_retried_looks_the_same() {
    looks_the_same_with(Script::Greylists(450), "We’ll keep trying", false).await;
}

#[tokio::test]
async fn an_accepted_mail_looks_the_same() {
    looks_the_same_with(Script::WellBehaved, "Sent at", true).await;
}

#[tokio::test]
async fn a_failed_mail_looks_the_same() {
    looks_the_same_with(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n"), "doesn’t exist", true).await;
}

/// The page polls for the state of the mail, and replaces the form without a press.
#[tokio::test]
async fn a_mail_that_fails_while_the_form_is_shown_looks_the_same() {
    let relay = HostileRelay::start(Script::WaitsAt(Moment::Mail)).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "1h")]).await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#code-form").await;
    relay.play(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n")).await;
    browser.find(".recovery #change-form .primary").await;
    assert_same_page(&browser, "failed later", ServerPage::Reload).await;
}

#[tokio::test]
async fn a_failed_mail_beside_an_earlier_code_looks_the_same() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "0")]).await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    relay.play(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n")).await;
    press(&browser, "#resend-form button").await;
    browser.find("#status.trouble[data-final]").await;
    let status = browser.text("#status").await;
    assert!(status.starts_with("We couldn’t send another code. The one we sent before still works."), "{status}");
    assert!(browser.shows("#code").await);
    assert_same_page(&browser, "failed after another", ServerPage::Reload).await;
}

#[tokio::test]
async fn a_mail_that_may_have_been_sent_looks_the_same() {
    looks_the_same_with(Script::HangsUpAt(Moment::Dot), "may not arrive", true).await;
}

async fn looks_the_same_with(script: Script, status: &str, is_final: bool) {
    let relay = HostileRelay::start(script).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "1h")]).await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, "me@gmail.com").await;
    until(format!("the status {status:?}"), async || browser.text("#status, #error-summary").await.contains(status).then_some(())).await;
    assert_eq!(browser.shows("#status[data-final], .recovery").await, is_final);
    assert_same_page(&browser, status, ServerPage::Reload).await;
}

#[tokio::test]
async fn reported_codes_look_the_same() {
    let mailcode = Mailcode::start().await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    let mail = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await;
    Visitor::new(&mailcode).submit("/api/not-me", &[("token", &mail.token())]).await;
    browser.type_into("#code", &mail.code()).await;
    press(&browser, "#code-form button").await;
    browser.find("[data-step=address]").await;
    assert!(browser.some_text("#error-summary").await.contains("didn’t ask for a code"));
    assert_same_page(&browser, "disowned", ServerPage::Reload).await;
}

#[tokio::test]
async fn a_missing_proof_of_work_looks_the_same() {
    let mailcode = Mailcode::start_with(&[("PROOF_OF_WORK_ABOVE", "1/1h"), ("PROOF_OF_WORK_WAIT", "30m")]).await;
    Visitor::new(&mailcode).call("/api/request-code", &[("email", "first@example.org")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.block("*/assets/prove-*").await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    press(&browser, "#address-form button.primary").await;
    assert!(browser.some_text("#error-summary").await.contains("press the button again"));
    assert_same_page(&browser, "a wait", ServerPage::PlainForm("/api/request-code", Some(("email", ADDRESS)))).await;
}

#[tokio::test]
async fn a_change_of_the_accounts_address_looks_the_same() {
    let mailcode = Mailcode::start_with(&[("TRIES", "2"), ("RESEND_AFTER", "0")]).await;
    let browser = open_island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    let mailbox = DevMailbox::new(&mailcode);
    crate::support::steps::type_code(&browser, &mailbox.code(ADDRESS).await).await;
    open(&browser, Scripting::On, &mailcode.url("/account/email")).await;
    assert_same_page(&browser, "new address", ServerPage::Reload).await;
    for typed in ["new", "new@localhost"] {
        browser.type_into("#email", typed).await;
        press(&browser, "#address-form button.primary").await;
        browser.find("#email-error").await;
        assert_same_page(&browser, typed, ServerPage::PlainForm("/api/new-address", Some(("email", typed)))).await;
    }
    ask_for_code(&browser, "new@example.org").await;
    browser.find("#status[data-final]").await;
    assert_same_page(&browser, "code for the new address", ServerPage::Reload).await;
    press(&browser, "#resend-form button").await;
    browser.find("#status[data-final]").await;
    assert_same_page(&browser, "another code for the new address", ServerPage::Reload).await;
    let code = mailbox.newest("new@example.org", 2).await.code();
    for wrong in wrong_codes(&code).take(2) {
        browser.type_into("#code", wrong).await;
        press(&browser, "#code-form button").await;
    }
    browser.find("#resend-form .primary").await;
    assert_same_page(&browser, "spent for the new address", ServerPage::Reload).await;
    press(&browser, "#change-form button").await;
    browser.find("[data-step=address]").await;
    browser.run("document.querySelector('#email').value = ''").await;
    assert_same_page(&browser, "another new address", ServerPage::Reload).await;
}
