//! Relays that offer no TLS, or whose certificate is not trusted: the server sends them nothing, and the visitor learns of it at once.

use crate::faults::Fault;
use e2e::{Moment, RelayOptions, Script, until_within};
use std::time::Duration;

/// Asserts that the failure is final and reported at once, and that only the commands up to STARTTLS were sent.
async fn is_insecure(script: Script) {
    let fault = Fault::new(script).await;
    fault.fails("Insecure").await;
    fault.nothing_was_said();
    fault.ends_and_nothing_more_comes("Insecure").await;
}

#[tokio::test]
async fn no_starttls_is_offered() {
    is_insecure(Script::StripStartTls).await;
}

#[tokio::test]
async fn starttls_is_refused_for_now() {
    let fault = Fault::new(Script::Says(Moment::StartTls, "454 4.7.0 TLS not available\r\n")).await;
    fault.is_retried("Insecure").await;
    fault.nothing_was_said();
    fault.ends_and_all_arrives().await;
}

#[tokio::test]
async fn starttls_is_not_known() {
    is_insecure(Script::Says(Moment::StartTls, "502 5.5.1 What?\r\n")).await;
}

#[tokio::test]
async fn starttls_is_answered_by_fine() {
    is_insecure(Script::Says(Moment::StartTls, "250 Fine, go on\r\n")).await;
}

/// The reply is neither success nor failure: whatever state is reported, the server sends nothing after it.
async fn is_odd(script: Script) {
    let fault = Fault::new(script).await;
    let (page, answer) = fault.ask().await;
    let (status, delivery) = (page.text(crate::faults::TOLD), &answer.body["Code"]["delivery"]);
    assert!(!status.is_empty() && !status.contains("Sent at"), "{status}");
    assert!(delivery["Retrying"] == "Unreachable" || delivery["Failed"] == "Insecure", "{delivery}");
    fault.nothing_was_said();
    fault.ends().await;
}

#[tokio::test]
async fn starttls_is_answered_by_go_on() {
    is_odd(Script::Says(Moment::StartTls, "354 Go on\r\n")).await;
}

#[tokio::test]
async fn starttls_is_answered_by_garbage() {
    is_odd(Script::Says(Moment::StartTls, "\u{1}\u{2}yes\r\n")).await;
}

#[tokio::test]
async fn forged_replies_are_glued_to_220() {
    is_insecure(Script::Says(Moment::StartTls, "220 ready\r\n250-localhost\r\n250 AUTH PLAIN LOGIN\r\n")).await;
}

#[tokio::test]
async fn clear_text_comes_instead_of_a_handshake() {
    is_insecure(Script::Says(Moment::Handshake, "250 2.0.0 No need for that\r\n")).await;
}

#[tokio::test]
async fn the_certificate_has_another_name() {
    is_insecure(Script::WrongName).await;
}

#[tokio::test]
async fn the_authority_is_unknown() {
    is_insecure(Script::UnknownAuthority).await;
}

#[tokio::test]
async fn the_certificate_has_expired() {
    is_insecure(Script::Expired).await;
}

/// A connection that carried an earlier mail is still open, but does not count as proof that the relay works.
async fn readiness_notices(script: Script, problem: &str) {
    let fault = Fault::befalls(script).await;
    let text = until_within(Duration::from_secs(100), problem, async || {
        let (status, text) = fault.mailcode.readiness().await;
        (status == 503).then_some(text)
    })
    .await;
    assert!(text.contains(&format!("relay: {problem}")), "{text}");
    fault.ends().await;
}

#[tokio::test]
async fn readiness_notices_a_certificate_that_has_expired_meanwhile() {
    readiness_notices(Script::Expired, "its certificate has expired").await;
}

#[tokio::test]
async fn readiness_notices_a_password_that_was_changed_meanwhile() {
    readiness_notices(Script::Says(Moment::Auth, "535 5.7.8 Not accepted\r\n"), "it rejects the user name or password").await;
}

#[tokio::test]
async fn the_handshake_is_never_answered() {
    let fault = Fault::new(Script::SilentAt(Moment::Handshake)).await;
    fault.is_retried("Unreachable").await;
    fault.nothing_was_said();
    fault.ends_and_all_arrives().await;
}

#[tokio::test]
async fn the_connection_is_cut_in_the_handshake() {
    let fault = Fault::new(Script::HangsUpAt(Moment::Handshake)).await;
    fault.is_retried("Unreachable").await;
    fault.nothing_was_said();
    fault.ends_and_all_arrives().await;
}

/// The same rules hold with implicit TLS.
async fn is_insecure_from_the_first_byte(script: Script) {
    let fault = Fault::with(script, RelayOptions::IMPLICIT, &[]).await;
    fault.fails("Insecure").await;
    assert_eq!(fault.relay.received().inside, "");
    fault.ends_and_nothing_more_comes("Insecure").await;
}

#[tokio::test]
async fn implicit_tls_with_another_name() {
    is_insecure_from_the_first_byte(Script::WrongName).await;
}

#[tokio::test]
async fn implicit_tls_of_an_unknown_authority() {
    is_insecure_from_the_first_byte(Script::UnknownAuthority).await;
}

#[tokio::test]
async fn clear_text_on_the_port_of_implicit_tls() {
    is_insecure_from_the_first_byte(Script::Says(Moment::Handshake, "220 localhost ESMTP\r\n")).await;
}
