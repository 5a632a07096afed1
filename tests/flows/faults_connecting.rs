//! Relays that cannot be reached, or that send nonsense: the mail is retried, and arrives once the relay works.

use crate::support::fault::{Fault, NEWCOMER, PROGRAM, wait_for_delivery};
use e2e::{Moment, RelayOptions, Script};
use serde_json::json;
use tokio::time::Instant;

/// The fault is temporary, and the mails arrive without any action.
async fn is_retried_and_arrives(script: Script, reason: &str) {
    let fault = Fault::new(script).await;
    fault.assert_retried(reason).await;
    fault.assert_nothing_sent_after_starttls();
    fault.end_and_expect_all_mails().await;
}

#[tokio::test]
async fn a_well_behaved_relay_gets_the_mail() {
    let fault = Fault::new(Script::WellBehaved).await;
    fault.assert_signs_up(NEWCOMER).await;
    fault.assert_secrets_kept();
    let received = fault.relay.received();
    assert!(received.inside.contains("AUTH ") && received.inside.contains("Auto-Submitted: auto-generated"), "{received:?}");
    assert_eq!(received.connections.len(), 1);
}

#[tokio::test]
async fn a_mail_to_a_closed_port_is_retried() {
    is_retried_and_arrives(Script::Closed, "Unreachable").await;
}

#[tokio::test]
async fn a_mail_to_an_unresponsive_port_is_retried() {
    is_retried_and_arrives(Script::Unanswered, "Unreachable").await;
}

#[tokio::test]
async fn a_mail_to_a_relay_without_a_greeting_is_retried() {
    is_retried_and_arrives(Script::SilentAt(Moment::Greeting), "Unreachable").await;
}

#[tokio::test]
async fn a_mail_to_an_implicit_tls_relay_without_a_greeting_is_retried() {
    let fault = Fault::with(Script::SilentAt(Moment::Greeting), RelayOptions::IMPLICIT, &[]).await;
    fault.assert_retried("Unreachable").await;
    fault.end_and_expect_all_mails().await;
}

#[tokio::test]
async fn a_mail_to_a_relay_that_hangs_up_at_once_is_retried() {
    is_retried_and_arrives(Script::HangsUpAt(Moment::Greeting), "Unreachable").await;
}

#[tokio::test]
async fn a_mail_to_a_busy_relay_is_retried() {
    is_retried_and_arrives(Script::Says(Moment::Greeting, "421 4.3.2 Too busy\r\n"), "Later").await;
}

#[tokio::test]
async fn a_mail_to_a_relay_that_refuses_every_client_fails() {
    let fault = Fault::new(Script::Says(Moment::Greeting, "554 5.3.2 No service here\r\n")).await;
    fault.assert_fails("Rejected").await;
    fault.assert_nothing_sent_after_starttls();
    fault.end_and_expect_no_retry("Rejected").await;
}

#[tokio::test]
async fn a_mail_to_a_port_of_another_protocol_is_retried() {
    is_retried_and_arrives(Script::Says(Moment::Greeting, "HTTP/1.1 400 Bad Request\r\n"), "Unreachable").await;
}

#[tokio::test]
async fn blank_lines_in_the_ehlo_reply_are_accepted() {
    let fault = Fault::new(Script::Says(Moment::Ehlo, "250-localhost\r\n250- \r\n250 STARTTLS\r\n")).await;
    fault.assert_signs_up(NEWCOMER).await;
}

/// Ten seconds to the end of the login: more than the first response waits, and less than the time-out for opening a connection.
#[tokio::test]
async fn a_slow_relay_gets_the_mail_at_the_first_attempt() {
    let fault = Fault::with(Script::Lags(2000), RelayOptions::default(), &[("SMTP_OPEN_WITHIN", "30s")]).await;
    let answer = fault.program.call("/api/request-code", &[("email", PROGRAM)]).await;
    assert_eq!(answer.body["Code"]["delivery"], "Sending");
    fault.wait_for_mail(&fault.program, PROGRAM).await;
    assert_eq!(fault.relay.received().connections.len(), 1, "at the first try");
    fault.assert_secrets_kept();
}

/// Only the code of a reply counts (RFC 5321 §4.2).
#[tokio::test]
async fn replies_without_a_text_are_accepted() {
    for (moment, reply) in [(Moment::Greeting, "220\r\n"), (Moment::Mail, "250\r\n"), (Moment::Data, "354\r\n"), (Moment::Dot, "250\r\n")] {
        Fault::new(Script::Says(moment, reply)).await.assert_signs_up(NEWCOMER).await;
    }
}

#[tokio::test]
async fn keywords_in_small_letters_and_old_spellings_are_recognized() {
    for offers in [&["pipelining", "8bitmime", "smtputf8", "auth plain login"][..], &["AUTH=LOGIN PLAIN"]] {
        let fault = Fault::with(Script::WellBehaved, RelayOptions { offers, ..RelayOptions::default() }, &[]).await;
        fault.assert_signs_up(NEWCOMER).await;
    }
}

#[tokio::test]
async fn a_mail_is_retried_after_an_endless_ehlo_reply() {
    is_retried_and_arrives(Script::Endless(Moment::Ehlo), "Unreachable").await;
}

#[tokio::test]
async fn a_mail_is_retried_after_an_ehlo_reply_that_trickles_in() {
    is_retried_and_arrives(Script::Trickles(Moment::Ehlo), "Unreachable").await;
}

/// At this point of the dialogue, the server may send the EHLO inside TLS, and nothing else.
async fn is_retried_after_the_second_ehlo(script: Script) {
    let fault = Fault::new(script).await;
    fault.assert_retried("Unreachable").await;
    let inside = fault.relay.received().inside;
    assert!(!inside.is_empty() && inside.lines().all(|line| line.starts_with("EHLO ") || line == "QUIT"), "{inside}");
    fault.end_and_expect_all_mails().await;
}

#[tokio::test]
async fn blank_lines_in_the_second_ehlo_reply_are_accepted() {
    let fault = Fault::new(Script::Says(Moment::SecureEhlo, "250-localhost\r\n250- \r\n250 AUTH PLAIN\r\n")).await;
    fault.assert_signs_up(NEWCOMER).await;
}

#[tokio::test]
async fn a_mail_is_retried_after_an_endless_second_ehlo_reply() {
    is_retried_after_the_second_ehlo(Script::Endless(Moment::SecureEhlo)).await;
}

/// The attempts come at once and after 1, 5 and 60 seconds; then the page reports the failure. The relay hangs up late, so that every
/// connection is an attempt.
#[tokio::test]
async fn a_mail_fails_after_three_retries() {
    let fault = Fault::new(Script::HangsUpAt(Moment::Mail)).await;
    fault.program.call("/api/request-code", &[("email", PROGRAM)]).await;
    wait_for_delivery(&fault.program, &json!({ "Failed": "Unreachable" })).await;
    let connections = fault.relay.received().connections;
    let pauses: Vec<f64> = connections.windows(2).map(|pair| (pair[1] - pair[0]).as_secs_f64()).collect();
    assert_eq!(pauses.len(), 3, "{pauses:?}");
    for (pause, at_least) in pauses.iter().zip([1.0, 5.0, 60.0]) {
        assert!((at_least..at_least + 3.0).contains(pause), "{pauses:?}");
    }
    let start = Instant::now();
    let page = fault.program.open("/code").await;
    assert!(page.text("#error-summary").contains("couldn’t send the code") && start.elapsed().as_secs() < 5, "{}", page.html);
    fault.end().await;
}
