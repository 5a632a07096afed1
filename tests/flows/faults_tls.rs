//! Relays that offer no TLS, or whose certificate is not trusted: the server sends them no mail, and the visitor is informed at once.

use crate::support::fault::Fault;
use e2e::{Moment, RelayOptions, Script, until_within};
use std::time::Duration;

/// Asserts that the failure is final and reported at once, and that only the commands up to STARTTLS were sent.
async fn fails_as_insecure(script: Script) {
    let fault = Fault::new(script).await;
    fault.assert_fails("Insecure").await;
    fault.assert_nothing_sent_after_starttls();
    fault.end_and_expect_no_retry("Insecure").await;
}

#[tokio::test]
async fn a_relay_without_starttls_is_insecure() {
    fails_as_insecure(Script::StripStartTls).await;
}

#[tokio::test]
async fn a_mail_is_retried_after_a_temporary_refusal_of_starttls() {
    let fault = Fault::new(Script::Says(Moment::StartTls, "454 4.7.0 TLS not available\r\n")).await;
    fault.assert_retried("Insecure").await;
    fault.assert_nothing_sent_after_starttls();
    fault.end_and_expect_all_mails().await;
}

#[tokio::test]
async fn a_relay_that_does_not_know_starttls_is_insecure() {
    fails_as_insecure(Script::Says(Moment::StartTls, "502 5.5.1 What?\r\n")).await;
}

#[tokio::test]
async fn a_250_reply_to_starttls_is_insecure() {
    fails_as_insecure(Script::Says(Moment::StartTls, "250 Fine, go on\r\n")).await;
}

/// The reply means neither success nor failure. Either state may be reported, but the server sends nothing after it.
async fn sends_nothing_after(script: Script) {
    let fault = Fault::new(script).await;
    let (page, answer) = fault.ask().await;
    let (status, delivery) = (page.text(crate::support::fault::MAIL_STATUS), &answer.body["Code"]["delivery"]);
    assert!(!status.is_empty() && !status.contains("Sent at"), "{status}");
    assert!(delivery["Retrying"] == "Unreachable" || delivery["Failed"] == "Insecure", "{delivery}");
    fault.assert_nothing_sent_after_starttls();
    fault.end().await;
}

#[tokio::test]
async fn nothing_is_sent_after_a_354_reply_to_starttls() {
    sends_nothing_after(Script::Says(Moment::StartTls, "354 Go on\r\n")).await;
}

#[tokio::test]
async fn nothing_is_sent_after_a_malformed_reply_to_starttls() {
    sends_nothing_after(Script::Says(Moment::StartTls, "\u{1}\u{2}yes\r\n")).await;
}

#[tokio::test]
async fn forged_replies_appended_to_220_are_insecure() {
    fails_as_insecure(Script::Says(Moment::StartTls, "220 ready\r\n250-localhost\r\n250 AUTH PLAIN LOGIN\r\n")).await;
}

#[tokio::test]
async fn clear_text_instead_of_a_handshake_is_insecure() {
    fails_as_insecure(Script::Says(Moment::Handshake, "250 2.0.0 No need for that\r\n")).await;
}

#[tokio::test]
async fn a_certificate_with_another_name_is_insecure() {
    fails_as_insecure(Script::WrongName).await;
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_insecure() {
    fails_as_insecure(Script::UnknownAuthority).await;
}

#[tokio::test]
async fn an_expired_certificate_is_insecure() {
    fails_as_insecure(Script::Expired).await;
}

/// A connection that carried an earlier mail is still open, but does not count as proof that the relay works.
async fn readiness_notices(script: Script, problem: &str) {
    let fault = Fault::after_one_mail(script).await;
    let text = until_within(Duration::from_secs(100), format!("/readyz to be 503: {problem}"), async || {
        let (status, text) = fault.mailcode.readiness().await;
        (status == 503).then_some(text)
    })
    .await;
    assert!(text.contains(&format!("relay: {problem}")), "{text}");
    fault.end().await;
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
async fn a_mail_is_retried_after_an_unanswered_handshake() {
    let fault = Fault::new(Script::SilentAt(Moment::Handshake)).await;
    fault.assert_retried("Unreachable").await;
    fault.assert_nothing_sent_after_starttls();
    fault.end_and_expect_all_mails().await;
}

#[tokio::test]
async fn a_mail_is_retried_after_a_loss_in_the_handshake() {
    let fault = Fault::new(Script::HangsUpAt(Moment::Handshake)).await;
    fault.assert_retried("Unreachable").await;
    fault.assert_nothing_sent_after_starttls();
    fault.end_and_expect_all_mails().await;
}

/// The same rules hold with implicit TLS.
async fn fails_as_insecure_with_implicit_tls(script: Script) {
    let fault = Fault::with(script, RelayOptions::IMPLICIT, &[]).await;
    fault.assert_fails("Insecure").await;
    assert_eq!(fault.relay.received().inside, "");
    fault.end_and_expect_no_retry("Insecure").await;
}

#[tokio::test]
async fn with_implicit_tls_a_certificate_with_another_name_is_insecure() {
    fails_as_insecure_with_implicit_tls(Script::WrongName).await;
}

#[tokio::test]
async fn with_implicit_tls_an_unknown_authority_is_insecure() {
    fails_as_insecure_with_implicit_tls(Script::UnknownAuthority).await;
}

#[tokio::test]
async fn clear_text_on_the_port_of_implicit_tls_is_insecure() {
    fails_as_insecure_with_implicit_tls(Script::Says(Moment::Handshake, "220 localhost ESMTP\r\n")).await;
}
