//! Slow clients occupy a connection only for a limited time.

use crate::listener::{PATIENCE, SHORT, SPACIOUS, TestListener, ok};
use axum::Router;
use server::listener::{Bounds, Timeouts};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::sync::Notify;
use tokio::time::timeout;

#[tokio::test]
async fn a_missing_head_times_out() {
    let listener = TestListener::open(ok(), SPACIOUS, SHORT).await;
    for begun in ["", "GET", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
        let mut client = listener.connect().await;
        client.send(begun).await;
        assert_eq!(client.rest().await, "", "{begun}");
    }
}

#[tokio::test]
async fn a_head_that_trickles_in_times_out() {
    let listener = TestListener::open(ok(), SPACIOUS, SHORT).await;
    let mut client = listener.connect().await;
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ").await;
    let trickle = async {
        // Send a byte whenever the client has received none for a while, until the connection ends.
        while timeout(Duration::from_millis(20), client.0.read_u8()).await.is_err() {
            client.send("a").await;
        }
    };
    timeout(PATIENCE, trickle).await.expect("the connection is ended");
}

#[tokio::test]
async fn an_idle_connection_is_closed() {
    let listener = TestListener::open(ok(), SPACIOUS, SHORT).await;
    let mut client = listener.connect().await;
    assert!(client.is_served().await);
    assert!(client.is_served().await);
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn a_client_that_reads_nothing_loses_its_connection() {
    let large = Router::new().fallback(async || vec![0; 64 * 1024 * 1024]);
    let listener = TestListener::open(large, Bounds { total: 1, ..SPACIOUS }, Timeouts { head: PATIENCE, ..SHORT }).await;
    let mut client = listener.connect().await;
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    assert_eq!(client.0.read_u8().await.expect("an answer begins"), b'H');
    assert_eq!(listener.status().await, 503, "the place is taken");
    listener.wait_for(200).await;
}

#[tokio::test]
async fn a_busy_connection_ends_too() {
    let listener = TestListener::open(ok(), SPACIOUS, Timeouts { life: Duration::from_secs(1), head: PATIENCE, ..SHORT }).await;
    let mut client = listener.connect().await;
    let mut answers = Vec::new();
    let ask = async {
        loop {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
            if client.0.read_buf(&mut answers).await.unwrap_or(0) == 0 {
                break;
            }
        }
    };
    timeout(PATIENCE, ask).await.expect("the connection is ended");
    assert!(answers.starts_with(b"HTTP/1.1 200 OK"), "it was used");
}

#[tokio::test]
async fn a_stop_waits_for_answers_but_not_for_clients() {
    let (begun, end) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (inner_begun, inner_end) = (Arc::clone(&begun), Arc::clone(&end));
    let slow = Router::new().fallback(async move || {
        inner_begun.notify_one();
        inner_end.notified().await;
        "late"
    });
    let patient = Timeouts { head: PATIENCE * 10, linger: PATIENCE * 10, ..SHORT };
    let listener = TestListener::open(slow, SPACIOUS, patient).await;
    let _idle = listener.connect().await;
    let mut client = listener.connect().await;
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    begun.notified().await;
    listener.shutdown.cancel();
    assert!(!listener.served.is_finished());
    end.notify_one();
    let answer = client.rest().await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("late"), "{answer}");
    timeout(PATIENCE, listener.served).await.expect("the listener ends in time").expect("no panic");
}
