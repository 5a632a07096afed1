//! Relays that refuse. A permanent refusal is final and reported at once; after a temporary one the mail is retried.

use crate::support::fault::{Fault, NEWCOMER, PERSON, PROGRAM, wait_for_delivery};
use e2e::{Moment, RelayOptions, Script, Visitor, until};
use serde_json::json;

/// Asserts that each mail is tried once, and that the reason is reported.
async fn fails_finally(script: Script, reason: &str) -> Fault {
    let fault = Fault::new(script).await;
    fault.assert_fails(reason).await;
    fault.end_and_expect_no_retry(reason).await;
    fault
}

/// No mail is sent without AUTH, and the log has one alarm.
async fn alarms_once(reply: &'static str) {
    let fault = Fault::new(Script::Says(Moment::Auth, reply)).await;
    fault.assert_fails("Credentials").await;
    for number in 0..5 {
        let answer = Visitor::new(&fault.mailcode).call("/api/request-code", &[("email", &format!("next-{number}@example.org"))]).await;
        assert_eq!(answer.body["Code"]["delivery"], json!({ "Failed": "Credentials" }));
    }
    assert_eq!(fault.relay.received().mail_commands, 0, "no mail without AUTH");
    let log = until("an ERROR in the log", async || Some(fault.mailcode.output()).filter(|log| log.contains("ERROR"))).await;
    assert_eq!(log.lines().filter(|line| line.contains("ERROR")).count(), 1, "one alarm for seven mails within a minute:\n{log}");
    fault.end_and_expect_no_retry("Credentials").await;
}

#[tokio::test]
async fn a_wrong_password_raises_one_alarm_for_seven_mails() {
    alarms_once("535 5.7.8 Username and password not accepted\r\n").await;
}

#[tokio::test]
async fn a_password_that_is_not_enough_raises_one_alarm_for_seven_mails() {
    alarms_once("534 5.7.9 Application-specific password required\r\n").await;
}

#[tokio::test]
async fn a_relay_that_offers_no_auth_gets_no_mail() {
    let fault = Fault::with(Script::WellBehaved, RelayOptions { offers: &["8BITMIME"], ..RelayOptions::default() }, &[]).await;
    fault.assert_fails("Credentials").await;
    assert_eq!(fault.relay.received().mail_commands, 0);
}

#[tokio::test]
async fn a_mail_is_retried_after_a_temporary_auth_failure() {
    let fault = Fault::new(Script::Says(Moment::Auth, "454 4.7.0 Temporary authentication failure\r\n")).await;
    fault.assert_retried("Later").await;
    fault.end_and_expect_all_mails().await;
}

/// The second attempt comes after 5 seconds and is accepted.
async fn is_greylisted_and_arrives(code: u16) {
    let fault = Fault::new(Script::Greylists(code)).await;
    fault.assert_retried("Later").await;
    for (visitor, recipient) in [(&fault.person, PERSON), (&fault.program, PROGRAM)] {
        fault.wait_for_mail(visitor, recipient).await;
        let received = fault.relay.received();
        let times: Vec<_> = received.rcpt_commands.iter().filter(|(tried, _)| tried == recipient).map(|(_, at)| *at).collect();
        let [first, second] = times[..] else { panic!("{} tries", times.len()) };
        assert!((4..10).contains(&(second - first).as_secs()), "{:?}", second - first);
    }
    fault.assert_secrets_kept();
    fault.relay.play(Script::WellBehaved).await;
    fault.assert_signs_up(NEWCOMER).await;
}

#[tokio::test]
async fn greylisting_with_450_is_waited_out() {
    is_greylisted_and_arrives(450).await;
}

#[tokio::test]
async fn greylisting_with_451_is_waited_out() {
    is_greylisted_and_arrives(451).await;
}

/// The second retry, a minute after the first, would come after the code has expired.
#[tokio::test]
async fn no_mail_is_retried_beyond_the_life_of_its_code() {
    let script = Script::Says(Moment::Recipient, "450 4.2.0 Not now\r\n");
    let fault = Fault::with(script, RelayOptions::default(), &[("CODE_LIFETIME", "20s")]).await;
    fault.assert_retried("Later").await;
    for (visitor, recipient) in [(&fault.person, PERSON), (&fault.program, PROGRAM)] {
        wait_for_delivery(visitor, &json!({ "Failed": "Later" })).await;
        assert_eq!(fault.relay.received().rcpt_commands_for(recipient), 2);
    }
    fault.end().await;
}

#[tokio::test]
async fn a_missing_mailbox_is_reported_as_final() {
    let fault = fails_finally(Script::Says(Moment::Recipient, "550 5.1.1 No such mailbox\r\n"), "Recipient").await;
    assert_eq!(fault.relay.received().inside.matches("Subject: ").count(), 1, "no mail without a recipient");
}

#[tokio::test]
async fn a_recipient_refused_by_554_is_reported_as_final() {
    fails_finally(Script::Says(Moment::Recipient, "554 No such mailbox\r\n"), "Recipient").await;
}

/// The refusal is not about the mailbox (RFC 3463 §3.8): correcting the address would not help.
#[tokio::test]
async fn a_recipient_refused_by_policy_is_reported_as_rejected() {
    fails_finally(Script::Says(Moment::Recipient, "554 5.7.1 Not for them\r\n"), "Rejected").await;
}

/// This is Exim's reply to clients that have not logged in. The page does not blame the mailbox, and readiness reports the problem.
#[tokio::test]
async fn a_refusal_of_us_does_not_blame_the_mailbox() {
    let fault = Fault::new(Script::Says(Moment::Recipient, "550 relay not permitted\r\n")).await;
    fault.assert_fails("Rejected").await;
    let (status, text) = fault.mailcode.readiness().await;
    assert_eq!(status, 503);
    assert!(text.contains("relay: it does not relay for this machine"), "{text}");
    let is_alarm = |line: &str| line.contains("ERROR") && line.contains("it does not relay for this machine");
    until("the ERROR about relaying in the log", async || fault.mailcode.output().lines().any(is_alarm).then_some(())).await;
    fault.end_and_expect_no_retry("Rejected").await;
    until("/readyz to be 200 after an accepted mail", async || (fault.mailcode.readiness().await.0 == 200).then_some(())).await;
}

#[tokio::test]
async fn a_full_mailbox_is_reported_as_final() {
    fails_finally(Script::Says(Moment::Recipient, "552 5.2.2 Mailbox full\r\n"), "MailboxFull").await;
}

#[tokio::test]
async fn a_refused_sender_is_reported_as_final() {
    fails_finally(Script::Says(Moment::Mail, "550 5.7.1 Not from you\r\n"), "Rejected").await;
}

#[tokio::test]
async fn a_refused_data_command_is_reported_as_final() {
    fails_finally(Script::Says(Moment::Data, "554 5.5.0 No mail today\r\n"), "Rejected").await;
}

#[tokio::test]
async fn a_550_after_the_final_dot_is_reported_as_final() {
    fails_finally(Script::Says(Moment::Dot, "550 5.7.1 Looks like spam\r\n"), "Rejected").await;
}

#[tokio::test]
async fn a_554_after_the_final_dot_is_reported_as_final() {
    fails_finally(Script::RefuseMail, "Rejected").await;
}

/// The relay has refused the mail after its final dot, so that it can be sent again without arriving twice.
#[tokio::test]
async fn a_mail_deferred_after_its_final_dot_is_retried() {
    let fault = Fault::new(Script::Says(Moment::Dot, "451 4.3.0 Out of space\r\n")).await;
    fault.assert_retried("Later").await;
    assert_eq!(fault.relay.received().accepted().count(), 0);
    fault.end_and_expect_all_mails().await;
}
