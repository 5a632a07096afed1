//! The limits as clients see them.

use crate::answer::{Answer, initial_view};
use crate::site::{TestSite, other_than, others_than};
use app::view::Number;
use axum::http::StatusCode;
use domain::{Limit, Refusal};

const ADDRESS: &str = "ada@example.org";

/// Asserts that a program was refused by this limit. Returns the seconds to wait, which must equal the header's.
pub(crate) fn limited(answer: &Answer, limit: Limit) -> u32 {
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.text());
    let Refusal::Limited { limit: told, retry_after } = answer.refusal() else { panic!("{}", answer.text()) };
    assert_eq!(told, limit);
    assert_eq!(answer.header("retry-after"), Some(retry_after.to_string().as_str()));
    retry_after
}

#[tokio::test]
async fn a_second_code_has_to_wait_a_minute() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let wait = limited(&visitor.call("/api/resend-code", &[]).await, Limit::ResendAfter);
    assert!((1..=60).contains(&wait), "{wait}");
    limited(&visitor.call("/api/request-code", &[("email", ADDRESS)]).await, Limit::ResendAfter);
    limited(&site.visitor().call("/api/request-code", &[("email", "ADA@EXAMPLE.ORG")]).await, Limit::ResendAfter);
    assert_eq!(site.mailed().await.len(), 1);
}

#[tokio::test]
async fn a_form_says_when_the_limit_ends() {
    const SENTENCE: &str = "Please try again laterWe just sent a code to this address. You can ask for another in ";
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(visitor.submit("/api/resend-code", &[]).await.redirect(), "/code");
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#error-summary").starts_with(SENTENCE), "{}", page.text("#error-summary"));
    assert!(
        page.text("#error-summary").ends_with("seconds. A code you’ve already received still works."),
        "{}",
        page.text("#error-summary")
    );

    let mut second = site.visitor();
    assert_eq!(second.submit("/api/request-code", &[("email", ADDRESS)]).await.redirect(), "/");
    let page = second.get("/").await.page(StatusCode::OK);
    assert!(page.text("#error-summary").starts_with(SENTENCE), "{}", page.text("#error-summary"));
    assert_eq!(page.tag("input", "name", "email").attribute("value"), Some(ADDRESS));
    assert_eq!(site.mailed().await.len(), 1);
}

#[tokio::test]
async fn all_wrong_codes_are_spent_by_one_sign_up() {
    let site = TestSite::with(&["--resend-after", "0"]).await;
    let mut visitor = site.visitor();
    visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
    let code = site.code_for(ADDRESS).await;
    let wrong: Vec<_> = others_than(&code).take(6).collect();
    for (left, wrong) in [4, 3, 2, 1].into_iter().zip(&wrong) {
        for _ in 0..2 {
            let refusal = visitor.call("/api/verify-code", &[("code", wrong)]).await.refusal();
            assert_eq!(refusal, Refusal::WrongCode { tries_left: left }, "the same again costs nothing");
        }
    }
    for typed in [&wrong[4], &wrong[4], &wrong[5], &code] {
        let answer = visitor.call("/api/verify-code", &[("code", typed)]).await;
        assert_eq!((answer.status, answer.refusal()), (StatusCode::TOO_MANY_REQUESTS, Refusal::TriesSpent));
    }
    assert_eq!(visitor.call("/api/resend-code", &[]).await.refusal(), Refusal::TriesSpent);
    assert_eq!(site.rows("account"), 0);

    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/code");
    let error = visitor.get("/code").await.page(StatusCode::OK).text("#error-summary");
    assert!(error.contains("Too many wrong codes"), "{error}");
    visitor.submit("/api/change-address", &[]).await;
    site.sign_up(&mut visitor, ADDRESS).await;
}

#[tokio::test]
async fn an_address_gets_only_so_many_mails() {
    let site = TestSite::with(&["--resend-after", "0", "--mails-per-address", "2/1h"]).await;
    for _ in 0..2 {
        assert_eq!(site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await.status, StatusCode::OK);
    }
    let wait = limited(&site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await, Limit::MailsPerAddress);
    assert!((3500..=3600).contains(&wait), "{wait}");
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let error = visitor.get("/").await.page(StatusCode::OK).text("#error-summary");
    assert_eq!(error, "Please try again laterWe’ve sent too many codes to this address. You can ask for another in 60 minutes.");
    assert_eq!(site.visitor().call("/api/request-code", &[("email", "bob@example.org")]).await.status, StatusCode::OK);
    assert_eq!(site.mailed().await.len(), 3);
}

/// The page offers no other code before its limit allows one, and the earlier code still works.
#[tokio::test]
async fn a_visitor_with_a_code_is_informed_that_it_still_works() {
    let site = TestSite::with(&["--resend-after", "0", "--mails-per-address", "1/1h"]).await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(initial_view(&visitor.get("/code").await.page(StatusCode::OK)).number(Number::ResendIn), 0);
    visitor.submit("/api/resend-code", &[]).await;
    let page = visitor.get("/code").await.page(StatusCode::OK);
    assert!(page.text("#error-summary").ends_with("A code you’ve already received still works."), "{}", page.text("#error-summary"));
    assert!((3500..=3600).contains(&initial_view(&page).number(Number::ResendIn)));
    let code = site.code_for(ADDRESS).await;
    assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.redirect(), "/account");
}

#[tokio::test]
async fn the_installation_sends_only_so_many_mails() {
    let site = TestSite::with(&["--mails-total", "1/1h"]).await;
    assert_eq!(site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await.status, StatusCode::OK);
    let answer = site.visitor_at("203.0.113.9").call("/api/request-code", &[("email", "bob@example.org")]).await;
    limited(&answer, Limit::MailsTotal);
    assert_eq!(site.mailed().await.len(), 1);
}

#[tokio::test]
async fn wrong_codes_for_an_address_count_over_all_sessions() {
    let site = TestSite::with(&["--resend-after", "0", "--failures-per-address", "2/24h"]).await;
    for _ in 0..2 {
        let mut visitor = site.visitor();
        visitor.call("/api/request-code", &[("email", ADDRESS)]).await;
        let wrong = other_than(&site.code_for(ADDRESS).await);
        assert!(matches!(visitor.call("/api/verify-code", &[("code", &wrong)]).await.refusal(), Refusal::WrongCode { .. }));
    }
    limited(&site.visitor().call("/api/request-code", &[("email", ADDRESS)]).await, Limit::FailuresPerAddress);
    assert_eq!(site.mailed().await.len(), 2);
}
