//! Time-outs and limits of connections from trusted proxies; and HTTP/2, which no connection supports.

use crate::listener::{PATIENCE, SHORT, SPACIOUS, TestListener, ok};
use clap::Parser;
use server::config::{Config, Settings, TrustedProxies};
use server::listener::{Bounds, Timeouts};
use std::time::Duration;
use test_support::RawConnection;
use tokio::io::AsyncReadExt;
use tokio::time::{Instant, sleep, timeout};

/// An idle time-out that is short, but longer than that of other connections.
const IDLE: Duration = Duration::from_secs(3);

fn loopback() -> TrustedProxies {
    let settings = Settings::try_parse_from(["mailcode", "--trusted-proxies", "127.0.0.0/8"]).expect("the settings are known");
    Config::try_from(settings).expect("the settings agree").trusted_proxies
}

#[tokio::test]
async fn an_idle_proxy_connection_is_kept_longer_and_ends() {
    let timeouts = Timeouts { proxy_idle: IDLE, ..SHORT };
    let listener = TestListener::open_behind(loopback(), ok(), SPACIOUS, timeouts).await;
    let mut client = listener.connect().await;
    assert!(client.is_served().await);
    sleep(SHORT.head + Duration::from_millis(500)).await;
    assert!(client.is_served().await);
    let idle_since = Instant::now();
    assert_eq!(client.rest().await, "");
    assert!(idle_since.elapsed() + Duration::from_millis(500) >= IDLE, "{:?}", idle_since.elapsed());
}

#[tokio::test]
async fn an_old_proxy_connection_ends_after_a_response_and_not_while_idle() {
    let timeouts = Timeouts { proxy_idle: IDLE, retire: Duration::from_secs(1), life: Duration::from_secs(1), ..SHORT };
    let listener = TestListener::open_behind(loopback(), ok(), SPACIOUS, timeouts).await;
    let mut client = listener.connect().await;
    assert!(client.is_served().await);
    sleep(Duration::from_millis(1500)).await;
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    let answer = client.rest().await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("\r\nconnection: close\r\n"), "{answer}");
}

#[tokio::test]
async fn proxy_connections_are_counted() {
    let timeouts = Timeouts { proxy_idle: PATIENCE, ..SHORT };
    let listener = TestListener::open_behind(loopback(), ok(), Bounds { total: 2, per_client: 1, refused: 2 }, timeouts).await;
    let (mut one, mut other) = (listener.connect().await, listener.connect().await);
    assert!(one.is_served().await);
    assert!(other.is_served().await);
    assert_eq!(listener.status().await, 503, "idle ones have places, too");
    drop(one);
    listener.wait_for(200).await;
}

/// The client's first bytes (RFC 9113 §3.4) and its empty `SETTINGS`.
const HTTP_2: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";

/// Reads the type and the payload of the next frame.
async fn frame(client: &mut RawConnection) -> (u8, Vec<u8>) {
    let mut head = [0; 9];
    client.0.read_exact(&mut head).await.expect("a frame");
    let length = usize::from(head[0]) << 16 | usize::from(head[1]) << 8 | usize::from(head[2]);
    let mut payload = vec![0; length];
    client.0.read_exact(&mut payload).await.expect("its payload");
    (head[3], payload)
}

#[tokio::test]
async fn http_2_in_clear_is_refused_in_its_own_language() {
    let listener = TestListener::open(ok(), SPACIOUS, SHORT).await;
    for cut in [HTTP_2.len(), 24, 10] {
        let mut client = listener.connect().await;
        client.send(&HTTP_2[..cut]).await;
        sleep(Duration::from_millis(50)).await;
        client.send(&HTTP_2[cut..]).await;
        let refusal = async {
            assert_eq!(frame(&mut client).await, (4, Vec::new()), "SETTINGS comes first");
            let (kind, payload) = frame(&mut client).await;
            assert_eq!((kind, &payload[..8]), (7, &[0, 0, 0, 0, 0, 0, 0, 0x0d][..]), "GOAWAY with HTTP_1_1_REQUIRED");
            assert!(String::from_utf8_lossy(&payload[8..]).contains("HTTP/1.1"), "{}", payload.escape_ascii());
        };
        timeout(PATIENCE, refusal).await.expect("an answer in time");
        assert_eq!(client.rest().await, "", "nothing more");
    }
    assert_eq!(listener.status().await, 200);
}
