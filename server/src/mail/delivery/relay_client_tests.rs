use super::{RelayClient, probe};
use crate::mail::message::{Message, MessageIds};
use crate::mail::scripted_relay::{Act, ScriptedRelay, code_mail, logged_in, one_mail, opening, say, sender, up_to_text};
use crate::mail::{Deadlines, Relay, RelayProblem, SendError, TlsMode};
use crate::sign_up::ports::RelayRole;
use domain::DeliveryFailure;
use std::future::ready;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep, timeout};

fn client(relay: Relay, recovered: &Arc<Notify>) -> Arc<RelayClient> {
    RelayClient::new(RelayRole::Main, relay, sender(), Deadlines::default(), 1, Arc::clone(recovered)).expect("a client")
}

fn message() -> Message {
    Message::write(&code_mail("somebody@example.org").into(), &sender(), &MessageIds::random()).expect("a message")
}

/// A relay that is never connected to.
fn nowhere() -> Relay {
    Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() }
}

#[tokio::test]
async fn a_relay_that_has_gone_is_not_called_usable_because_of_an_idle_connection() {
    let relay = ScriptedRelay::start_in_turn(vec![logged_in(), Vec::new()]).await;
    let client = client(relay.settings(), &Arc::default());
    client.check().await.expect("a new connection");
    client.check().await.expect_err("the relay has hung up since");
}

#[tokio::test]
async fn a_relay_that_is_not_contacted_keeps_its_last_problem() {
    let wrong_password = [opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH"), say("535 5.7.8 Wrong")]].concat();
    for (script, problem) in [(Vec::new(), RelayProblem::HungUp), (wrong_password, RelayProblem::WrongPassword)] {
        let relay = ScriptedRelay::start(script).await;
        let client = client(relay.settings(), &Arc::default());
        for is_down in [false, false, true] {
            let error = client.check().await.expect_err("it cannot be used");
            assert_eq!((matches!(error, SendError::Down(_)), client.problem(&error)), (is_down, problem), "{error}");
        }
        assert_eq!(relay.connections(), 2);
    }
}

#[test]
fn a_relay_that_counts_refusals_is_probed_less_often() {
    for failure in [DeliveryFailure::Unreachable, DeliveryFailure::Insecure, DeliveryFailure::Later] {
        assert_eq!(RelayClient::probe_interval(failure), Duration::from_secs(2));
    }
    assert_eq!(RelayClient::probe_interval(DeliveryFailure::Credentials), Duration::from_secs(60));
}

#[tokio::test(start_paused = true)]
async fn probing_ends_when_the_client_is_closed() {
    let client = client(nowhere(), &Arc::default());
    for _ in 0..2 {
        client.record_failure(&SendError::TimedOut);
    }
    client.close().await;
    timeout(Duration::from_secs(60), probe(Arc::downgrade(&client))).await.expect("it ends");
}

#[tokio::test]
async fn a_check_does_not_wait_for_a_mail() {
    let relay = ScriptedRelay::start([logged_in(), vec![Act::Hang]].concat()).await;
    let client = client(relay.settings(), &Arc::default());
    let _leased = client.lease(Instant::now() + Duration::from_secs(60)).await.expect("the only connection");
    tokio::select! {
        biased;
        checked = client.check() => checked.expect("it was to be had"),
        () = ready(()) => panic!("it waits for a connection"),
    }
}

#[tokio::test]
async fn a_wait_for_a_free_connection_is_no_failure_of_the_relay() {
    let client = client(nowhere(), &Arc::default());
    for _ in 0..3 {
        assert!(!client.record_failure(&SendError::Busy) && client.is_up());
    }
}

/// Only an accepted mail shows that the relay can be used again; a connection does not.
#[tokio::test]
async fn a_relay_that_refuses_us_is_not_usable_until_it_takes_a_mail() {
    let refused = vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say("550 relay not permitted"), Act::Hang];
    let scripts = vec![[logged_in(), refused].concat(), logged_in(), [logged_in(), one_mail()].concat()];
    let relay = ScriptedRelay::start_in_turn(scripts).await;
    let client = client(relay.settings(), &Arc::default());
    let message = message();
    let error = client.deliver(&message).await.expect_err("refused");
    assert_eq!((error.failure(), client.problem(&error)), (Some(DeliveryFailure::Rejected), RelayProblem::RelayingDenied));
    let error = client.check().await.expect_err("a connection is to be had, and that is all");
    assert_eq!((client.problem(&error), client.is_up()), (RelayProblem::RelayingDenied, false));
    client.deliver(&message).await.expect("taken");
    client.check().await.expect("usable");
    assert!(client.is_up());
}

/// While every connection is leased, none is left for a check.
#[tokio::test]
async fn a_check_without_a_free_connection_reports_the_last_refusal() {
    let refused = vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say("550 relay not permitted"), Act::Hang];
    let relay = ScriptedRelay::start_in_turn(vec![[logged_in(), refused].concat(), [logged_in(), vec![Act::Hang]].concat()]).await;
    let client = client(relay.settings(), &Arc::default());
    client.deliver(&message()).await.expect_err("refused");
    let _leased = client.lease(Instant::now() + Duration::from_secs(60)).await.expect("the only connection");
    let error = client.check().await.expect_err("it refuses our mail");
    assert_eq!(client.problem(&error), RelayProblem::RelayingDenied);
}

/// A visitor who enters such an address must not make the server unready for others.
#[tokio::test]
async fn a_refusal_that_may_concern_one_recipient_leaves_the_relay_usable() {
    for reply in ["550 5.1.1 No such mailbox", "554 5.7.1 Not for them", "550 Not acceptable"] {
        let refused = vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say(reply), Act::Hang];
        let relay = ScriptedRelay::start_in_turn(vec![[logged_in(), refused].concat(), logged_in()]).await;
        let client = client(relay.settings(), &Arc::default());
        client.deliver(&message()).await.expect_err("refused");
        client.check().await.expect(reply);
    }
}

/// The relay's certificate may have expired, or the password may have been changed, since the idle connection was opened.
#[tokio::test]
async fn an_old_connection_does_not_prove_that_the_relay_is_usable() {
    let wrong_password = [opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH"), say("535 5.7.8 Wrong")]].concat();
    // This relay replies to every command, so a check of the old connection would succeed.
    let living = [logged_in(), vec![Act::Hear("NOOP"), say("250 OK"), Act::Hear(""), say("250 OK"), Act::Hang]].concat();
    let relay = ScriptedRelay::start_in_turn(vec![living, wrong_password]).await;
    let deadlines = Deadlines { proven: Duration::from_millis(300), ..Deadlines::default() };
    let client = RelayClient::new(RelayRole::Main, relay.settings(), sender(), deadlines, 1, Arc::default()).expect("a client");
    client.check().await.expect("a new connection");
    client.check().await.expect("a sign of life");
    assert_eq!(relay.connections(), 1);
    sleep(Duration::from_millis(300)).await;
    let error = client.check().await.expect_err("the password is not that of today");
    assert_eq!(client.problem(&error), RelayProblem::WrongPassword);
}

/// A relay that greets late can be used, and `/readyz` gets an answer in time.
#[tokio::test]
async fn a_check_does_not_wait_for_a_connection_that_opens_slowly() {
    let deadlines = Deadlines { proven: Duration::ZERO, availability: Duration::from_millis(300), ..Deadlines::default() };
    let relay = ScriptedRelay::start_in_turn(vec![[logged_in(), vec![Act::Hear("QUIT"), say("221 Bye")]].concat(), vec![Act::Hang]]).await;
    let client = RelayClient::new(RelayRole::Main, relay.settings(), sender(), deadlines, 1, Arc::default()).expect("a client");
    client.lease(Instant::now() + Duration::from_secs(60)).await.expect("opened").finish();
    for _ in 0..2 {
        client.check().await.expect("nothing is known against it, and it is being asked");
    }
    assert_eq!(relay.connections(), 2);
    // A relay to which no connection was ever opened is not reported as usable meanwhile.
    let silent = ScriptedRelay::start(vec![Act::Hang]).await;
    let client = RelayClient::new(RelayRole::Main, silent.settings(), sender(), deadlines, 1, Arc::default()).expect("a client");
    assert!(matches!(client.check().await, Err(SendError::TimedOut)));
}

/// A mail for a relay that is known to be silent must soon go to the other one.
#[tokio::test]
async fn a_relay_that_is_down_is_not_waited_for_as_long_as_one_that_greets_late() {
    let silent = ScriptedRelay::start(vec![Act::Hang]).await;
    let deadlines = Deadlines { availability: Duration::from_millis(300), ..Deadlines::default() };
    let client = RelayClient::new(RelayRole::Main, silent.settings(), sender(), deadlines, 1, Arc::default()).expect("a client");
    for _ in 0..2 {
        client.record_failure(&SendError::TimedOut);
    }
    sleep(Duration::from_secs(2)).await;
    let start = Instant::now();
    assert!(matches!(client.deliver(&message()).await, Err(SendError::TimedOut)));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

/// Some relays refuse a connection only when it is used. The mail has not been accepted, so it may go out over another one.
#[tokio::test]
async fn a_mail_refused_for_the_number_of_connections_is_sent_on_another() {
    let at_mail = |reply| vec![Act::Hear("MAIL FROM:"), say(reply)];
    let at_recipient = |reply| vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say(reply)];
    let after_the_dot = |reply| [up_to_text(), vec![Act::HearText, say(reply)]].concat();
    for refusing in [
        at_mail("421 4.7.0 Try again later"),
        at_recipient("421 4.7.0 Try again later"),
        at_recipient("451 4.7.1 Too many simultaneous connections"),
        after_the_dot("432 4.3.2 Concurrent connections limit exceeded"),
    ] {
        let scripts = vec![[logged_in(), one_mail()].concat(), [logged_in(), refusing, vec![Act::Hang]].concat()];
        let relay = ScriptedRelay::start_in_turn(scripts).await;
        let client = RelayClient::new(RelayRole::Main, relay.settings(), sender(), Deadlines::default(), 3, Arc::default());
        let client = client.expect("a client");
        let first = client.lease(Instant::now() + Duration::from_secs(60)).await.expect("a connection");
        let message = message();
        let mut sent = pin!(client.deliver(&message));
        let refused = async {
            while !client.connections.is_exhausted() {
                yield_now().await;
            }
        };
        tokio::select! {
            sent = &mut sent => panic!("{sent:?} without a connection"),
            refused = timeout(Duration::from_secs(60), refused) => refused.expect("refused"),
        }
        first.finish();
        sent.await.expect("sent by the first");
        assert_eq!((relay.connections(), client.open_connections()), (2, 1));
    }
}

/// A relay ends an idle connection by 421, and may count the mails of one. A lower limit would not help.
#[tokio::test]
async fn a_reply_421_on_a_used_connection_is_no_limit() {
    let used = [logged_in(), one_mail(), vec![Act::Hear("MAIL FROM:"), say("421 4.4.2 Too many messages over this connection")]].concat();
    let relay = ScriptedRelay::start_in_turn(vec![[logged_in(), vec![Act::Hang]].concat(), used, [logged_in(), one_mail()].concat()]).await;
    let client = RelayClient::new(RelayRole::Main, relay.settings(), sender(), Deadlines::default(), 3, Arc::default());
    let client = client.expect("a client");
    let _other = client.lease(Instant::now() + Duration::from_secs(60)).await.expect("a connection");
    for _ in 0..2 {
        client.deliver(&message()).await.expect("sent");
    }
    assert_eq!((relay.connections(), client.connections.is_exhausted()), (3, false));
}
