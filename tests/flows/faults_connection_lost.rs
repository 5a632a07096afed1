//! Lost connections: before the final dot the mail is sent again, after it never.

use crate::support::fault::{Fault, NEWCOMER, PERSON, PROGRAM, delivery, wait_for_delivery};
use e2e::{Moment, Script, until};
use serde_json::json;

/// The mail was not sent, so it is retried, and arrives once the relay keeps the connection.
async fn is_sent_again(moment: Moment) {
    let fault = Fault::new(Script::HangsUpAt(moment)).await;
    fault.assert_retried("Unreachable").await;
    assert_eq!(fault.relay.received().sent.len(), 0, "nothing came to its final dot");
    fault.end_and_expect_all_mails().await;
    for recipient in [PERSON, PROGRAM] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "{recipient}");
    }
}

#[tokio::test]
async fn a_mail_is_sent_again_after_a_loss_at_auth() {
    is_sent_again(Moment::Auth).await;
}

#[tokio::test]
async fn a_mail_is_sent_again_after_a_loss_before_the_recipient() {
    is_sent_again(Moment::Mail).await;
}

#[tokio::test]
async fn a_mail_is_sent_again_after_a_loss_before_data() {
    is_sent_again(Moment::Recipient).await;
}

#[tokio::test]
async fn a_mail_is_sent_again_after_a_loss_at_data() {
    is_sent_again(Moment::Data).await;
}

/// A mail is short: its final dot is usually on the way when the relay hangs up, so that the outcome is unknown. If the loss is noticed
/// before, the mail is sent again. In both cases the mail does not arrive twice, and no page says that it was sent when it was not.
#[tokio::test]
async fn a_mail_does_not_arrive_twice_after_a_loss_within_its_text() {
    let fault = Fault::new(Script::HangsUpAt(Moment::Text)).await;
    let (page, answer) = fault.ask().await;
    assert!(!page.text("#status").contains("Sent at"), "{}", page.text("#status"));
    let state = &answer.body["Code"]["delivery"];
    assert!(state == "Unknown" || state["Retrying"] == "Unreachable", "{state}");
    fault.end().await;
    wait_for_two_retries(&fault).await;
    for (visitor, recipient) in [(&fault.person, PERSON), (&fault.program, PROGRAM)] {
        let count = usize::from(delivery(visitor).await == "Accepted");
        assert_eq!(fault.relay.received().sent_to(recipient).len(), count, "{recipient}");
    }
}

/// It is unknown whether the relay accepted the mail, so the mail is not sent again, and the page says so.
#[tokio::test]
async fn a_mail_is_not_sent_again_after_a_loss_at_the_final_dot() {
    let fault = Fault::new(Script::HangsUpAt(Moment::Dot)).await;
    let (page, answer) = fault.ask().await;
    assert!(page.text("#status").contains("may not arrive"), "{}", page.text("#status"));
    assert_eq!(answer.body["Code"]["delivery"], "Unknown");
    fault.end().await;
    wait_for_two_retries(&fault).await;
    for (visitor, recipient) in [(&fault.person, PERSON), (&fault.program, PROGRAM)] {
        assert_eq!(fault.relay.received().sent_to(recipient).len(), 1, "sent once and never again");
        assert_eq!(delivery(visitor).await, "Unknown", "and nothing else is claimed later");
    }
    fault.assert_secrets_kept();
}

/// The code of a mail whose outcome is unknown works if the mail arrived.
#[tokio::test]
async fn the_code_of_a_mail_that_may_have_been_sent_works() {
    let fault = Fault::new(Script::HangsUpAt(Moment::Dot)).await;
    fault.ask().await;
    let code = fault.relay.received().sent_to(PERSON)[0].mail.code();
    assert_eq!(fault.person.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
}

/// Waits for the time of two retries, by sending a mail that needs them. An earlier mail that is to be retried would have been retried by
/// then.
async fn wait_for_two_retries(fault: &Fault) {
    fault.relay.play(Script::HangsUpAt(Moment::Mail)).await;
    // The warm connection is cut first, which may not count as an attempt.
    let begun = fault.relay.received().mail_commands;
    let late = e2e::Visitor::new(&fault.mailcode);
    late.call("/api/request-code", &[("email", "late@example.org")]).await;
    until("the first retry of the late mail", async || (fault.relay.received().mail_commands >= begun + 2).then_some(())).await;
    fault.relay.play(Script::WellBehaved).await;
    wait_for_delivery(&late, &json!("Accepted")).await;
}

/// The relay closes an idle connection, which is no failure.
async fn closes_while_idle(words: &'static str) {
    let fault = Fault::after_one_mail(Script::WellBehaved).await;
    until("one open connection at the relay", async || (fault.relay.received().open == 1).then_some(())).await;
    fault.relay.close_all_with(words);
    until("the relay's connection to close", async || (fault.relay.received().open == 0).then_some(())).await;
    fault.assert_signs_up(NEWCOMER).await;
    assert_eq!(fault.relay.received().connections.len(), 2);
    // At its start, the server warns that it has created the database and the key.
    let output = fault.mailcode.output();
    let log: String = output.lines().filter(|line| !line.contains("created a new")).collect();
    assert!(!log.contains("WARN") && !log.contains("ERROR"), "{log}");
    fault.assert_secrets_kept();
}

#[tokio::test]
async fn a_relay_may_close_an_idle_connection_silently() {
    closes_while_idle("").await;
}

#[tokio::test]
async fn a_relay_may_close_an_idle_connection_with_421() {
    closes_while_idle("421 4.4.2 Idle for too long\r\n").await;
}

/// A connection may look alive and be dead: the fault shows when the next mail is sent over it.
#[tokio::test]
async fn a_mail_is_retried_when_a_used_connection_is_lost() {
    let fault = Fault::after_one_mail(Script::HangsUpAt(Moment::Recipient)).await;
    fault.assert_retried("Unreachable").await;
    fault.end_and_expect_all_mails().await;
}

#[tokio::test]
async fn a_mail_is_retried_when_a_used_connection_falls_silent() {
    let fault = Fault::after_one_mail(Script::Unanswered).await;
    fault.assert_given_up().await;
    fault.end_and_expect_all_mails().await;
}
