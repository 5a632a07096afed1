//! Whether the site lives, and whether it is of use.

use crate::request::request;
use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn the_process_lives_and_is_ready() {
    let site = TestSite::new().await;
    for path in ["/healthz", "/readyz"] {
        let answer = site.visitor().send(request("GET", path, &[])).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        assert!(answer.set_cookies().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn without_its_relay_it_lives_but_is_not_ready() {
    // Port 1 (TCPMUX) is privileged, and nothing has listened there for decades.
    let flags = ["--smtp-host", "127.0.0.1", "--smtp-port", "1", "--mail-from", "no-reply@example.org"];
    let site = TestSite::with(&flags).await;
    assert_eq!(site.visitor().get("/healthz").await.status, StatusCode::OK);
    let answer = site.visitor().send(request("GET", "/readyz", &[])).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.text().contains("relay"), "{}", answer.text());
    assert!(!answer.text().contains("127.0.0.1"), "the relay is nobody's business: {}", answer.text());
}
