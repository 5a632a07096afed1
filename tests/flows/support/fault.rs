//! What must hold for every fault of a relay: no password and no code is sent in clear or to an unverified server, visitors learn the true
//! state of their mail within 10 seconds, and once the fault has ended a new visitor is served normally within 5.

use crate::support::relay::Relay;
use crate::support::secret_search::forms_found;
use e2e::{Answer, HostileRelay, Mailcode, Page, RelayOptions, Script, Verdict, Visitor, until, until_within};
use reqwest::Method;
use reqwest::header::ACCEPT;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::time::Instant;

/// Time-out for the true state of a mail on the page.
const STATUS_WITHIN: Duration = Duration::from_secs(10);
/// Time-out for a new visitor's mail once the fault has ended.
const RECOVERY_WITHIN: Duration = Duration::from_secs(5);
/// Time-out for all attempts of a mail that cannot be delivered: 66 seconds of back-off, plus the attempts themselves.
const SETTLED_WITHIN: Duration = Duration::from_secs(100);

/// The addresses of the two visitors during the fault: a person without scripts and a program.
pub(crate) const PERSON: &str = "person@example.org";
pub(crate) const PROGRAM: &str = "program@example.org";
/// The address of a visitor after the fault.
pub(crate) const NEWCOMER: &str = "newcomer@example.org";

/// No limits that the visitors after the fault would reach, and a shorter time-out than the default, so that an attempt at a silent relay
/// ends before the first response.
const SETTINGS: [(&str, &str); 5] =
    [("MAILS_PER_CLIENT", "0"), ("MAILS_PER_DOMAIN", "0"), ("MAILS_TOTAL", "0"), ("PROOF_OF_WORK_ABOVE", "0"), ("SMTP_OPEN_WITHIN", "6s")];

/// A relay with a fault, the server that uses it, and its visitors.
pub(crate) struct Fault {
    pub(crate) relay: HostileRelay,
    pub(crate) mailcode: Mailcode,
    pub(crate) person: Visitor,
    pub(crate) program: Visitor,
}

/// The elements that show the state of the mail: a line of the form, or the summary that replaces the form after a failure.
pub(crate) const MAIL_STATUS: &str = "#status, #error-summary";

impl Fault {
    /// Starts with a relay that has the fault from the beginning.
    pub(crate) async fn new(script: Script) -> Self {
        Self::with(script, RelayOptions::default(), &[]).await
    }

    /// Like [`Self::new`], with these options and more settings.
    pub(crate) async fn with(script: Script, options: RelayOptions, settings: &[(&str, &str)]) -> Self {
        let relay = HostileRelay::start_with(script, options).await;
        let tls = if options.is_implicit { "implicit" } else { "starttls" };
        let mailcode = Relay { tls, ..Relay::hostile(&relay) }.mailcode_with(&[&SETTINGS[..], settings].concat()).await;
        let (person, program) = (Visitor::new(&mailcode), Visitor::new(&mailcode));
        Self { relay, mailcode, person, program }
    }

    /// Starts with a relay that accepts one mail before the fault, so that the server has a used connection to it.
    pub(crate) async fn after_one_mail(script: Script) -> Self {
        let fault = Self::new(Script::WellBehaved).await;
        let answer = Visitor::new(&fault.mailcode).call("/api/request-code", &[("email", "early@example.org")]).await;
        assert_eq!(answer.body["Code"]["delivery"], "Accepted");
        fault.relay.play(script).await;
        fault
    }

    /// Person and program ask for a code. Both learn of the failure in time, and may ask again at once.
    pub(crate) async fn assert_fails(&self, reason: &str) {
        let (page, answer) = self.ask().await;
        assert!(page.text(MAIL_STATUS).starts_with("We couldn’t send the code"), "{}", page.text(MAIL_STATUS));
        assert!(page.text("title").starts_with("Error: We couldn’t send the code"), "{}", page.text("title"));
        assert!(!page.has("#code-form") && !page.has("#code") && !page.has("#status"), "there is no code to enter");
        assert_eq!(page.text(".recovery #resend-form button:not([disabled])"), "Try again");
        assert_eq!(page.text(".recovery #change-form button:not([disabled])"), "Use a different email");
        // The likelier of the two buttons is the primary one.
        let likelier = if reason == "Recipient" { "Use a different email" } else { "Try again" };
        assert_eq!(page.texts("main button.primary").collect::<Vec<_>>(), [likelier], "{reason}");
        assert_eq!(answer.body["Code"]["delivery"], json!({ "Failed": reason }));
        assert_eq!(answer.body["Code"]["resend_in"], 0, "a failed mail costs no wait");
    }

    /// Person and program ask for a code. Both learn of a temporary failure, after which the mail is retried; the response does not wait
    /// for that.
    pub(crate) async fn assert_retried(&self, reason: &str) {
        let (page, answer) = self.ask().await;
        let status = page.text("#status");
        assert!(status.starts_with("Not sent yet:"), "{status}");
        assert_eq!(answer.body["Code"]["delivery"], json!({ "Retrying": reason }));
        assert_eq!(answer.body["Code"]["resend_in"], 0, "asking again costs no wait");
    }

    /// Like [`Self::assert_retried`], for a relay that falls silent during a mail. Each reply has a time-out of 10 seconds, so that the
    /// first response may say that the mail is still being sent.
    pub(crate) async fn assert_given_up(&self) {
        let (page, answer) = self.ask().await;
        let (status, state) = (page.text("#status"), &answer.body["Code"]["delivery"]);
        assert!(!status.is_empty() && !status.contains("Sent at"), "{status}");
        assert!(*state == "Sending" || state["Retrying"] == "Unreachable", "{state}");
        assert_eq!(answer.body["Code"]["resend_in"], 0, "asking again costs no wait");
        until("the attempt at the silent relay to time out", async || {
            (delivery(&self.program).await["Retrying"] == "Unreachable").then_some(())
        })
        .await;
    }

    /// Person and program each ask for a code for their own address, and get their responses in time.
    pub(crate) async fn ask(&self) -> (Page, Answer) {
        let start = Instant::now();
        let asked =
            (self.person.submit("/api/request-code", &[("email", PERSON)]), self.program.call("/api/request-code", &[("email", PROGRAM)]));
        let (mut page, answer) = tokio::join!(asked.0, asked.1);
        // The response to a plain form does not wait for a slow relay; its page shows more after a reload.
        if page.text(MAIL_STATUS).starts_with("Sending…") {
            let is_more = |page: &Page| !page.text(MAIL_STATUS).starts_with("Sending…");
            page = self.person.open_until("/code", "the page to show more than Sending", is_more).await;
        }
        assert!(start.elapsed() < STATUS_WITHIN, "the responses took {:?}", start.elapsed());
        assert_eq!((page.path.as_str(), answer.status), ("/code", 200), "{:?}", answer.body);
        (page, answer)
    }

    /// Asserts that the relay received no command except those up to STARTTLS.
    pub(crate) fn assert_nothing_sent_after_starttls(&self) {
        let received = self.relay.received();
        assert_eq!(received.inside, "");
        assert_only_starttls_commands(&received.clear);
    }

    /// Ends the fault; the mails that waited for it arrive.
    pub(crate) async fn end_and_expect_all_mails(&self) {
        self.end().await;
        for (visitor, recipient) in [(&self.person, PERSON), (&self.program, PROGRAM)] {
            self.wait_for_mail(visitor, recipient).await;
        }
    }

    /// Waits until the mail to this recipient is accepted and the visitor's page says so.
    pub(crate) async fn wait_for_mail(&self, visitor: &Visitor, recipient: &str) {
        wait_for_delivery(visitor, &json!("Accepted")).await;
        let page = visitor.open("/code").await;
        assert!(page.text("#status").contains("Sent at"), "{}", page.text("#status"));
        let received = self.relay.received();
        assert_eq!(received.accepted().filter(|mail| mail.recipient == recipient).count(), 1, "{recipient}");
    }

    /// Ends the fault. Soon a new visitor gets a working code by mail; earlier ones learn that their mail was not sent.
    pub(crate) async fn end(&self) {
        self.relay.play(Script::WellBehaved).await;
        let (start, mut newcomer, mut number) = (Instant::now(), NEWCOMER.to_owned(), 0);
        while let Some(state) = self.try_sign_up(&newcomer).await {
            assert!(state["Failed"].is_string() || state["Retrying"].is_string(), "{state}");
            assert!(start.elapsed() < RECOVERY_WITHIN, "still {state} after {:?}", start.elapsed());
            number += 1;
            newcomer = format!("newcomer-{number}@example.org");
        }
        self.assert_secrets_kept();
    }

    /// Ends the fault; mails that failed finally are not retried, though the relay would accept them now.
    pub(crate) async fn end_and_expect_no_retry(&self, reason: &str) {
        self.end().await;
        for (visitor, recipient) in [(&self.person, PERSON), (&self.program, PROGRAM)] {
            assert_eq!(delivery(visitor).await, json!({ "Failed": reason }));
            let received = self.relay.received();
            assert!(received.rcpt_commands_for(recipient) <= 1, "{recipient} was tried again");
            assert!(received.accepted().all(|mail| mail.recipient != recipient), "no mail to {recipient} was accepted");
        }
    }

    /// Asserts that a new visitor signs up without a problem.
    pub(crate) async fn assert_signs_up(&self, newcomer: &str) {
        assert_eq!(self.try_sign_up(newcomer).await, None);
    }

    /// Signs a new visitor up. Returns `None` if they got their mail in time and signed up by its code, else the reported state of the
    /// mail.
    async fn try_sign_up(&self, newcomer: &str) -> Option<Value> {
        let (visitor, start) = (Visitor::new(&self.mailcode), Instant::now());
        let answer = visitor.call("/api/request-code", &[("email", newcomer)]).await;
        let state = &answer.body["Code"]["delivery"];
        if *state != "Accepted" {
            return Some(state.clone());
        }
        assert!(start.elapsed() < RECOVERY_WITHIN, "the mail took {:?}", start.elapsed());
        let received = self.relay.received();
        let mails: Vec<_> = received.accepted().filter(|mail| mail.recipient == newcomer).collect();
        let [mail] = mails[..] else { panic!("{} mails to {newcomer}", mails.len()) };
        assert_eq!(mail.mail.header("To").unwrap().trim_matches(['<', '>']), newcomer);
        assert_eq!(visitor.call("/api/verify-code", &[("code", &mail.mail.code())]).await.body, "Account");
        None
    }

    /// Asserts that no secret is in the log or was sent in clear, and that no code was sent again that the relay may have accepted.
    pub(crate) fn assert_secrets_kept(&self) {
        let received = self.relay.received();
        assert_only_starttls_commands(&received.clear);
        let log = self.mailcode.output();
        assert!(!log.contains("a-secret-password"), "{log}");
        let mut codes = BTreeSet::new();
        for sent in &received.sent {
            let code = sent.mail.code();
            assert!(forms_found(&code, log.as_bytes()).is_empty(), "{code} is in the log:\n{log}");
            let is_new = sent.verdict == Verdict::Refused || codes.insert((sent.recipient.clone(), code));
            assert!(is_new, "a code was mailed twice to {}", sent.recipient);
        }
    }
}

/// The state of the visitor's newest mail, as programs read it.
pub(crate) async fn delivery(visitor: &Visitor) -> Value {
    let answer = Visitor::answer(visitor.request(Method::GET, "/api/delivery").header(ACCEPT, "application/json")).await;
    answer.body["Code"]["delivery"].clone()
}

/// Waits until the visitor's newest mail is in this state.
pub(crate) async fn wait_for_delivery(visitor: &Visitor, state: &Value) {
    let what = format!("the delivery state {state}");
    until_within(SETTLED_WITHIN, what, async || (delivery(visitor).await == *state).then_some(())).await;
}

/// Asserts that only EHLO, STARTTLS and QUIT were sent in clear. The beginning of a TLS handshake (record type 22, RFC 8446 §5.1) may
/// follow if the relay did not continue it.
fn assert_only_starttls_commands(clear: &str) {
    for line in clear.split('\u{16}').next().unwrap_or_default().lines() {
        let allowed = line.starts_with("EHLO ") || line == "STARTTLS" || line == "QUIT";
        assert!(allowed, "sent in clear: {line:?}");
    }
}
