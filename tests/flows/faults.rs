//! What every fault of a relay is held to: no credential and no code goes out in clear or to a stranger, whoever asked is
//! told the truth within 10 seconds, and once the fault has ended a newcomer is served as ever within 5.

use crate::leaks::ways;
use crate::steps::Relay;
use e2e::{Answer, HostileRelay, Mailcode, Page, Script, Terms, Verdict, Visitor, until, until_within};
use reqwest::Method;
use reqwest::header::ACCEPT;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::time::Instant;

/// Within which the page is honest.
const HONEST_WITHIN: Duration = Duration::from_secs(10);
/// Within which a newcomer gets a mail once the fault has ended.
const NORMAL_WITHIN: Duration = Duration::from_secs(5);
/// All tries of a mail that cannot be delivered: 66 seconds of back-off, and what the tries themselves take.
const SETTLED_WITHIN: Duration = Duration::from_secs(100);

/// The two who ask while the fault lasts, as a person without scripts and as a program.
pub(crate) const PERSON: &str = "person@example.org";
pub(crate) const PROGRAM: &str = "program@example.org";
/// Who comes after it.
pub(crate) const NEWCOMER: &str = "newcomer@example.org";

/// Caps that those reach who come one after the other until all is normal.
const OFF: [(&str, &str); 4] = [("MAILS_PER_CLIENT", "0"), ("MAILS_PER_DOMAIN", "0"), ("MAILS_TOTAL", "0"), ("PROOF_OF_WORK_ABOVE", "0")];

/// A relay that has a fault, the server that uses it, and who visits that.
pub(crate) struct Fault {
    pub(crate) relay: HostileRelay,
    pub(crate) mailcode: Mailcode,
    pub(crate) person: Visitor,
    pub(crate) program: Visitor,
}

impl Fault {
    /// A relay that has it from the beginning.
    pub(crate) async fn new(script: Script) -> Self {
        Self::with(script, Terms::default(), &[]).await
    }

    /// The same on other terms, with more settings.
    pub(crate) async fn with(script: Script, terms: Terms, settings: &[(&str, &str)]) -> Self {
        let relay = HostileRelay::start_with(script, terms).await;
        let tls = if terms.is_implicit { "implicit" } else { "starttls" };
        let mailcode = Relay { tls, ..Relay::hostile(&relay) }.mailcode_with(&[&OFF[..], settings].concat()).await;
        let (person, program) = (Visitor::new(&mailcode), Visitor::new(&mailcode));
        Self { relay, mailcode, person, program }
    }

    /// A relay that was good for one mail and then gets it: there is a connection to it that was used before.
    pub(crate) async fn befalls(script: Script) -> Self {
        let fault = Self::new(Script::WellBehaved).await;
        let answer = Visitor::new(&fault.mailcode).call("/api/request-code", &[("email", "early@example.org")]).await;
        assert_eq!(answer.body["Code"]["delivery"], "Accepted");
        fault.relay.play(script).await;
        fault
    }

    /// Person and program ask for a code. Both are told of the failure in time, and that they may ask again at once.
    pub(crate) async fn fails(&self, reason: &str) {
        let (page, answer) = self.ask().await;
        assert!(page.text("#status").contains("could not be sent:"), "{}", page.text("#status"));
        assert_eq!(answer.body["Code"]["delivery"], json!({ "Failed": reason }));
        assert_eq!(answer.body["Code"]["resend_in"], 0, "a failed mail costs no wait");
    }

    /// The same of a failure that may pass: it is tried again, and nobody has to wait for that.
    pub(crate) async fn is_retried(&self, reason: &str) {
        let (page, answer) = self.ask().await;
        let status = page.text("#status");
        assert!(status.contains("could not be sent yet:"), "{status}");
        assert_eq!(answer.body["Code"]["delivery"], json!({ "Retrying": reason }));
        assert_eq!(answer.body["Code"]["resend_in"], 0, "asking again costs no wait");
    }

    /// The same where the relay falls silent under a mail: each reply has 10 seconds, so that the first answer may say that it is
    /// still being sent.
    pub(crate) async fn is_given_up(&self) {
        let (page, answer) = self.ask().await;
        let (status, told) = (page.text("#status"), &answer.body["Code"]["delivery"]);
        assert!(!status.is_empty() && !status.contains("was sent"), "{status}");
        assert!(*told == "Sending" || told["Retrying"] == "Unreachable", "{told}");
        assert_eq!(answer.body["Code"]["resend_in"], 0, "asking again costs no wait");
        until("the try to be given up", async || (delivery(&self.program).await["Retrying"] == "Unreachable").then_some(())).await;
    }

    /// Person and program ask for a code, each for an address of its own, and are answered in time.
    pub(crate) async fn ask(&self) -> (Page, Answer) {
        let start = Instant::now();
        let asked =
            (self.person.submit("/api/request-code", &[("email", PERSON)]), self.program.call("/api/request-code", &[("email", PROGRAM)]));
        let (mut page, answer) = tokio::join!(asked.0, asked.1);
        // A plain form does not wait for a slow relay; its page says more when it is loaded again.
        if page.text("#status").starts_with("The mail is on its way to our mail server.") {
            let is_more = |page: &Page| !page.text("#status").starts_with("The mail is on its way to our mail server.");
            page = self.person.open_until("/code", "more to be known of the mail", is_more).await;
        }
        assert!(start.elapsed() < HONEST_WITHIN, "they were told after {:?}", start.elapsed());
        assert_eq!((page.path.as_str(), answer.status), ("/code", 200), "{:?}", answer.body);
        (page, answer)
    }

    /// Nothing but the way to STARTTLS was said to the relay.
    pub(crate) fn nothing_was_said(&self) {
        let received = self.relay.received();
        assert_eq!(received.inside, "");
        assert_only_the_prelude(&received.clear);
    }

    /// The fault ends; what waited for that arrives, too.
    pub(crate) async fn ends_and_all_arrives(&self) {
        self.ends().await;
        for (visitor, recipient) in [(&self.person, PERSON), (&self.program, PROGRAM)] {
            self.arrives(visitor, recipient).await;
        }
    }

    /// The mail to this recipient is accepted, and the visitor is told so.
    pub(crate) async fn arrives(&self, visitor: &Visitor, recipient: &str) {
        settles(visitor, &json!("Accepted")).await;
        let page = visitor.open("/code").await;
        assert!(page.text("#status").contains("was sent"), "{}", page.text("#status"));
        let received = self.relay.received();
        assert_eq!(received.accepted().filter(|mail| mail.recipient == recipient).count(), 1, "{recipient}");
    }

    /// The fault ends. Soon a newcomer is served as ever, by the mail of a code that works; those who come before that are told
    /// that their mail was not sent.
    pub(crate) async fn ends(&self) {
        self.relay.play(Script::WellBehaved).await;
        let (start, mut newcomer, mut number) = (Instant::now(), NEWCOMER.to_owned(), 0);
        while let Some(told) = self.meets_a_hitch(&newcomer).await {
            assert!(told["Failed"].is_string() || told["Retrying"].is_string(), "{told}");
            assert!(start.elapsed() < NORMAL_WITHIN, "still {told} after {:?}", start.elapsed());
            number += 1;
            newcomer = format!("newcomer-{number}@example.org");
        }
        self.keeps_secrets();
    }

    /// The fault ends, and what has failed by it is not tried again, though the relay would take it now.
    pub(crate) async fn ends_and_nothing_more_comes(&self, reason: &str) {
        self.ends().await;
        for (visitor, recipient) in [(&self.person, PERSON), (&self.program, PROGRAM)] {
            assert_eq!(delivery(visitor).await, json!({ "Failed": reason }));
            let received = self.relay.received();
            assert!(received.tries_for(recipient) <= 1, "{recipient} was tried again");
            assert!(received.accepted().all(|mail| mail.recipient != recipient), "no false word of {recipient}");
        }
    }

    /// Somebody new signs up without a hitch.
    pub(crate) async fn is_normal(&self, newcomer: &str) {
        assert_eq!(self.meets_a_hitch(newcomer).await, None);
    }

    /// What somebody new is told when they ask for a code; `None` when they got it, in time, and have signed up by it.
    async fn meets_a_hitch(&self, newcomer: &str) -> Option<Value> {
        let (visitor, start) = (Visitor::new(&self.mailcode), Instant::now());
        let answer = visitor.call("/api/request-code", &[("email", newcomer)]).await;
        let told = &answer.body["Code"]["delivery"];
        if *told != "Accepted" {
            return Some(told.clone());
        }
        assert!(start.elapsed() < NORMAL_WITHIN, "the mail took {:?}", start.elapsed());
        let received = self.relay.received();
        let mails: Vec<_> = received.accepted().filter(|mail| mail.recipient == newcomer).collect();
        let [mail] = mails[..] else { panic!("{} mails to {newcomer}", mails.len()) };
        assert_eq!(mail.mail.header("To").unwrap().trim_matches(['<', '>']), newcomer);
        assert_eq!(visitor.call("/api/verify-code", &[("code", &mail.mail.code())]).await.body, "Account");
        None
    }

    /// No secret is in the log or went out in clear, and no code was sent again that the relay may have taken.
    pub(crate) fn keeps_secrets(&self) {
        let received = self.relay.received();
        assert_only_the_prelude(&received.clear);
        let log = self.mailcode.output();
        assert!(!log.contains("a-secret-password"), "{log}");
        let mut codes = BTreeSet::new();
        for dotted in &received.dotted {
            let code = dotted.mail.code();
            assert!(ways(&code, log.as_bytes()).is_empty(), "{code} is in the log:\n{log}");
            let is_new = dotted.verdict == Verdict::Refused || codes.insert((dotted.recipient.clone(), code));
            assert!(is_new, "a code was mailed twice to {}", dotted.recipient);
        }
    }
}

/// The state of the visitor's newest mail, as a program is told.
pub(crate) async fn delivery(visitor: &Visitor) -> Value {
    let answer = Visitor::answer(visitor.request(Method::GET, "/api/delivery").header(ACCEPT, "application/json")).await;
    answer.body["Code"]["delivery"].clone()
}

/// Waits until the visitor's newest mail has come to this state.
pub(crate) async fn settles(visitor: &Visitor, state: &Value) {
    let what = format!("the mail to be {state}");
    until_within(SETTLED_WITHIN, what, async || (delivery(visitor).await == *state).then_some(())).await;
}

/// In clear there is EHLO, STARTTLS and QUIT, and no other command. A TLS handshake (record type 22, RFC 8446
/// §5.1) may follow that a relay never took up.
fn assert_only_the_prelude(clear: &str) {
    for line in clear.split('\u{16}').next().unwrap_or_default().lines() {
        let allowed = line.starts_with("EHLO ") || line == "STARTTLS" || line == "QUIT";
        assert!(allowed, "sent in clear: {line:?}");
    }
}
