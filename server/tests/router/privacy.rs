//! The responses reveal neither whether an address has an account nor what was mailed.

use crate::answer::Answer;
use crate::site::{TestSite, other_than};
use crate::visitor::Visitor;
use axum::http::StatusCode;

const KNOWN: &str = "known.one@example.org";
const UNKNOWN: &str = "newly.one@example.org";

/// Status, headers, body and the body's length, without the address and its possible line breaks, the session's id, and the numbers, which
/// depend only on the time.
pub(crate) fn told(answer: &Answer, address: &str) -> (String, usize) {
    let cookie_names: Vec<_> = answer.set_cookies().iter().filter_map(|line| line.split('=').next()).map(str::to_owned).collect();
    let mut headers = answer.headers.clone();
    headers.remove("set-cookie");
    let text = format!("{} {headers:?} {cookie_names:?} {}", answer.status, answer.text().replace("<wbr>", "").replace(address, "ADDRESS"));
    let numbers =
        |text: &str| text.split(|character: char| character.is_ascii_digit()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("#");
    (numbers(&text), answer.body.len())
}

/// All responses to a visitor who tries this address by plain forms and as a program.
async fn all_that_is_told(site: &TestSite, address: &str) -> Vec<(String, usize)> {
    let mut told_so_far = Vec::new();
    let (mut browser, mut program): (Visitor, Visitor) = (site.visitor(), site.visitor());
    let field = [("email", address)];
    for answer in [
        browser.submit("/api/request-code", &field).await,
        browser.get("/code").await,
        // Refused by the pause between two mails.
        browser.submit("/api/resend-code", &[]).await,
        browser.get("/code").await,
        program.call("/api/request-code", &field).await,
    ] {
        told_so_far.push(told(&answer, address));
    }
    let wrong = other_than(&site.code_for(address).await);
    for answer in [
        browser.submit("/api/verify-code", &[("code", &wrong)]).await,
        browser.get("/code").await,
        browser.call("/api/verify-code", &[("code", &wrong)]).await,
        browser.submit("/api/change-address", &[]).await,
        browser.get("/").await,
    ] {
        told_so_far.push(told(&answer, address));
    }
    told_so_far
}

#[tokio::test]
async fn an_account_shows_in_no_answer() {
    let site = TestSite::new().await;
    site.sign_up(&mut site.visitor(), KNOWN).await;
    let (known, unknown) = (all_that_is_told(&site, KNOWN).await, all_that_is_told(&site, UNKNOWN).await);
    for (place, (known, unknown)) in known.iter().zip(&unknown).enumerate() {
        assert_eq!(known, unknown, "answer {place}");
    }
}

#[tokio::test]
async fn the_mail_shows_no_account_either() {
    let site = TestSite::new().await;
    site.sign_up(&mut site.visitor(), KNOWN).await;
    let mut texts = Vec::new();
    for address in [KNOWN, UNKNOWN] {
        site.visitor().submit("/api/request-code", &[("email", address)]).await;
        let code = site.code_for(address).await;
        let page = site.visitor().get(&format!("/dev/mailbox/{}", site.mailed().await.len())).await.page(StatusCode::OK);
        let token = site.token_for(address).await;
        texts.push(page.texts("#mail-text").next().expect("a text").replace(&code, "CODE").replace(&token, "TOKEN"));
    }
    assert_eq!(texts[0], texts[1]);
    assert!(texts[0].contains("CODE") && texts[0].contains("TOKEN"));
}

#[tokio::test]
async fn no_answer_holds_the_code() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let (mut browser, mut program) = (site.visitor(), site.visitor());
    let field = [("email", UNKNOWN)];
    let mut answers = vec![browser.submit("/api/request-code", &field).await, browser.get("/code").await, browser.get("/").await];
    let first = site.code_for(UNKNOWN).await;
    answers.push(program.call("/api/request-code", &field).await);
    let second = site.code_for(UNKNOWN).await;
    answers.push(program.get("/code").await);
    answers.push(browser.submit("/api/verify-code", &[("code", &other_than(&first))]).await);
    answers.push(browser.get("/code").await);
    answers.push(browser.submit("/api/verify-code", &[("code", &first)]).await);
    answers.push(browser.get("/account").await);
    for answer in answers {
        let whole = format!("{:?} {}", answer.headers, answer.text());
        assert!(!whole.contains(&first) && !whole.contains(&second), "{whole}");
    }
}
