//! Tests of the relay that a mail goes through, and of its retries.

use crate::mail::scripted_relay::{Act, ScriptedRelay, code_mail, logged_in, one_mail, opening, say, sender, up_to_text};
use crate::mail::{Deadlines, Mailer, Relay, Route};
use crate::sign_up::ports::{Mail, MailOutcome, RelayRole};
use domain::{Delivery, DeliveryFailure};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

const TO: &str = "somebody@example.org";

fn joined(scripts: impl IntoIterator<Item = Vec<Act>>) -> Vec<Act> {
    scripts.into_iter().flatten().collect()
}

fn taking() -> Vec<Act> {
    joined([logged_in(), one_mail(), one_mail(), one_mail(), one_mail()])
}

/// Closes the connection without a greeting.
fn hanging_up() -> Vec<Act> {
    Vec::new()
}

/// Replies to `RCPT TO` with `reply`.
fn recipient(reply: &str) -> Vec<Act> {
    joined([logged_in(), vec![Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT TO:"), say(reply), Act::Hang]])
}

fn wrong_password() -> Vec<Act> {
    joined([opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH"), say("535 5.7.8 Wrong")]])
}

fn mailer(main: &ScriptedRelay, fallback: Option<&ScriptedRelay>) -> Mailer {
    let route = Route { fallback: fallback.map(ScriptedRelay::settings), ..Route::from(main.settings()) };
    Mailer::new(route, sender(), CancellationToken::new()).expect("a mailer")
}

async fn send(mailer: &Mailer) -> (MailOutcome, Vec<Delivery>) {
    let (sender, mut receiver) = watch::channel(Delivery::Sending);
    let mut progress = Vec::new();
    let mut sending = mailer.send(code_mail(TO).into(), mailer.reserve().expect("a slot"), &sender);
    loop {
        tokio::select! {
            outcome = &mut sending => return (outcome, progress),
            _ = receiver.changed() => progress.push(*receiver.borrow_and_update()),
        }
    }
}

fn accepted(relay: RelayRole) -> MailOutcome {
    MailOutcome { delivery: Delivery::Accepted, relay: Some(relay) }
}

fn failed(failure: DeliveryFailure, relay: RelayRole) -> MailOutcome {
    MailOutcome { delivery: Delivery::Failed(failure), relay: Some(relay) }
}

#[tokio::test]
async fn a_mail_is_retried_at_a_relay_that_was_briefly_unreachable() {
    let relay = ScriptedRelay::start_in_turn(vec![hanging_up(), taking()]).await;
    let mailer = mailer(&relay, None);
    let (outcome, progress) = send(&mailer).await;
    assert_eq!((outcome, progress), (accepted(RelayRole::Main), vec![Delivery::Retrying(DeliveryFailure::Unreachable)]));
    assert_eq!((relay.texts().len(), relay.connections(), mailer.retries()), (1, 2, 1));
}

#[tokio::test]
async fn a_mail_that_the_main_relay_cannot_take_goes_to_the_fallback_at_once() {
    let after_the_dot = |reply| joined([logged_in(), up_to_text(), vec![Act::HearText, say(reply), Act::Hang]]);
    for refusing in [
        hanging_up(),
        wrong_password(),
        recipient("450 4.2.0 Greylisted"),
        opening("250 AUTH CRAM-MD5"),
        // These reject us and not the mailbox.
        joined([logged_in(), vec![Act::Hear("MAIL FROM:"), say("550 5.4.5 Daily user sending limit exceeded"), Act::Hang]]),
        recipient("550 5.4.5 Daily user sending limit exceeded"),
        recipient("550 relay not permitted"),
        recipient("503 AUTH first"),
        recipient("554 5.7.1 Spam"),
        after_the_dot("550 5.4.5 Daily user sending limit exceeded"),
        after_the_dot("554 5.7.1 Spam"),
    ] {
        let (main, fallback) = (ScriptedRelay::start(refusing.clone()).await, ScriptedRelay::start(taking()).await);
        let (outcome, progress) = send(&mailer(&main, Some(&fallback))).await;
        assert_eq!((outcome, progress), (accepted(RelayRole::Fallback), vec![]), "{refusing:?}");
        assert_eq!((main.connections(), fallback.texts().len()), (1, 1));
    }
}

#[tokio::test]
async fn a_mail_refused_permanently_or_perhaps_accepted_does_not_go_to_the_fallback() {
    let refused = (recipient("550 5.1.1 Nobody"), failed(DeliveryFailure::Recipient, RelayRole::Main));
    let full = (recipient("552 5.2.2 Full"), failed(DeliveryFailure::MailboxFull, RelayRole::Main));
    let lost = joined([logged_in(), up_to_text(), vec![Act::HearText]]);
    let lost = (lost, MailOutcome { delivery: Delivery::Unknown, relay: Some(RelayRole::Main) });
    for (script, outcome) in [refused, full, lost] {
        let (main, fallback) = (ScriptedRelay::start(script.clone()).await, ScriptedRelay::start(taking()).await);
        assert_eq!(send(&mailer(&main, Some(&fallback))).await, (outcome, vec![]), "{script:?}");
        assert_eq!((main.connections(), fallback.connections()), (1, 0));
    }
}

#[tokio::test]
async fn credentials_that_are_refused_are_not_tried_again() {
    // With a text in GBK, and without text.
    let in_bytes = |reply| joined([opening("250 AUTH PLAIN"), vec![Act::Hear("AUTH"), Act::SayBytes(reply)]]);
    for refusing in [wrong_password(), in_bytes(b"535 \xd3\xc3\xbb\xa7\xc3\xfb\xbb\xf2\xc3\xdc\xc2\xeb\r\n"), in_bytes(b"535\r\n")] {
        let relay = ScriptedRelay::start(refusing).await;
        let mailer = mailer(&relay, None);
        for asked in [1, 2, 2] {
            assert_eq!(send(&mailer).await, (failed(DeliveryFailure::Credentials, RelayRole::Main), vec![]));
            assert_eq!(relay.connections(), asked, "the third finds it left alone");
        }
    }
}

#[tokio::test]
async fn a_mail_fails_after_two_tries_at_each_relay() {
    let (main, fallback) = (ScriptedRelay::start(hanging_up()).await, ScriptedRelay::start(recipient("451 4.3.0 Later")).await);
    // Both relays are tried, and a second later both again.
    let (outcome, progress) = send(&mailer(&main, Some(&fallback))).await;
    assert_eq!(outcome.delivery, Delivery::Failed(DeliveryFailure::Unreachable));
    assert_eq!(progress, [Delivery::Retrying(DeliveryFailure::Unreachable)]);
    assert_eq!((main.connections(), fallback.connections()), (2, 2));
}

#[tokio::test]
async fn a_relay_that_failed_twice_is_skipped_until_a_probe_succeeds() {
    let down = vec![hanging_up(), hanging_up(), hanging_up(), taking()];
    let (main, fallback) = (ScriptedRelay::start_in_turn(down).await, ScriptedRelay::start(taking()).await);
    let mailer = mailer(&main, Some(&fallback));
    for asked in [1, 2, 2] {
        assert_eq!(send(&mailer).await.0, accepted(RelayRole::Fallback));
        assert_eq!(main.connections(), asked);
    }
    let is_up = |mailer: &Mailer| mailer.status().iter().map(|relay| relay.is_up).collect::<Vec<_>>();
    assert_eq!(is_up(&mailer), [false, true]);
    // The probe tries it every two seconds, without waiting for a mail: it fails once, then succeeds.
    let back = async {
        while is_up(&mailer) != [true, true] {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(10), back).await.expect("it is found to be there again");
    assert_eq!(send(&mailer).await.0, accepted(RelayRole::Main));
}

#[tokio::test]
async fn a_waiting_mail_is_sent_as_soon_as_its_relay_is_back() {
    // The second wait is five seconds; the probe finds the relay usable after two.
    let relay = ScriptedRelay::start_in_turn(vec![hanging_up(), hanging_up(), taking()]).await;
    let sent = timeout(Duration::from_secs(5), async { send(&mailer(&relay, None)).await.0 }).await;
    assert_eq!(sent.expect("in time"), accepted(RelayRole::Main));
}

#[tokio::test]
async fn a_server_that_is_stopping_does_not_wait_to_retry() {
    let relay = ScriptedRelay::start(hanging_up()).await;
    let shutdown = CancellationToken::new();
    let mailer = Mailer::new(relay.settings().into(), sender(), shutdown.clone()).expect("a mailer");
    shutdown.cancel();
    let (outcome, _) = timeout(Duration::from_millis(900), send(&mailer)).await.expect("at once");
    assert_eq!((outcome, relay.connections()), (failed(DeliveryFailure::Unreachable, RelayRole::Main), 1));
}

#[tokio::test]
async fn a_server_that_is_stopping_does_not_try_the_fallback_relay() {
    let (main, fallback) = (ScriptedRelay::start(hanging_up()).await, ScriptedRelay::start(taking()).await);
    let (shutdown, route) = (CancellationToken::new(), Route { fallback: Some(fallback.settings()), ..main.settings().into() });
    let mailer = Mailer::new(route, sender(), shutdown.clone()).expect("a mailer");
    shutdown.cancel();
    assert_eq!(send(&mailer).await, (failed(DeliveryFailure::Unreachable, RelayRole::Main), vec![]));
    assert_eq!((main.connections(), fallback.connections()), (1, 0));
}

#[tokio::test]
async fn a_mail_sent_to_both_relays_has_one_message_id() {
    let unsure = joined([logged_in(), up_to_text(), vec![Act::HearText, say("451 4.3.0 Later")]]);
    let (main, fallback) = (ScriptedRelay::start(unsure).await, ScriptedRelay::start(taking()).await);
    assert_eq!(send(&mailer(&main, Some(&fallback))).await.0, accepted(RelayRole::Fallback));
    assert!(main.texts().len() == 1 && main.texts() == fallback.texts(), "a receiver of both sees one Message-ID");
}

#[tokio::test]
async fn the_queue_holds_as_many_mails_as_configured() {
    let relay = Relay { host: "relay.example".to_owned(), ..ScriptedRelay::start(Vec::new()).await.settings() };
    let mailer = Mailer::with_deadlines(Route { queue: 2, ..relay.into() }, sender(), Deadlines::default(), CancellationToken::new());
    let mailer = mailer.expect("a mailer");
    let first = mailer.reserve().expect("a slot");
    let _second = mailer.reserve().expect("a slot");
    assert_eq!(mailer.queued(), 2);
    mailer.reserve().expect_err("all are taken");
    drop(first);
    assert_eq!(mailer.queued(), 1);
    mailer.reserve().expect("one is free again");
}
