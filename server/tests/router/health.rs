//! Whether the site lives, and whether it is of use.

use crate::request::request;
use crate::site::TestSite;
use axum::http::StatusCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

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

/// Else a flood of questions would take the connections from the mails.
#[tokio::test]
async fn however_many_ask_the_relay_is_asked_once() {
    let relay = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = relay.local_addr().expect("an address").port().to_string();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    tokio::spawn(async move {
        while relay.accept().await.is_ok() {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    let site = TestSite::with(&["--smtp-host", "127.0.0.1", "--smtp-port", &port, "--mail-from", "no-reply@example.org"]).await;
    let mut all = JoinSet::new();
    for _ in 0..50 {
        let mut visitor = site.visitor();
        all.spawn(async move { visitor.send(request("GET", "/readyz", &[])).await.status });
    }
    let answers = all.join_all().await;
    assert!(answers.iter().all(|status| *status == StatusCode::SERVICE_UNAVAILABLE), "{answers:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}
