//! The fallback relay, which is used when the first relay is down.

use crate::support::fault::{NEWCOMER, PERSON, PROGRAM, delivery, wait_for_delivery};
use crate::support::relay::Relay;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::{HostileRelay, Mailcode, Moment, Script, Visitor, free_port, until};
use serde_json::json;
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::Instant;

/// Two relays and a server that uses them.
struct Pair {
    first: HostileRelay,
    second: HostileRelay,
    mailcode: Mailcode,
    admin: String,
    _roots: TempDir,
}

impl Pair {
    async fn start(first: Script, second: Script) -> Self {
        let (first, second) = (HostileRelay::start(first).await, HostileRelay::start(second).await);
        let roots = tempfile::tempdir().unwrap();
        let file = roots.path().join("fallback.pem");
        std::fs::write(&file, second.authority().pem()).unwrap();
        let (port, admin) = (second.port().to_string(), format!("127.0.0.1:{}", free_port()));
        let settings = [
            ("SMTP_FALLBACK_HOST", "localhost"),
            ("SMTP_FALLBACK_PORT", &port),
            ("SMTP_FALLBACK_CA_FILE", &file.to_string_lossy()),
            ("SMTP_FALLBACK_USERNAME", "other"),
            ("SMTP_FALLBACK_PASSWORD", "another-secret-password"),
            ("ADMIN_LISTEN", &admin),
        ];
        let mailcode = Relay::hostile(&first).mailcode_with(&settings).await;
        Self { first, second, mailcode, admin, _roots: roots }
    }

    /// Asks for a code as a program; the response must come in time. Returns the visitor and the state of the mail.
    async fn ask(&self, address: &str) -> (Visitor, serde_json::Value) {
        let (visitor, start) = (Visitor::new(&self.mailcode), Instant::now());
        let answer = visitor.call("/api/request-code", &[("email", address)]).await;
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
        (visitor, answer.body["Code"]["delivery"].clone())
    }

    /// The number of mails to this address that were sent with their final dot, at the first relay and at the second.
    fn sent(&self, address: &str) -> (usize, usize) {
        (self.first.received().sent_to(address).len(), self.second.received().sent_to(address).len())
    }

    /// Waits until `/readyz` has this status and reports both relays as `ok` or not, as given.
    async fn wait_for_readiness(&self, status: u16, relay: bool, fallback: bool) -> String {
        let (first, second) = ("\nrelay: ", "\nfallback relay: ");
        until(format!("/readyz to be {status} with relay ok: {relay}, fallback ok: {fallback}"), async || {
            let (found, text) = self.mailcode.readiness().await;
            let is_ok = |line: &str| text.contains(&format!("{line}ok\n"));
            assert!(text.contains(first) && text.contains(second), "both relays are reported: {text}");
            ((found, is_ok(first), is_ok(second)) == (status, relay, fallback)).then_some(text)
        })
        .await
    }

    async fn metrics(&self) -> String {
        reqwest::get(format!("http://{}/metrics", self.admin)).await.unwrap().text().await.unwrap()
    }

    /// Asserts that neither password is in the log, and that neither relay received the other's.
    fn assert_secrets_kept(&self) {
        let log = self.mailcode.output();
        let logins = [("mailcode", "a-secret-password"), ("other", "another-secret-password")];
        for (_, password) in logins {
            assert!(!log.contains(password), "{log}");
        }
        let [first, second] = logins.map(|(user, password)| STANDARD.encode(format!("\0{user}\0{password}")));
        let (received_by_main, received_by_fallback) = (self.first.received(), self.second.received());
        assert!(received_by_fallback.inside.contains(&second), "the fallback relay received its own login");
        assert!(!received_by_main.inside.contains(&second) && !received_by_fallback.inside.contains(&first));
        assert!(!received_by_main.clear.contains("AUTH") && !received_by_fallback.clear.contains("AUTH"));
    }
}

/// The fallback relay accepts the mail in time for the response.
async fn takes_over(first: Script) {
    let pair = Pair::start(first, Script::WellBehaved).await;
    for address in [PERSON, PROGRAM] {
        assert_eq!(pair.ask(address).await.1, "Accepted");
        assert_eq!(pair.sent(address), (0, 1), "{address}");
    }
    pair.assert_secrets_kept();
    pair.first.play(Script::WellBehaved).await;
    assert_eq!(pair.ask(NEWCOMER).await.1, "Accepted");
    assert_eq!(pair.sent(NEWCOMER).0 + pair.sent(NEWCOMER).1, 1);
}

#[tokio::test]
async fn takes_over_when_the_port_is_closed() {
    takes_over(Script::Closed).await;
}

#[tokio::test]
async fn takes_over_when_packets_are_dropped() {
    takes_over(Script::Unanswered).await;
}

#[tokio::test]
async fn takes_over_when_the_main_relay_is_insecure() {
    takes_over(Script::StripStartTls).await;
}

#[tokio::test]
async fn takes_over_when_the_password_is_refused() {
    takes_over(Script::Says(Moment::Auth, "535 5.7.8 Not accepted\r\n")).await;
}

#[tokio::test]
async fn takes_over_when_the_connection_is_lost_before_the_final_dot() {
    takes_over(Script::HangsUpAt(Moment::Data)).await;
}

/// The first relay refuses the sender, not the mailbox. The fallback relay accepts the mail in time for the response; log and readiness
/// report the problem until the first relay accepts a mail again.
async fn takes_over_when_we_are_refused(moment: Moment) {
    let refusal = Script::Says(moment, "550 5.4.5 Daily user sending limit exceeded\r\n");
    let pair = Pair::start(refusal, Script::WellBehaved).await;
    for address in [PERSON, PROGRAM] {
        assert_eq!(pair.ask(address).await.1, "Accepted");
        assert_eq!(pair.sent(address), (usize::from(moment == Moment::Dot), 1), "{address}");
    }
    let (limit, text) = ("our sending limit is reached", pair.wait_for_readiness(200, false, true).await);
    assert!(text.contains(&format!("\nrelay: {limit}")), "{text}");
    let log = pair.mailcode.output();
    let alarms: Vec<_> = log.lines().filter(|line| line.contains("ERROR")).collect();
    assert!(alarms.len() == 1 && alarms[0].contains(limit), "{log}");
    pair.first.play(Script::WellBehaved).await;
    assert_eq!(pair.ask(NEWCOMER).await.1, "Accepted");
    assert_eq!(pair.sent(NEWCOMER), (1, 0));
    pair.wait_for_readiness(200, true, true).await;
    pair.assert_secrets_kept();
}

#[tokio::test]
async fn takes_over_when_we_are_refused_at_mail() {
    takes_over_when_we_are_refused(Moment::Mail).await;
}

#[tokio::test]
async fn takes_over_when_we_are_refused_at_the_recipient() {
    takes_over_when_we_are_refused(Moment::Recipient).await;
}

#[tokio::test]
async fn takes_over_when_we_are_refused_after_the_final_dot() {
    takes_over_when_we_are_refused(Moment::Dot).await;
}

/// A mailbox that one relay refuses permanently is not offered to the other.
#[tokio::test]
async fn is_not_tried_for_a_mailbox_that_does_not_exist() {
    let pair = Pair::start(Script::Says(Moment::Recipient, "550 5.1.1 No such mailbox\r\n"), Script::WellBehaved).await;
    let (visitor, state) = pair.ask(PERSON).await;
    assert_eq!(state, json!({ "Failed": "Recipient" }));
    assert_eq!(delivery(&visitor).await, json!({ "Failed": "Recipient" }));
    assert_eq!((pair.first.received().rcpt_commands_for(PERSON), pair.second.received().rcpt_commands_for(PERSON)), (1, 0));
}

/// After the final dot, the mail may have been accepted, so that it is not sent to the other relay.
#[tokio::test]
async fn gets_no_mail_that_may_have_been_sent() {
    let pair = Pair::start(Script::HangsUpAt(Moment::Dot), Script::WellBehaved).await;
    let (visitor, state) = pair.ask(PERSON).await;
    assert_eq!(state, "Unknown");
    // A later mail has needed a retry meanwhile, on both relays.
    pair.first.play(Script::HangsUpAt(Moment::Mail)).await;
    pair.second.play(Script::HangsUpAt(Moment::Mail)).await;
    let recovers = async {
        until("an attempt at the fallback relay", async || (pair.second.received().mail_commands == 1).then_some(())).await;
        pair.second.play(Script::WellBehaved).await;
    };
    let ((late, _), ()) = tokio::join!(pair.ask("late@example.org"), recovers);
    wait_for_delivery(&late, &json!("Accepted")).await;
    assert_eq!((delivery(&visitor).await, pair.sent(PERSON)), (json!("Unknown"), (1, 0)));
    assert_eq!(pair.sent("late@example.org"), (0, 1));
    pair.assert_secrets_kept();
}

/// The four attempts, two at each relay, are over after a second. A visitor who asks again once a relay is back is served.
#[tokio::test]
async fn with_both_relays_down_the_page_says_so_until_one_is_back() {
    let pair = Pair::start(Script::Closed, Script::Closed).await;
    let (visitor, state) = pair.ask(PERSON).await;
    assert_eq!(state, json!({ "Failed": "Unreachable" }));
    let start = Instant::now();
    pair.second.play(Script::WellBehaved).await;
    until("a mail through the fallback relay", async || {
        (visitor.call("/api/resend-code", &[]).await.body["Code"]["delivery"] == "Accepted").then_some(())
    })
    .await;
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(pair.sent(PERSON), (0, 1));
    pair.assert_secrets_kept();
}

/// The circuit breaker does not stay with the fallback relay.
#[tokio::test]
async fn the_main_relay_is_used_again_once_it_is_back() {
    let pair = Pair::start(Script::Closed, Script::WellBehaved).await;
    assert_eq!(pair.ask(PERSON).await.1, "Accepted");
    pair.first.play(Script::WellBehaved).await;
    let mut number = 0;
    until("a mail through the main relay", async || {
        number += 1;
        assert_eq!(pair.ask(&format!("again-{number}@example.org")).await.1, "Accepted");
        pair.first.received().accepted().next().is_some().then_some(())
    })
    .await;
    pair.assert_secrets_kept();
}

/// The server is ready while one of the two relays works; readiness and metrics report both.
#[tokio::test]
async fn both_relays_appear_in_readiness_and_metrics() {
    let pair = Pair::start(Script::WellBehaved, Script::WellBehaved).await;
    assert!(pair.wait_for_readiness(200, true, true).await.starts_with("ready\n"));
    assert_eq!(pair.ask(PROGRAM).await.1, "Accepted");
    pair.first.play(Script::Closed).await;
    assert!(pair.wait_for_readiness(200, false, true).await.starts_with("ready\n"));
    assert_eq!(pair.ask(PERSON).await.1, "Accepted");
    let metrics = pair.metrics().await;
    for line in [
        "mailcode_relay_up{relay=\"main\"} 0",
        "mailcode_relay_up{relay=\"fallback\"} 1",
        "mailcode_relay_connections{relay=\"main\"} 0",
        "mailcode_relay_connections{relay=\"fallback\"} 1",
        "mailcode_mails_queued 0",
    ] {
        assert!(metrics.lines().any(|found| found == line), "{line}:\n{metrics}");
    }
    for relay in ["main", "fallback"] {
        let is_mail =
            |line: &str| line.starts_with("mailcode_mails_total{") && line.contains(&format!("relay=\"{relay}\"")) && line.ends_with(" 1");
        assert!(metrics.lines().any(is_mail), "one mail by {relay}:\n{metrics}");
    }
    pair.second.play(Script::Says(Moment::Auth, "535 5.7.8 Not accepted\r\n")).await;
    pair.second.close_all_with("");
    assert!(pair.wait_for_readiness(503, false, false).await.starts_with("not ready\n"));
    pair.second.play(Script::WellBehaved).await;
    pair.wait_for_readiness(200, false, true).await;
    pair.first.play(Script::WellBehaved).await;
    pair.wait_for_readiness(200, true, true).await;
    pair.assert_secrets_kept();
}

#[tokio::test]
async fn a_fallback_relay_requires_a_main_relay() {
    let exit = Mailcode::start_refused(&[("SMTP_FALLBACK_HOST", "localhost")]).await;
    assert!(!exit.status.success() && exit.output.contains("MAILCODE_SMTP_FALLBACK_HOST"), "{}", exit.output);
}
