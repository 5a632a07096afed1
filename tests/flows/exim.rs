//! The flow through a real Exim, whose replies have no enhanced status codes and use their own texts.

use crate::doctor::{assert_stops_at, doctor};
use crate::support::fault::{MAIL_STATUS, delivery, wait_for_delivery};
use crate::support::relay::Relay;
use crate::support::steps::ADDRESS;
use e2e::{Authority, Exim, Visitor, until};
use serde_json::json;
use tokio::time::Instant;

#[tokio::test]
async fn a_visitor_signs_up_through_exim_with_starttls() {
    let exim = Exim::start().await;
    let mailcode = Relay::exim(&exim).mailcode().await;
    let visitor = Visitor::new(&mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let mail = exim.mail().await;
    let received = mail.header("Received").unwrap();
    assert!(received.contains("with esmtpsa") && received.contains("(TLS1.3)"), "encrypted and authenticated: {received}");
    assert!(exim.log().contains(&format!(" A=plain:{} ", Exim::USERNAME)), "{}", exim.log());
    let page = visitor.submit("/api/verify-code", &[("code", &mail.code())]).await;
    assert_eq!(page.text("#account-email"), ADDRESS);
    for secret in [&mail.code(), Exim::PASSWORD, ADDRESS] {
        assert!(!mailcode.output().contains(secret), "nothing secret is logged");
    }
}

/// A relay may block a client that repeats a wrong password, and one alarm is enough for the operator.
#[tokio::test]
async fn a_wrong_password_is_reported_once_and_not_tried_for_each_mail() {
    let exim = Exim::start().await;
    let mailcode = Relay { password: "not-the-password", ..Relay::exim(&exim) }.mailcode().await;
    let start = Instant::now();
    for number in 0..7 {
        let email = format!("visitor-{number}@example.org");
        let answer = Visitor::new(&mailcode).call("/api/request-code", &[("email", &email)]).await;
        assert_eq!(answer.body["Code"]["delivery"], json!({ "Failed": "Credentials" }));
    }
    for _ in 0..5 {
        let (status, text) = mailcode.readiness().await;
        assert!(status == 503 && text.contains("relay: it rejects the user name or password"), "{status}: {text}");
    }
    let is_alarm = |line: &&str| line.contains("ERROR");
    let log = until("an ERROR in the log", async || Some(mailcode.output()).filter(|log| log.lines().any(|line| is_alarm(&line)))).await;
    let alarms: Vec<_> = log.lines().filter(is_alarm).collect();
    let [alarm] = alarms[..] else { panic!("one alarm for seven mails:\n{log}") };
    assert!(alarm.contains("the relay rejects our credentials"), "{alarm}");
    assert!(!log.contains("not-the-password"), "{log}");

    let tries = exim.log().matches("535 Incorrect authentication data").count();
    // Two attempts before the circuit breaker opens, and then at most one every 4 seconds.
    let most = 2 + usize::try_from(start.elapsed().as_secs()).unwrap() / 4;
    assert!((1..=most).contains(&tries), "{tries} log-ins for seven mails and five questions:\n{}", exim.log());
    assert!(exim.is_empty());
}

/// Exim refuses an address that it cannot route, and one that its backend refuses during recipient verification. Exim's second refusal of
/// the latter comes from its cache.
#[tokio::test]
async fn a_refused_address_is_reported_as_such() {
    let exim = Exim::start().await;
    let mailcode = Relay::exim(&exim).mailcode().await;
    for (email, reply) in [
        ("unknown@example.org", ": Unrouteable address"),
        ("visitor@nowhere.example.com", ": Unrouteable address"),
        ("visitor@backend.example.org", ": 550 5.1.1 Unknown user"),
        ("visitor@backend.example.org", ": Previous (cached) callout verification failure"),
    ] {
        let visitor = Visitor::new(&mailcode);
        visitor.submit("/api/request-code", &[("email", email)]).await;
        let page =
            visitor.open_until("/code", "the page to show the refusal", |page| !page.text(MAIL_STATUS).starts_with("Sending…")).await;
        assert_eq!(delivery(&visitor).await, json!({ "Failed": "Recipient" }), "{email}: {}", exim.log());
        assert!(page.text(MAIL_STATUS).starts_with("We couldn’t send the code"), "{}", page.text(MAIL_STATUS));
        assert_eq!(page.texts("main button.primary").collect::<Vec<_>>(), ["Use a different email"]);
        let rejected = format!("rejected RCPT <{email}>");
        assert!(exim.log().lines().any(|line| line.contains(&rejected) && line.ends_with(reply)), "{reply:?} in\n{}", exim.log());
    }
    assert_eq!(mailcode.readiness().await.0, 200, "an address that does not exist is no fault of the relay");
    assert!(!mailcode.output().contains("ERROR"), "{}", mailcode.output());
    assert!(exim.is_empty());
}

#[tokio::test]
async fn a_deferred_address_gets_its_mail_at_the_next_try() {
    let exim = Exim::start().await;
    let mailcode = Relay::exim(&exim).mailcode().await;
    let (visitor, email) = (Visitor::new(&mailcode), "greylisted@example.org");
    let answer = visitor.call("/api/request-code", &[("email", email)]).await;
    assert_eq!(answer.body["Code"]["delivery"], json!({ "Retrying": "Later" }));
    assert!(exim.is_empty());
    wait_for_delivery(&visitor, &json!("Accepted")).await;
    assert_eq!(exim.log().matches("temporarily rejected RCPT").count(), 1, "{}", exim.log());
    assert!(visitor.open("/code").await.text("#status").contains("Sent at"));
    let page = visitor.submit("/api/verify-code", &[("code", &exim.mail().await.code())]).await;
    assert_eq!(page.text("#account-email"), email);
}

#[tokio::test]
async fn the_doctor_finds_nothing_wrong_with_exim() {
    let exim = Exim::start().await;
    let report = doctor(&Relay::exim(&exim), &[], &["--send-to", ADDRESS]).await;
    assert_eq!(report.status.code(), Some(0), "{}", report.output);
    for words in ["220 localhost ESMTP Exim", "220 TLS go ahead", "PLAIN LOGIN", "235 Authentication succeeded", "250 OK id="] {
        assert!(report.output.contains(words), "{words:?} in\n{}", report.output);
    }
    assert!(report.output.ends_with("\nMail can be sent.\n") && !report.output.contains('✗'), "{}", report.output);
    assert_eq!(exim.mail().await.code(), "000000");
}

#[tokio::test]
async fn the_doctor_names_each_wrong_setting_for_exim() {
    let exim = Exim::start().await;
    let other = Authority::new();
    let right = Relay::exim(&exim);
    for (relay, changes, stage, message, fix) in [
        (
            Relay { authority: &other, ..Relay::exim(&exim) },
            &[][..],
            "certificate",
            "from an unknown authority: for localhost; issued by CN=Mailcode test authority",
            "MAILCODE_SMTP_CA_FILE names another CA than the relay's",
        ),
        (
            Relay { password: "not-the-password", ..Relay::exim(&exim) },
            &[],
            "AUTH",
            "535 Incorrect authentication data",
            "The relay does not accept this user name with this password.",
        ),
        (
            right,
            &[("SMTP_USERNAME", ""), ("SMTP_PASSWORD", "")],
            "test mail",
            "550 relay not permitted",
            "but does not forward yours. Log in (MAILCODE_SMTP_USERNAME, MAILCODE_SMTP_PASSWORD)",
        ),
    ] {
        assert_stops_at(&doctor(&relay, changes, &["--send-to", ADDRESS]).await, stage, message, fix);
    }
    assert!(exim.is_empty());
}
