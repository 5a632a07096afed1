//! What the island shows in a state that it was brought to by server functions is what the server renders in the same state.

use crate::steps::{ADDRESS, Relay, ask_for_code, open, wrong};
use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Moment, Script, Scripting, Visitor, until};

/// Writes down a page's main part, without what script alone does: times of the place, clocks, what is announced and suggested, and
/// which of two sentences is shown. Numbers count down from one look to the next, and tries.
const NORMAL: &str = r"
const normal = (page, title) => {
    const scriptOnly = ['resend-news', 'email-suggestion', 'proving'];
    const write = (node, counts) => {
        if (node.nodeType === Node.TEXT_NODE) return counts ? node.data.replace(/\d+/g, '#') : node.data;
        if (node.nodeType !== Node.ELEMENT_NODE) return '';
        const counting = counts || ['resend-countdown', 'code-hint', 'error-summary', 'code-error', 'email-error'].includes(node.id);
        const either = node.matches('.either > span');
        const attributes = [...node.attributes]
            .filter(({ name }) => !(name === 'hidden' && (either || node.id === 'resend-countdown')) && !['disabled', 'value', 'data-view'].includes(name))
            .map(({ name, value }) => `${name}=${value}`).sort();
        if (node.localName === 'input') attributes.push(`value=${node.value}`);
        const empty = scriptOnly.includes(node.id) || node.localName === 'time' || node.matches('.clock');
        const children = empty ? '' : [...node.childNodes].map(child => write(child, counting)).join('');
        return `<${node.localName} ${attributes.join(' ')}>${children.replace(/\s+/g, ' ').trim()}</${node.localName}>`;
    };
    return [title, write(page.querySelector('main'), false).replaceAll('><', '>\n<')];
};
const other = async response => {
    const html = await response.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    return [...normal(page, page.title), new URL(response.url).pathname];
};
const shown = () => [...normal(document, document.title), location.pathname];
";

/// Where the server's page comes from.
#[derive(Clone, Copy)]
enum Other<'a> {
    /// The page is loaded again in the same session.
    Reload,
    /// The same form is posted as a plain one, to this path with this field, and its redirect followed.
    PlainForm(&'a str, Option<(&'a str, &'a str)>),
}

/// Compares what is shown with the server's page.
async fn is_the_same(browser: &Browser, state: &str, other: Other<'_>) {
    let fetch = match other {
        Other::Reload => "fetch(location.href, { headers: { Accept: 'text/html' } })".to_owned(),
        Other::PlainForm(path, field) => {
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

/// Sends the form of this button and waits for the answer.
async fn press(browser: &Browser, button: &str) {
    browser.click(button).await;
    until("the answer", async || (browser.run("return document.querySelector('[aria-disabled]') === null").await == true).then_some(()))
        .await;
}

async fn island(mailcode: &Mailcode, path: &str) -> Browser {
    let browser = Browser::start(Scripting::On).await;
    open(&browser, Scripting::On, &mailcode.url(path)).await;
    browser
}

/// What is refused before it is sent is told as the server tells it.
#[tokio::test]
async fn every_address_that_is_refused() {
    let mailcode = Mailcode::start().await;
    let browser = island(&mailcode, "/").await;
    is_the_same(&browser, "address", Other::Reload).await;
    for typed in ["", "me", "me@", "@example.org", "me@localhost", "me@example.org, you@example.org", "a..b@example.org"] {
        browser.type_into("#email", typed).await;
        press(&browser, "#address-form button.primary").await;
        browser.find("#error-summary").await;
        is_the_same(&browser, typed, Other::PlainForm("/api/request-code", Some(("email", typed)))).await;
    }
    browser.type_into("#email", "me@gmial.com\u{e004}").await;
    browser.find("#email-suggestion button").await;
    press(&browser, "#address-form button.primary").await;
    browser.find("#slip").await;
    browser.find("#status[data-final]").await;
    is_the_same(&browser, "a slip", Other::Reload).await;
}

#[tokio::test]
async fn every_code_that_is_refused() {
    let mailcode = Mailcode::start_with(&[("TRIES", "4"), ("MAILS_PER_ADDRESS", "1/1h"), ("RESEND_AFTER", "0")]).await;
    let browser = island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    is_the_same(&browser, "code", Other::Reload).await;
    for typed in ["", "12345", "1234567", "letters"] {
        browser.type_into("#code", typed).await;
        press(&browser, "#code-form button").await;
        browser.find("#error-summary").await;
        // What the server has refused it does not put into the field again.
        browser.run("document.querySelector('#code').value = ''").await;
        is_the_same(&browser, typed, Other::PlainForm("/api/verify-code", Some(("code", typed)))).await;
    }
    press(&browser, "#resend-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("Many codes were sent"));
    is_the_same(&browser, "limited", Other::PlainForm("/api/resend-code", None)).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", wrong(&code)).await;
    press(&browser, "#code-form button").await;
    browser.run("document.querySelector('#code').value = ''").await;
    is_the_same(&browser, "wrong code", Other::PlainForm("/api/verify-code", Some(("code", wrong(&code))))).await;
    for _ in 0..2 {
        browser.type_into("#code", wrong(&code)).await;
        press(&browser, "#code-form button").await;
    }
    browser.find("#resend-form .primary").await;
    is_the_same(&browser, "spent", Other::Reload).await;
    press(&browser, "#resend-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("Many codes were sent"));
    is_the_same(&browser, "spent, limited", Other::PlainForm("/api/request-code", Some(("email", ADDRESS)))).await;
    press(&browser, "#change-form button").await;
    browser.find("[data-step=address]").await;
    browser.run("document.querySelector('#email').value = ''").await;
    is_the_same(&browser, "another address", Other::Reload).await;
}

#[tokio::test]
async fn a_code_that_has_expired() {
    let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "1s")]).await;
    let browser = island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    browser.find("#status[data-final]").await;
    browser.find("#code-hint .over:not([hidden])").await;
    is_the_same(&browser, "expired", Other::Reload).await;
    let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
    browser.type_into("#code", &code).await;
    press(&browser, "#code-form button").await;
    assert!(browser.some_text("#error-summary").await.contains("expired"));
    browser.run("document.querySelector('#code').value = ''").await;
    is_the_same(&browser, "expired, refused", Other::PlainForm("/api/verify-code", Some(("code", &code)))).await;
}

#[tokio::test]
async fn a_mail_that_is_being_sent() {
    becomes(Script::TarpitAt(Moment::Greeting), "on its way", false).await;
}

#[tokio::test]
async fn a_mail_that_is_tried_again() {
    becomes(Script::Greylists(450), "We go on trying", false).await;
}

#[tokio::test]
async fn a_mail_that_is_accepted() {
    becomes(Script::WellBehaved, "was sent at", true).await;
}

#[tokio::test]
async fn a_mail_that_has_failed() {
    becomes(Script::Says(Moment::Recipient, "550 5.1.1 no such mailbox\r\n"), "does not exist", true).await;
}

#[tokio::test]
async fn a_mail_that_may_have_been_sent() {
    becomes(Script::HangsUpAt(Moment::Dot), "may have been sent", true).await;
}

async fn becomes(script: Script, status: &str, is_final: bool) {
    let relay = HostileRelay::start(script).await;
    let mailcode = Relay::hostile(&relay).mailcode_with(&[("RESEND_AFTER", "1h")]).await;
    let browser = island(&mailcode, "/").await;
    ask_for_code(&browser, "me@gmail.com").await;
    until(format!("the mail to be {status}"), async || browser.text("#status").await.contains(status).then_some(())).await;
    assert_eq!(browser.shows("#status[data-final]").await, is_final);
    is_the_same(&browser, status, Other::Reload).await;
}

#[tokio::test]
async fn codes_that_were_disowned() {
    let mailcode = Mailcode::start().await;
    let browser = island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    let mail = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await;
    Visitor::new(&mailcode).submit("/api/not-me", &[("token", &mail.token())]).await;
    browser.type_into("#code", &mail.code()).await;
    press(&browser, "#code-form button").await;
    browser.find("[data-step=address]").await;
    assert!(browser.some_text("#error-summary").await.contains("did not ask for them"));
    is_the_same(&browser, "disowned", Other::Reload).await;
}

#[tokio::test]
async fn a_proof_that_cannot_be_brought() {
    let mailcode = Mailcode::start_with(&[("PROOF_OF_WORK_ABOVE", "1/1h"), ("PROOF_OF_WORK_WAIT", "30m")]).await;
    Visitor::new(&mailcode).call("/api/request-code", &[("email", "first@example.org")]).await;
    let browser = Browser::start(Scripting::On).await;
    browser.block("*/assets/prove-*").await;
    open(&browser, Scripting::On, &mailcode.url("/")).await;
    browser.type_into("#email", ADDRESS).await;
    press(&browser, "#address-form button.primary").await;
    assert!(browser.some_text("#error-summary").await.contains("press the button again"));
    is_the_same(&browser, "a wait", Other::PlainForm("/api/request-code", Some(("email", ADDRESS)))).await;
}

#[tokio::test]
async fn another_address_for_the_account() {
    let mailcode = Mailcode::start_with(&[("TRIES", "2"), ("RESEND_AFTER", "0")]).await;
    let browser = island(&mailcode, "/").await;
    ask_for_code(&browser, ADDRESS).await;
    let mailbox = DevMailbox::new(&mailcode);
    crate::steps::type_code(&browser, &mailbox.code(ADDRESS).await).await;
    open(&browser, Scripting::On, &mailcode.url("/account/email")).await;
    is_the_same(&browser, "new address", Other::Reload).await;
    for typed in ["new", "new@localhost"] {
        browser.type_into("#email", typed).await;
        press(&browser, "#address-form button.primary").await;
        browser.find("#error-summary").await;
        is_the_same(&browser, typed, Other::PlainForm("/api/new-address", Some(("email", typed)))).await;
    }
    ask_for_code(&browser, "new@example.org").await;
    browser.find("#status[data-final]").await;
    is_the_same(&browser, "code for the new address", Other::Reload).await;
    press(&browser, "#resend-form button").await;
    browser.find("#status[data-final]").await;
    is_the_same(&browser, "another code for the new address", Other::Reload).await;
    let code = mailbox.newest("new@example.org", 2).await.code();
    for _ in 0..2 {
        browser.type_into("#code", wrong(&code)).await;
        press(&browser, "#code-form button").await;
    }
    browser.find("#resend-form .primary").await;
    is_the_same(&browser, "spent for the new address", Other::Reload).await;
    press(&browser, "#change-form button").await;
    browser.find("[data-step=address]").await;
    browser.run("document.querySelector('#email').value = ''").await;
    is_the_same(&browser, "another new address", Other::Reload).await;
}
