//! Tests with relays that fail, cheat or stay silent: no secret is sent in clear text, and the delivery state shown to the visitor is true.

use super::scripted_relay::{Act, ScriptedRelay, clear_opening, code_mail, logged_in, mailer, opening, say, up_to_text};
use super::{Deadlines, Relay, TlsMode};
use crate::dev_mailbox::server_tls::ServerTls;
use domain::{Delivery, DeliveryFailure};
use std::net::Ipv4Addr;
use std::pin::pin;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::timeout;

const TO: &str = "somebody@example.org";
const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(60 * 60);

/// Deadlines that no test reaches. Each test shortens the one that it is about.
const NONE: Deadlines = Deadlines {
    dial: LONG,
    open: LONG,
    reply: LONG,
    final_reply: LONG,
    send: LONG,
    check: LONG,
    fresh: LONG,
    proven: LONG,
    availability: LONG,
    keep_alive: LONG,
    idle: LONG,
};

fn failed(failure: DeliveryFailure) -> Delivery {
    Delivery::Failed(failure)
}

async fn outcome(script: Vec<Act>) -> Delivery {
    outcome_within(script, Deadlines::default()).await
}

async fn outcome_within(script: Vec<Act>, deadlines: Deadlines) -> Delivery {
    let relay = ScriptedRelay::start(script).await;
    let mailer = relay.mailer_with(deadlines);
    let delivery = timeout(Duration::from_secs(60), mailer.first_attempt(code_mail(TO))).await.expect("a deadline held");
    relay.assert_nothing_leaked();
    delivery
}

/// Appends `more` to `script`.
fn then(mut script: Vec<Act>, more: impl IntoIterator<Item = Act>) -> Vec<Act> {
    script.extend(more);
    script
}

#[tokio::test]
async fn a_relay_without_starttls_gets_nothing_after_ehlo() {
    let script = vec![say("220 relay"), Act::Hear("EHLO "), say("250-relay\n250-XSTARTTLS\n250 AUTH PLAIN"), Act::Hang];
    let relay = ScriptedRelay::start(script).await;
    assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, failed(DeliveryFailure::Insecure));
    relay.wait_for(1, |act| matches!(act, Act::Hang)).await;
    assert_eq!(relay.overheard(), "EHLO [127.0.0.1]\r\n");
}

#[tokio::test]
async fn a_relay_named_starttls_does_not_offer_it() {
    let script = vec![say("220 relay"), Act::Hear("EHLO "), say("250-STARTTLS\n250 SIZE"), Act::Hang];
    assert_eq!(outcome(script).await, failed(DeliveryFailure::Insecure));
}

#[tokio::test]
async fn a_refused_starttls_is_insecure() {
    for reply in ["454 Not now", "502 What?"] {
        let script = vec![say("220 relay"), Act::Hear("EHLO "), say("250-relay\n250 STARTTLS"), Act::Hear("STARTTLS"), say(reply)];
        assert_eq!(outcome(script).await, failed(DeliveryFailure::Insecure), "{reply}");
    }
}

#[tokio::test]
async fn a_reply_appended_to_220_ends_the_connection_before_tls() {
    let mut script = clear_opening();
    script.pop();
    script.extend([say("220 Go ahead\n250-forged\n250 AUTH PLAIN"), Act::Hang]);
    let relay = ScriptedRelay::start(script).await;
    assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, failed(DeliveryFailure::Insecure));
    relay.wait_for(1, |act| matches!(act, Act::Hang)).await;
    assert_eq!(relay.overheard(), "EHLO [127.0.0.1]\r\nSTARTTLS\r\n");
}

#[tokio::test]
async fn clear_text_instead_of_a_handshake_is_insecure() {
    let script = then(clear_opening(), [say("250 forged later"), Act::Hang]);
    assert_eq!(outcome(script).await, failed(DeliveryFailure::Insecure));
}

#[tokio::test]
async fn a_certificate_for_another_name_is_refused() {
    let tls = ServerTls::for_address(Ipv4Addr::new(192, 0, 2, 1).into()).expect("a certificate");
    let relay = ScriptedRelay::start_as(tls, opening("250 AUTH PLAIN")).await;
    assert_eq!(relay.mailer().first_attempt(code_mail(TO)).await, failed(DeliveryFailure::Insecure));
    relay.assert_nothing_leaked();
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_refused() {
    let relay = ScriptedRelay::start(opening("250 AUTH PLAIN")).await;
    let settings = Relay { extra_roots: Vec::new(), ..relay.settings() };
    let mailer = mailer(settings, Deadlines::default());
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, failed(DeliveryFailure::Insecure));
    relay.assert_nothing_leaked();
}

#[tokio::test]
async fn clear_text_on_the_port_of_implicit_tls_is_insecure() {
    let relay = ScriptedRelay::start(vec![say("220 relay"), Act::Hang]).await;
    let settings = Relay { tls: TlsMode::Implicit, ..relay.settings() };
    let mailer = mailer(settings, Deadlines::default());
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, failed(DeliveryFailure::Insecure));
    relay.assert_nothing_leaked();
}

#[tokio::test]
async fn a_closed_port_is_unreachable() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let relay = Relay { host: "127.0.0.1".to_owned(), port, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
    let mailer = mailer(relay, Deadlines::default());
    assert_eq!(mailer.first_attempt(code_mail(TO)).await, failed(DeliveryFailure::Unreachable));
}

#[tokio::test]
async fn a_silent_relay_is_given_up_at_the_reply_deadline() {
    for script in [
        vec![say("220 relay"), Act::Hear("EHLO "), Act::Hang],
        vec![say("220 relay"), Act::Hear("EHLO "), Act::Say("250-".to_owned()), Act::Hang],
        then(logged_in(), [Act::Hear("MAIL FROM:"), Act::Hang]),
    ] {
        let delivery = outcome_within(script, Deadlines { reply: SHORT, ..NONE }).await;
        assert_eq!(delivery, failed(DeliveryFailure::Unreachable));
    }
}

#[tokio::test]
async fn a_missing_greeting_or_handshake_is_given_up_at_the_opening_deadline() {
    for script in [vec![Act::Hang], then(clear_opening(), [Act::Hang])] {
        let delivery = outcome_within(script, Deadlines { open: SHORT, ..NONE }).await;
        assert_eq!(delivery, failed(DeliveryFailure::Unreachable));
    }
}

#[tokio::test]
async fn the_whole_send_has_a_deadline() {
    let script = then(logged_in(), [Act::Hear("MAIL FROM:"), Act::Hang]);
    let delivery = outcome_within(script, Deadlines { send: SHORT, ..NONE }).await;
    assert_eq!(delivery, failed(DeliveryFailure::Unreachable));
}

#[tokio::test]
async fn malformed_and_endless_replies_end_the_connection() {
    let ehlo = || vec![say("220 relay"), Act::Hear("EHLO ")];
    for script in [
        vec![say("HTTP/1.1 400 Bad Request")],
        vec![Act::Say("2".repeat(5000))],
        then(ehlo(), [say(&"250-again\n".repeat(1000))]),
        then(ehlo(), [say("250-relay\n\n250 STARTTLS")]),
        opening(&"250-again\n".repeat(1000)),
        then(opening("250 AUTH PLAIN"), [Act::Hear("AUTH PLAIN "), say("235 Welcome\n250 OK\n250 OK\n354 Go on\n250 Taken")]),
        then(logged_in(), [Act::Hear("MAIL FROM:"), say("354 Go on")]),
    ] {
        let shown = format!("{script:.200?}");
        assert_eq!(outcome(script).await, failed(DeliveryFailure::Unreachable), "{shown}");
    }
}

#[tokio::test]
async fn each_refusal_has_its_delivery_failure() {
    for (script, failure) in [
        (vec![say("421 Too busy")], DeliveryFailure::Later),
        (vec![say("554 Not you")], DeliveryFailure::Rejected),
        (opening("250 SIZE"), DeliveryFailure::Credentials),
        (then(opening("250 AUTH PLAIN"), [Act::Hear("AUTH PLAIN "), say("535 Wrong")]), DeliveryFailure::Credentials),
        (then(opening("250 AUTH PLAIN"), [Act::Hear("AUTH PLAIN "), say("454 Not now")]), DeliveryFailure::Later),
        (then(logged_in(), [Act::Hear("MAIL FROM:"), say("550 Not from you")]), DeliveryFailure::Rejected),
        (then(logged_in(), [Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT"), say("550 Nobody")]), DeliveryFailure::Recipient),
        (then(logged_in(), [Act::Hear("MAIL FROM:"), say("250 OK"), Act::Hear("RCPT"), say("451 Later")]), DeliveryFailure::Later),
        (then(then(logged_in(), up_to_text()), [Act::HearText, say("451 Later")]), DeliveryFailure::Later),
        (then(then(logged_in(), up_to_text()), [Act::HearText, say("554 Spam")]), DeliveryFailure::Rejected),
    ] {
        let shown = format!("{script:?}");
        assert_eq!(outcome(script).await, failed(failure), "{shown}");
    }
}

#[tokio::test]
async fn a_connection_closed_after_the_final_dot_leaves_the_outcome_unknown() {
    let script = then(then(logged_in(), up_to_text()), [Act::HearText]);
    assert_eq!(outcome(script).await, Delivery::Unknown);
}

#[tokio::test]
async fn silence_after_the_final_dot_leaves_the_outcome_unknown() {
    let script = then(then(logged_in(), up_to_text()), [Act::HearText, Act::Hang]);
    assert_eq!(outcome_within(script.clone(), Deadlines { final_reply: SHORT, ..NONE }).await, Delivery::Unknown);

    // The deadline of the whole send may pass first, too.
    let relay = ScriptedRelay::start(script).await;
    let mailer = relay.mailer_with(Deadlines { send: LONG / 2, ..NONE });
    let mut send = pin!(mailer.first_attempt(code_mail(TO)));
    tokio::select! {
        delivery = &mut send => panic!("{delivery:?} without an answer"),
        () = relay.wait_for(1, |act| matches!(act, Act::HearText)) => {}
    }
    tokio::time::pause();
    tokio::time::advance(LONG / 2).await;
    assert_eq!(send.await, Delivery::Unknown);
}
