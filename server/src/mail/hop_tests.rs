use super::Hop;
use crate::mail::test_relay::{TestRelay, logged_in, sender};
use crate::mail::{Deadlines, Relay, TlsMode};
use crate::sign_up::ports::RelayRole;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::advance;

fn hop(relay: Relay, recovered: &Arc<Notify>) -> Arc<Hop> {
    Hop::new(RelayRole::Main, relay, sender(), Deadlines::default(), 1, Arc::clone(recovered)).expect("a hop")
}

#[tokio::test]
async fn a_relay_that_has_gone_is_not_called_usable_because_of_an_idle_connection() {
    let relay = TestRelay::start_in_turn(vec![logged_in(), Vec::new()]).await;
    let hop = hop(relay.settings(), &Arc::default());
    hop.check().await.expect("a new connection");
    hop.check().await.expect_err("the relay has hung up since");
}

#[tokio::test(start_paused = true)]
async fn the_alarm_about_credentials_is_raised_once_a_minute() {
    let relay = Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
    let hop = hop(relay, &Arc::default());
    assert!(hop.is_alarm_due());
    assert!(!hop.is_alarm_due());
    advance(Duration::from_secs(59)).await;
    assert!(!hop.is_alarm_due());
    advance(Duration::from_secs(1)).await;
    assert!(hop.is_alarm_due());
}
