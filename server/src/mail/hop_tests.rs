use super::{Hop, probe};
use crate::mail::test_relay::{Act, TestRelay, logged_in, opening, say, sender};
use crate::mail::{Deadlines, Relay, RelayProblem, SendError, TlsMode};
use crate::sign_up::ports::RelayRole;
use domain::DeliveryFailure;
use std::future::ready;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, advance, timeout};

fn hop(relay: Relay, recovered: &Arc<Notify>) -> Arc<Hop> {
    Hop::new(RelayRole::Main, relay, sender(), Deadlines::default(), 1, Arc::clone(recovered)).expect("a hop")
}

/// A relay that nobody connects to.
fn nowhere() -> Relay {
    Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() }
}

#[tokio::test]
async fn a_relay_that_has_gone_is_not_called_usable_because_of_an_idle_connection() {
    let relay = TestRelay::start_in_turn(vec![logged_in(), Vec::new()]).await;
    let hop = hop(relay.settings(), &Arc::default());
    hop.check().await.expect("a new connection");
    hop.check().await.expect_err("the relay has hung up since");
}

#[tokio::test]
async fn a_relay_that_is_left_alone_has_the_problem_that_it_had() {
    let wrong_password = [opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH"), say("535 5.7.8 Wrong")]].concat();
    for (script, problem) in [(Vec::new(), RelayProblem::HungUp), (wrong_password, RelayProblem::WrongPassword)] {
        let relay = TestRelay::start(script).await;
        let hop = hop(relay.settings(), &Arc::default());
        for is_down in [false, false, true] {
            let error = hop.check().await.expect_err("it cannot be used");
            assert_eq!((matches!(error, SendError::Down(_)), hop.problem(&error)), (is_down, problem), "{error}");
        }
        assert_eq!(relay.connections(), 2);
    }
}

#[test]
fn a_relay_that_counts_refusals_is_probed_less_often() {
    for failure in [DeliveryFailure::Unreachable, DeliveryFailure::Insecure, DeliveryFailure::Later] {
        assert_eq!(Hop::probe_every(failure), Duration::from_secs(2));
    }
    assert_eq!(Hop::probe_every(DeliveryFailure::Credentials), Duration::from_secs(60));
}

#[tokio::test(start_paused = true)]
async fn nobody_probes_for_a_server_that_has_taken_leave() {
    let hop = hop(nowhere(), &Arc::default());
    for _ in 0..2 {
        hop.note(&SendError::TimedOut);
    }
    hop.close().await;
    timeout(Duration::from_secs(60), probe(Arc::downgrade(&hop))).await.expect("it ends");
}

#[tokio::test]
async fn a_question_waits_for_no_mail() {
    let relay = TestRelay::start([logged_in(), vec![Act::Hang]].concat()).await;
    let hop = hop(relay.settings(), &Arc::default());
    let _lent = hop.lend(Instant::now() + Duration::from_secs(60)).await.expect("the only connection");
    tokio::select! {
        biased;
        checked = hop.check() => checked.expect("it was to be had"),
        () = ready(()) => panic!("it waits for a connection"),
    }
}

#[tokio::test]
async fn a_wait_for_our_own_connections_says_nothing_of_the_relay() {
    let hop = hop(nowhere(), &Arc::default());
    for _ in 0..3 {
        assert!(!hop.note(&SendError::Busy) && hop.is_up());
    }
}

#[tokio::test(start_paused = true)]
async fn the_alarm_about_credentials_is_raised_once_a_minute() {
    let hop = hop(nowhere(), &Arc::default());
    assert!(hop.is_alarm_due());
    assert!(!hop.is_alarm_due());
    advance(Duration::from_secs(59)).await;
    assert!(!hop.is_alarm_due());
    advance(Duration::from_secs(1)).await;
    assert!(hop.is_alarm_due());
}
