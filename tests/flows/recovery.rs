//! The server recovers when a fault has ended, and finishes its mails when a client disconnects or it is stopped.

use crate::support::fault::{Fault, PERSON, PROGRAM};
use e2e::{Moment, RawConnection, Received, RelayOptions, Script, Visitor, until};
use std::collections::BTreeSet;
use std::process::Command;
use std::time::Duration;
use tokio::time::{Instant, timeout};

/// How long the relay is down: as long as three of the four attempts of a mail, and long enough to reveal growing intervals between
/// connection attempts. It represents a restart that takes a minute.
const OUTAGE: Duration = Duration::from_secs(15);

/// Visitors in the meantime learn the state of their mail, and nothing has to be restarted.
#[tokio::test]
async fn after_a_relay_outage_everything_works_again() {
    let fault = Fault::after_one_mail(Script::Closed).await;
    let start = Instant::now();
    fault.assert_retried("Unreachable").await;
    let mut number = 0;
    while start.elapsed() < OUTAGE {
        let (visitor, asked) = (Visitor::new(&fault.mailcode), Instant::now());
        let answer = visitor.call("/api/request-code", &[("email", &format!("meanwhile-{number}@example.org"))]).await;
        assert_eq!(answer.body["Code"]["delivery"]["Retrying"], "Unreachable", "{:?}", answer.body);
        assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
        // Ask at most once a second, as people would.
        until("a second since the last request", async || (asked.elapsed() > Duration::from_secs(1)).then_some(())).await;
        number += 1;
    }
    assert!(number >= 2, "several asked");
    fault.end_and_expect_all_mails().await;
    let all = until("the mails requested during the outage", async || {
        let received = fault.relay.received();
        let arrived = received.accepted().filter(|mail| mail.recipient.starts_with("meanwhile-")).count();
        (arrived >= number).then_some(received)
    })
    .await;
    assert_each_once(&all);
}

/// Two hundred times, a client disconnects while its mail is being sent, at each point of the dialogue. The mails are still sent, complete
/// and each to its own recipient, and no connection is left in the middle of a mail.
#[tokio::test]
async fn clients_that_disconnect_break_no_mail() {
    let fault = Fault::new(Script::WellBehaved).await;
    for number in 0..200 {
        let moment = [Moment::Mail, Moment::Recipient, Moment::Data, Moment::Text, Moment::Dot][number % 5];
        let begun = fault.relay.received().mail_commands;
        fault.relay.play(Script::WaitsAt(moment)).await;
        let mut client = RawConnection::open(fault.mailcode.address()).await;
        let form = format!("email=leaves-{number}%40example.org");
        let head = "POST /api/request-code HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded";
        client.send(format!("{head}\r\nContent-Length: {}\r\n\r\n{form}", form.len())).await;
        until("the mail to be under way at the relay", async || (fault.relay.received().mail_commands > begun).then_some(())).await;
        drop(client);
        fault.relay.play(Script::WellBehaved).await;
    }
    let received =
        until("200 accepted mails", async || Some(fault.relay.received()).filter(|received| received.accepted().count() >= 200)).await;
    assert_complete(&received, 200);
    assert!(received.most_open <= 4, "{} connections at once", received.most_open);
    fault.end().await;
    let fifty_at_once = (0..50).map(|number| (Visitor::new(&fault.mailcode), format!("later-{number}@example.org")));
    for (visitor, address) in fifty_at_once {
        assert_eq!(visitor.call("/api/request-code", &[("email", &address)]).await.body["Code"]["delivery"], "Accepted");
    }
    assert_complete(&fault.relay.received(), 251);
}

/// Asserts that this many mails arrived, each once.
fn assert_complete(received: &Received, count: usize) {
    assert_eq!(received.accepted().count(), count);
    assert_each_once(received);
}

/// Asserts that each mail arrived once, at the recipient that its header names, with a unique code.
fn assert_each_once(received: &Received) {
    let mut recipients = BTreeSet::new();
    for mail in received.accepted() {
        assert_eq!(mail.mail.header("To").unwrap().trim_matches(['<', '>']), mail.recipient);
        assert!(mail.mail.code().len() == 6 && recipients.insert(&mail.recipient), "{}", mail.recipient);
    }
    assert_eq!(received.sent.len(), recipients.len(), "each mail once");
}

/// A server that gets SIGTERM finishes the current mail and sends QUIT to the relay (RFC 5321 §4.1.1.10).
#[tokio::test]
async fn a_server_that_stops_finishes_its_mail_and_sends_quit() {
    let fault = Fault::after_one_mail(Script::WaitsAt(Moment::Data)).await;
    let asked = fault.program.call("/api/request-code", &[("email", PROGRAM)]);
    let stopped = async {
        until("the mail to be under way at the relay", async || (fault.relay.received().rcpt_commands_for(PROGRAM) == 1).then_some(()))
            .await;
        assert!(Command::new("kill").arg(fault.mailcode.id().to_string()).status().unwrap().success());
        until("the server to close its port", async || {
            tokio::net::TcpStream::connect(fault.mailcode.origin().trim_start_matches("http://")).await.err()
        })
        .await;
        fault.relay.play(Script::WellBehaved).await;
    };
    let (answer, ()) = tokio::join!(asked, stopped);
    assert_eq!(answer.body["Code"]["delivery"], "Accepted");
    let received = until("the server to close its connections to the relay", async || {
        Some(fault.relay.received()).filter(|received| received.open == 0)
    })
    .await;
    assert_eq!(received.sent_to(PROGRAM).len(), 1);
    assert_eq!(received.inside.matches("QUIT\r\n").count(), received.connections.len(), "{}", received.inside);
}

/// Two connections are configured and six mails requested at once: four mails wait for a connection, and all arrive.
#[tokio::test]
async fn no_more_connections_are_opened_than_configured() {
    let fault = Fault::with(Script::WaitsAt(Moment::Mail), RelayOptions::default(), &[("SMTP_CONNECTIONS", "2")]).await;
    let (relay, visitors) = (&fault.relay, (0..6).map(|_| Visitor::new(&fault.mailcode)));
    let mut asked = tokio::task::JoinSet::new();
    for (number, visitor) in visitors.enumerate() {
        asked.spawn(async move { visitor.call("/api/request-code", &[("email", &format!("crowd-{number}@example.org"))]).await });
    }
    until("two mails to be under way at the relay", async || (relay.received().mail_commands == 2).then_some(())).await;
    assert_eq!(relay.received().open, 2);
    relay.play(Script::WellBehaved).await;
    let all = timeout(Duration::from_secs(10), asked.join_all()).await.unwrap();
    assert!(all.iter().all(|answer| answer.body["Code"]["delivery"] == "Accepted"), "{all:?}");
    assert_complete(&relay.received(), 6);
    assert_eq!(relay.received().most_open, 2);
    fault.assert_secrets_kept();
}

/// The queue holds two mails, one of which is being sent. The next request is refused at once, and does not count against any limit.
#[tokio::test]
async fn a_full_queue_refuses_mails_until_it_has_space() {
    let settings = [("SMTP_QUEUE", "2"), ("SMTP_CONNECTIONS", "1")];
    let fault = Fault::with(Script::WaitsAt(Moment::Mail), RelayOptions::default(), &settings).await;
    let turned_away = Visitor::new(&fault.mailcode);
    let others = async {
        until("a mail to be under way at the relay", async || (fault.relay.received().mail_commands == 1).then_some(())).await;
        // The other of the two may not be in the queue yet.
        let answer = until("a 503 because the queue is full", async || {
            let answer = turned_away.call("/api/request-code", &[("email", "third@example.org")]).await;
            Some(answer).filter(|answer| answer.status == 503)
        })
        .await;
        assert_eq!(answer.body["Limited"]["limit"], "MailQueue", "{:?}", answer.body);
        assert!(answer.retry_after.is_some_and(|seconds| (1..=60).contains(&seconds)), "{:?}", answer.retry_after);
        assert_eq!(answer.body["Limited"]["retry_after"], answer.retry_after.unwrap());
        let page = turned_away.submit("/api/request-code", &[("email", "third@example.org")]).await;
        assert_eq!(page.path, "/", "no code step for a mail that was not taken");
        let said = page.text("#error-summary");
        assert!(said.starts_with("Please try again later") && said.contains("others are waiting too"), "{said}");
        fault.relay.play(Script::WellBehaved).await;
    };
    let ((page, answer), ()) = tokio::join!(fault.ask(), others);
    assert!(page.text("#status").contains("Sent at"), "{}", page.text("#status"));
    assert_eq!(answer.body["Code"]["delivery"], "Accepted");
    assert_eq!(fault.relay.received().rcpt_commands_for(PERSON), 1);
    fault.assert_signs_up("third@example.org").await;
    fault.assert_secrets_kept();
}
