//! Relays that take a minute for one reply: no visitor waits that long.

use crate::support::fault::{Fault, PERSON, PROGRAM, wait_for_delivery};
use e2e::{Moment, Script};
use serde_json::json;
use std::time::Duration;
use tokio::time::Instant;

/// The page reports the delay in time. Once the fault has ended, new visitors are served normally, though the slow replies are still due.
async fn is_given_up(moment: Moment) {
    let fault = Fault::new(Script::TarpitAt(moment)).await;
    fault.assert_retried("Unreachable").await;
    fault.end_and_expect_all_mails().await;
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "{recipient}");
    }
}

#[tokio::test]
async fn a_relay_that_delays_its_greeting_is_given_up() {
    is_given_up(Moment::Greeting).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_ehlo_is_given_up() {
    is_given_up(Moment::Ehlo).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_starttls_is_given_up() {
    is_given_up(Moment::StartTls).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_handshake_is_given_up() {
    is_given_up(Moment::Handshake).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_the_second_ehlo_is_given_up() {
    is_given_up(Moment::SecureEhlo).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_auth_is_given_up() {
    is_given_up(Moment::Auth).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_mail_is_given_up() {
    is_given_up_during_a_mail(Moment::Mail).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_the_recipient_is_given_up() {
    is_given_up_during_a_mail(Moment::Recipient).await;
}

#[tokio::test]
async fn a_relay_that_delays_the_reply_to_data_is_given_up() {
    is_given_up_during_a_mail(Moment::Data).await;
}

async fn is_given_up_during_a_mail(moment: Moment) {
    let fault = Fault::new(Script::TarpitAt(moment)).await;
    fault.assert_given_up().await;
    fault.end_and_expect_all_mails().await;
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "{recipient}");
    }
}

/// The time-out for the reply to the final dot is 30 seconds, because the relay processes the mail then. After that, the outcome is
/// unknown.
#[tokio::test]
async fn a_relay_that_delays_the_reply_to_the_final_dot_leaves_the_outcome_unknown() {
    let fault = Fault::new(Script::TarpitAt(Moment::Dot)).await;
    let start = Instant::now();
    let (page, answer) = fault.ask().await;
    assert!(page.text("#status").contains("slow to answer"), "{}", page.text("#status"));
    assert_eq!(answer.body["Code"]["delivery"], "Sending");
    fault.end().await;
    wait_for_delivery(&fault.program, &json!("Unknown")).await;
    assert!(start.elapsed() > Duration::from_secs(25), "the relay had its time");
    let page = fault
        .person
        .open_until("/code", "the page to show the outcome of the mail", |page| !page.text("#status").contains("slow to answer"))
        .await;
    assert!(page.text("#status").contains("may not arrive"), "{}", page.text("#status"));
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "sent once and never again");
    }
}
