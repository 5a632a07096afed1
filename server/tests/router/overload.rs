//! More requests than can be processed in time.

use crate::request::{LOADS_A_PAGE, PLAIN_FORM, PROGRAM, form, request};
use crate::site::TestSite;
use axum::http::StatusCode;
use tokio::task::JoinSet;
use tokio::time::{pause, resume};

/// The limit of `router/concurrency.rs`.
const MAX_REQUESTS: usize = 256;

/// While the database is locked, every form waits for it, so that all accepted requests stay in progress.
#[tokio::test]
async fn one_request_too_many_gets_a_retry_after() {
    let site = TestSite::new().await;
    let lock = site.lock_database();
    let mut posts = JoinSet::new();
    for number in 0..MAX_REQUESTS + 10 {
        // No client exceeds its own limit.
        let mut visitor = site.visitor_at(&format!("192.0.2.{}", number % 5));
        posts.spawn(async move { visitor.submit("/api/request-code", &[("email", "no address")]).await });
    }
    for _ in 0..10 {
        let answer = posts.join_next().await.expect("a post").expect("no panic");
        assert_eq!(answer.header("retry-after"), Some("10"));
        let page = answer.page(StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.text("h1").contains("busy"), "{page:?}");
    }
    let answer = site.visitor().call("/api/request-code", &[("email", "ada@example.org")]).await;
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, Some("10")));
    assert_eq!(answer.json(), "Internal");
    assert_eq!(site.visitor().get("/healthz").await.status, StatusCode::OK, "the process lives");
    let stylesheet = site.visitor().get(frontend::BUNDLE.stylesheet.path).await;
    assert_eq!(stylesheet.status, StatusCode::OK, "files need no turn");
    drop(lock);
    while let Some(answer) = posts.join_next().await {
        assert_eq!(answer.expect("no panic").redirect(), "/", "who was let in is answered");
    }
    assert_eq!(site.visitor().get("/").await.status, StatusCode::OK);
}

/// The limit of `router/per_client_limit.rs`.
const MAX_REQUESTS_PER_CLIENT: usize = 64;

#[tokio::test]
async fn one_client_does_not_take_every_turn() {
    let site = TestSite::new().await;
    let lock = site.lock_database();
    let mut posts = JoinSet::new();
    for number in 0..MAX_REQUESTS_PER_CLIENT + 10 {
        // All are in one /64 network.
        let mut visitor = site.visitor_at(&format!("2001:db8::{number:x}"));
        posts.spawn(async move { visitor.submit("/api/request-code", &[("email", "no address")]).await });
    }
    for _ in 0..10 {
        let answer = posts.join_next().await.expect("a post").expect("no panic");
        assert_eq!(answer.header("retry-after"), Some("10"));
        assert_eq!(answer.page(StatusCode::TOO_MANY_REQUESTS).text("h1"), "Too many connections");
    }
    let mut other = site.visitor_at("2001:db8:0:1::1");
    posts.spawn(async move { other.submit("/api/request-code", &[("email", "no address")]).await });
    drop(lock);
    let mut answered = 0;
    while let Some(answer) = posts.join_next().await {
        assert_eq!(answer.expect("no panic").redirect(), "/", "who was let in is answered, and who is somebody else");
        answered += 1;
    }
    assert_eq!(answered, MAX_REQUESTS_PER_CLIENT + 1);
    assert_eq!(site.visitor_at("2001:db8::1").get("/").await.status, StatusCode::OK, "the turns come back");
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_given_up() {
    let site = TestSite::new().await;
    let lock = site.lock_database();
    for headers in [PLAIN_FORM, PROGRAM] {
        let mut visitor = site.visitor();
        // The paused clock advances to the next time-out as soon as all tasks wait for the database.
        pause();
        let answer = visitor.post("/api/request-code", headers, form(&[("email", "ada@example.org")])).await;
        resume();
        assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, Some("10")), "{}", answer.text());
    }
    drop(lock);
    assert_eq!(site.visitor().send(request("GET", "/", LOADS_A_PAGE)).await.status, StatusCode::OK);
}
