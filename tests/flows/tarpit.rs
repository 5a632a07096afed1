//! Relays that take a minute for one reply: no visitor waits that long.

use crate::faults::{Fault, PERSON, PROGRAM, settles};
use e2e::{Moment, Script};
use serde_json::json;
use std::time::Duration;
use tokio::time::Instant;

/// The page reports the delay in time. Once the fault has ended, new visitors are served normally, though the slow replies are still due.
async fn is_left(moment: Moment) {
    let fault = Fault::new(Script::TarpitAt(moment)).await;
    fault.is_retried("Unreachable").await;
    fault.ends_and_all_arrives().await;
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "{recipient}");
    }
}

#[tokio::test]
async fn at_the_greeting() {
    is_left(Moment::Greeting).await;
}

#[tokio::test]
async fn at_ehlo() {
    is_left(Moment::Ehlo).await;
}

#[tokio::test]
async fn at_starttls() {
    is_left(Moment::StartTls).await;
}

#[tokio::test]
async fn in_the_handshake() {
    is_left(Moment::Handshake).await;
}

#[tokio::test]
async fn at_the_second_ehlo() {
    is_left(Moment::SecureEhlo).await;
}

#[tokio::test]
async fn at_auth() {
    is_left(Moment::Auth).await;
}

#[tokio::test]
async fn at_mail() {
    is_left_while_sending(Moment::Mail).await;
}

#[tokio::test]
async fn at_the_recipient() {
    is_left_while_sending(Moment::Recipient).await;
}

#[tokio::test]
async fn at_data() {
    is_left_while_sending(Moment::Data).await;
}

async fn is_left_while_sending(moment: Moment) {
    let fault = Fault::new(Script::TarpitAt(moment)).await;
    fault.is_given_up().await;
    fault.ends_and_all_arrives().await;
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "{recipient}");
    }
}

/// The time-out for the reply to the final dot is 30 seconds, because the relay processes the mail then. After that, the outcome is
/// unknown.
#[tokio::test]
async fn at_the_final_dot() {
    let fault = Fault::new(Script::TarpitAt(Moment::Dot)).await;
    let start = Instant::now();
    let (page, answer) = fault.ask().await;
    assert!(page.text("#status").contains("slow to answer"), "{}", page.text("#status"));
    assert_eq!(answer.body["Code"]["delivery"], "Sending");
    fault.ends().await;
    settles(&fault.program, &json!("Unknown")).await;
    assert!(start.elapsed() > Duration::from_secs(25), "the relay had its time");
    let page = fault.person.open_until("/code", "the truth", |page| !page.text("#status").contains("slow to answer")).await;
    assert!(page.text("#status").contains("may not arrive"), "{}", page.text("#status"));
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "sent once and never again");
    }
}
