//! The health checks: liveness and readiness.

use crate::relay::{CLOSED, FailingRelay, site_with};
use crate::request::request;
use crate::site::TestSite;
use axum::http::StatusCode;
use server::mail::{Deadlines, Relay, RelayProblem, Sender, StageOutcome, TlsMode, check_relay_stages};
use server::sign_up::Timestamp;
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
    let site = site_with(CLOSED, &[]).await;
    assert_eq!(site.visitor().get("/healthz").await.status, StatusCode::OK);
    let answer = site.visitor().send(request("GET", "/readyz", &[])).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.text(), "not ready\ndatabase: ok\nrelay: it refuses the connection; run `mailcode doctor`\n");
}

/// The problem that the doctor finds with the relay on this port.
async fn diagnosis(port: &str) -> RelayProblem {
    let port = port.parse().expect("a port");
    let relay = Relay { host: "127.0.0.1".to_owned(), port, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
    let from = "no-reply@example.org".parse().expect("a mailbox");
    let sender = Sender::new(from, "Mailcode", "localhost", "http://localhost/not-me".to_owned()).expect("a sender");
    let results =
        check_relay_stages(&relay, &sender, None, Timestamp::from_millis(0), Deadlines::default()).await.expect("settings that can be");
    let problem = |outcome| if let StageOutcome::Failed(problem) = outcome { Some(problem) } else { None };
    results.iter().find_map(|stage| problem(stage.outcome)).expect("it cannot be used")
}

#[tokio::test]
async fn a_relay_is_described_in_the_doctors_words_and_never_in_its_own() {
    for greeting in ["554 5.7.1 relay.example knows you\r\n", "421 relay.example is busy\r\n", "HTTP/1.1 400 relay.example\r\n\r\n"] {
        let relay = FailingRelay::start(greeting).await;
        let site = site_with(&relay.port, &["--smtp-fallback-host", "127.0.0.1", "--smtp-fallback-port", CLOSED]).await;
        let (main, fallback) = (diagnosis(&relay.port).await, diagnosis(CLOSED).await);
        let answer = site.visitor().send(request("GET", "/readyz", &[])).await;
        let lines = format!("relay: {main}; run `mailcode doctor`\nfallback relay: {fallback}; run `mailcode doctor`\n");
        assert_eq!(answer.text(), format!("not ready\ndatabase: ok\n{lines}"));
        for secret in ["127.0.0.1", "relay.example", &relay.port, "5.7.1"] {
            assert!(!answer.text().contains(secret), "the relay is nobody's business: {}", answer.text());
        }
    }
}

/// Otherwise a flood of readiness checks would take the connections from the mails.
#[tokio::test]
async fn many_readiness_requests_check_the_relay_once() {
    let relay = FailingRelay::start("554 Not you\r\n").await;
    let site = site_with(&relay.port, &[]).await;
    let mut all = JoinSet::new();
    for _ in 0..50 {
        let mut visitor = site.visitor();
        all.spawn(async move { visitor.send(request("GET", "/readyz", &[])).await.status });
    }
    let answers = all.join_all().await;
    assert!(answers.iter().all(|status| *status == StatusCode::SERVICE_UNAVAILABLE), "{answers:?}");
    relay.is_asked().await;
    assert_eq!(relay.connections(), 1, "and not again");
}
