//! Responses to internal failures: they do not reveal the cause, and the request has no effect (ASVS 5.0 V16.5.1, V16.5.3).

use crate::site::TestSite;
use axum::http::StatusCode;
use domain::Refusal;

const FIELD: [(&str, &str); 1] = [("email", "ada@example.org")];

#[tokio::test]
async fn a_broken_database_is_reported_without_its_error_text() {
    let site = TestSite::new().await;
    let (mut browser, mut program) = (site.visitor(), site.visitor());
    browser.submit("/api/request-code", &FIELD).await;
    program.call("/api/request-code", &[("email", "bob@example.org")]).await;
    let mails = site.mailed().await.len();
    site.lose("bucket_use");
    site.lose("session");

    let pages = [browser.get("/code").await, browser.submit("/api/request-code", &FIELD).await, browser.get("/account").await];
    for answer in &pages {
        answer.page(StatusCode::INTERNAL_SERVER_ERROR);
    }
    let of_program = [program.call("/api/request-code", &FIELD).await, program.call("/api/resend-code", &[]).await];
    for answer in &of_program {
        assert_eq!((answer.status, answer.refusal()), (StatusCode::INTERNAL_SERVER_ERROR, Refusal::Internal));
    }
    for answer in pages.iter().chain(&of_program) {
        let told = format!("{:?} {}", answer.headers, answer.text()).to_lowercase();
        for cause in ["session", "bucket", "table", "sql", "the store", "error(", ".rs"] {
            assert!(!told.contains(cause), "{cause} in {told}");
        }
    }
    assert_eq!(site.mailed().await.len(), mails, "nothing is mailed");
}

#[tokio::test]
async fn without_its_counters_no_code_is_compared() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &FIELD).await;
    let code = site.code_for("ada@example.org").await;
    site.lose("bucket_use");
    let answer = visitor.call("/api/verify-code", &[("code", &code)]).await;
    assert_eq!((answer.status, answer.refusal()), (StatusCode::INTERNAL_SERVER_ERROR, Refusal::Internal));
    assert_eq!(site.rows("account"), 0, "the right code signs nobody in");
}
