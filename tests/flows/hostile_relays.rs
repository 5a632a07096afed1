//! Relays that lie, refuse or say nothing. Whatever they do: no credential and no code goes out in clear or
//! to a stranger, the visitor is told within 10 seconds, and may ask again at once.

use crate::steps::{ADDRESS, Relay};
use e2e::{HostileRelay, Moment, Script, Visitor};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

/// What the page promises.
const DEADLINE: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_well_behaved_relay_gets_the_mail() {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let mailcode = Relay::hostile(&relay).mailcode().await;
    let answer = Visitor::new(&mailcode).call("/api/request-code", &[("email", ADDRESS)]).await;
    assert_eq!(answer.body["Code"]["delivery"], "Accepted");
    let received = relay.received();
    assert!(received.inside.contains("AUTH ") && received.inside.contains("Auto-Submitted: auto-generated"), "{received:?}");
    assert_only_the_prelude(&received.clear);
}

#[tokio::test]
async fn sends_nothing_without_starttls() {
    refused(Script::StripStartTls, &json!({ "Failed": "Insecure" })).await;
}

#[tokio::test]
async fn sends_nothing_behind_a_forged_reply() {
    refused(Script::GlueForgedReply, &json!({ "Failed": "Insecure" })).await;
}

#[tokio::test]
async fn sends_nothing_to_a_wrong_name() {
    refused(Script::WrongName, &json!({ "Failed": "Insecure" })).await;
}

#[tokio::test]
async fn sends_nothing_to_an_unknown_authority() {
    refused(Script::UnknownAuthority, &json!({ "Failed": "Insecure" })).await;
}

#[tokio::test]
async fn gives_up_on_a_relay_that_does_not_greet() {
    refused(Script::SilentAt(Moment::Greeting), &json!({ "Retrying": "Unreachable" })).await;
}

#[tokio::test]
async fn gives_up_on_a_relay_that_is_silent_after_ehlo() {
    refused(Script::SilentAt(Moment::Ehlo), &json!({ "Retrying": "Unreachable" })).await;
}

#[tokio::test]
async fn gives_up_on_a_relay_that_is_silent_after_starttls() {
    refused(Script::SilentAt(Moment::StartTls), &json!({ "Retrying": "Unreachable" })).await;
}

#[tokio::test]
async fn gives_up_on_a_relay_that_is_silent_in_the_handshake() {
    refused(Script::SilentAt(Moment::Handshake), &json!({ "Retrying": "Unreachable" })).await;
}

/// No failed delivery, no secret outside TLS, and nothing at all inside it.
async fn refused(script: Script, delivery: &Value) {
    let relay = HostileRelay::start(script).await;
    attempt(&relay, delivery).await;
    let received = relay.received();
    assert_eq!(received.inside, "", "{script:?}");
    assert_only_the_prelude(&received.clear);
}

#[tokio::test]
async fn says_that_the_password_was_refused() {
    let relay = HostileRelay::start(Script::RefuseCredentials).await;
    attempt(&relay, &json!({ "Failed": "Credentials" })).await;
    assert!(!relay.received().inside.contains("MAIL FROM"), "no mail without AUTH");
}

#[tokio::test]
async fn says_that_the_recipient_was_refused() {
    let relay = HostileRelay::start(Script::RefuseRecipient).await;
    attempt(&relay, &json!({ "Failed": "Recipient" })).await;
    assert!(!relay.received().inside.contains("Subject:"), "no mail without a recipient");
}

#[tokio::test]
async fn does_not_know_what_became_of_a_mail_whose_answer_never_came() {
    let relay = HostileRelay::start(Script::SilentAt(Moment::Data)).await;
    let mailcode = Relay::hostile(&relay).mailcode().await;
    let visitor = Visitor::new(&mailcode);
    let start = Instant::now();
    let page = visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert!(start.elapsed() < DEADLINE);
    assert!(!page.text("#status").is_empty());
    assert_only_the_prelude(&relay.received().clear);
}

/// Asks for a code as a person, then for another as a program: both are told the truth in time.
async fn attempt(relay: &HostileRelay, delivery: &Value) {
    let mailcode = Relay::hostile(relay).mailcode().await;
    let visitor = Visitor::new(&mailcode);
    let start = Instant::now();
    let page = visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    assert!(start.elapsed() < DEADLINE, "the page came after {:?}", start.elapsed());
    assert_eq!(page.path, "/code");
    assert!(page.text("#status").contains("could not be sent"), "{}", page.text("#status"));

    let start = Instant::now();
    let again = visitor.call("/api/resend-code", &[]).await;
    assert!(start.elapsed() < DEADLINE, "the answer came after {:?}", start.elapsed());
    assert_eq!((again.status, &again.body["Code"]["delivery"]), (200, delivery), "asking again costs no wait");
    assert!(relay.received().connections >= 2, "it was tried anew");
    assert!(!mailcode.output().contains("a-secret-password"));
}

/// In clear there is EHLO, STARTTLS and QUIT, and no other command. A TLS handshake (record type 22, RFC 8446
/// §5.1) may follow that a silent relay never took up.
fn assert_only_the_prelude(clear: &str) {
    for line in clear.split('\u{16}').next().unwrap_or_default().lines() {
        let allowed = line.starts_with("EHLO ") || line == "STARTTLS" || line == "QUIT";
        assert!(allowed, "sent in clear: {line:?}");
    }
}
