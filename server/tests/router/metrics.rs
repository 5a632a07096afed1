//! The metrics, on the operator's own listener.

use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn what_happened_is_counted_and_nobody_is_named() {
    let site = TestSite::new().await;
    let mut visitor = site.visitor();
    visitor.submit("/api/request-code", &[("email", "no address")]).await;
    site.sign_up(&mut visitor, "somebody@example.org").await;
    visitor.call("/api/not-me", &[("token", "no token")]).await;
    let answer = site.operator().get("/metrics").await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = answer.text();
    for line in [
        "mailcode_requests_total{function=\"request-code\",outcome=\"address\"} 1",
        "mailcode_requests_total{function=\"request-code\",outcome=\"ok\"} 1",
        "mailcode_requests_total{function=\"verify-code\",outcome=\"ok\"} 1",
        "mailcode_requests_total{function=\"not-me\",outcome=\"token\"} 1",
        "mailcode_mails_total{outcome=\"accepted\",relay=\"main\"} 1",
        "mailcode_mails_queued 0",
        "mailcode_mail_retries_total 0",
        "mailcode_relay_up{relay=\"main\"} 1",
        "mailcode_relay_connections{relay=\"main\"} 1",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    assert!(!text.contains("somebody") && !text.contains("example.org"), "{text}");
}

#[tokio::test]
async fn visitors_do_not_see_the_metrics() {
    let site = TestSite::new().await;
    assert_eq!(site.visitor().get("/metrics").await.status, StatusCode::NOT_FOUND);
}
