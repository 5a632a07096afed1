//! More connections than the limit allows.

use crate::listener::{PATIENCE, SHORT, SPACIOUS, TestListener, ok};
use axum::Router;
use server::listener::{Bounds, Timeouts};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use test_support::status;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Time-outs that no connection of the test reaches.
const PATIENT: Timeouts = Timeouts { head: PATIENCE, linger: PATIENCE, ..SHORT };

#[tokio::test]
async fn at_the_limit_the_next_is_refused_until_one_leaves() {
    let listener = TestListener::open(ok(), Bounds { total: 2, ..SPACIOUS }, PATIENT).await;
    let (mut first, mut second) = (listener.connect().await, listener.connect().await);
    assert!(first.is_served().await);
    assert!(second.is_served().await);
    for _ in 0..5 {
        assert_eq!(listener.status().await, 503);
    }
    assert!(first.is_served().await);
    drop(second);
    listener.wait_for(200).await;
}

#[tokio::test]
async fn one_client_has_a_bound_of_its_own() {
    let listener = TestListener::open(ok(), Bounds { per_client: 1, ..SPACIOUS }, PATIENT).await;
    let mut first = listener.connect().await;
    assert!(first.is_served().await);
    assert_eq!(listener.status().await, 429);
    drop(first);
    listener.wait_for(200).await;
}

/// Many clients send everything before they read the response, and a reset would discard it (RFC 9112 §9.6).
#[tokio::test]
async fn a_refused_client_may_send_all_and_reads_why() {
    let listener = TestListener::open(ok(), Bounds { total: 1, ..SPACIOUS }, PATIENT).await;
    let mut first = listener.connect().await;
    assert!(first.is_served().await);
    let mut second = listener.connect().await;
    second.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n").await;
    second.0.write_all(&vec![b'a'; 10_000_000]).await.expect("all can be sent");
    second.0.shutdown().await.expect("the connection is there");
    let mut answer = String::new();
    second.0.read_to_string(&mut answer).await.expect("the connection ends well");
    assert_eq!(status(&answer), 503, "{answer}");
}

#[tokio::test]
async fn a_refused_connection_is_closed() {
    let bounds = Bounds { total: 1, refused: 1, ..SPACIOUS };
    let listener = TestListener::open(ok(), bounds, Timeouts { head: PATIENCE / 10, ..PATIENT }).await;
    let mut first = listener.connect().await;
    assert!(first.is_served().await);
    let mut silent = listener.connect().await;
    // The only connection for refusals is in use, so that the next one is dropped.
    assert_eq!(listener.status().await, 0);
    assert_eq!(silent.rest().await, "");
}

#[tokio::test]
async fn a_panic_ends_one_connection_and_frees_its_place() {
    let is_first = Arc::new(AtomicBool::new(true));
    let router = Router::new().fallback(async move || {
        assert!(!is_first.swap(false, Ordering::Relaxed), "a panic of the test");
        "ok"
    });
    let listener = TestListener::open(router, Bounds { total: 1, ..SPACIOUS }, PATIENT).await;
    assert_eq!(listener.status().await, 0);
    listener.wait_for(200).await;
}
