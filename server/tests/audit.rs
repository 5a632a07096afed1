//! The audit trail by itself: what stands there stays as it is until its time is over, and nobody can flood it.

use app::domain::{Delivery, DeliveryFailure, EmailAddress, Limit, OneTimeCode, Refusal};
use async_trait::async_trait;
use server::audit::{AuditTrail, AuditedMail, ClientNetwork, Entry, Event, KeptEntry, Kind, Query, Rationed, Recorder, Subject};
use server::sign_up::ports::{Clock, CodeMail, Mail, StoreError};
use server::sign_up::{CanonicalAddress, MacKey, Timestamp};
use server::store::SqliteStore;
use server::system::SystemClock;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

const HOUR: Duration = Duration::from_secs(60 * 60);
const EVERYTHING: Query = Query { since: None, address_hash: None, kinds: Vec::new(), limit: 1000 };

async fn store() -> (TempDir, SqliteStore) {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&format!("sqlite://{}/test.db", directory.path().display())).await.expect("a store");
    (directory, store)
}

fn subject(key: u8, typed: &str) -> Subject {
    Subject::of_typed(&MacKey::new([key; 32]), EmailAddress::parse(typed).expect("an address")).expect("a domain")
}

/// An entry that was made so long ago, to be kept for an hour.
fn entry(event: Event, age: Duration) -> Entry {
    let at = SystemClock.now() - age;
    let network = ClientNetwork::parse("198.51.100.0/24");
    Entry { at, keep_until: at + HOUR, event, subject: Some(subject(1, "me@example.org")), network, left_out: 3 }
}

async fn entries(store: &SqliteStore, query: &Query) -> Vec<Entry> {
    store.read(query).await.expect("read").into_iter().map(|kept| kept.entry).collect()
}

#[tokio::test]
async fn what_stands_there_cannot_be_changed_replaced_or_deleted_early() {
    let values = "VALUES (1, 0, 0, 'deleted', '\"Deleted\"', NULL, NULL, NULL, 0, 0)";
    let mut went_through = Vec::new();
    for statement in [
        "UPDATE audit_event SET kind = 'deleted'",
        "UPDATE audit_event SET keep_until = 0",
        "DELETE FROM audit_event",
        "DELETE FROM audit_event WHERE id = 1",
        &format!("INSERT OR REPLACE INTO audit_event {values}"),
        &format!("INSERT INTO audit_event {values} ON CONFLICT (id) DO UPDATE SET kind = excluded.kind"),
    ] {
        let (_directory, store) = store().await;
        store.append(&entry(Event::Verified, HOUR / 2)).await.expect("appended");
        let before = store.read(&EVERYTHING).await.expect("read");
        let done = sqlx::query(statement).execute(store.pool()).await;
        if done.is_ok() || store.read(&EVERYTHING).await.expect("read") != before {
            went_through.push(statement.to_owned());
        }
    }
    assert_eq!(went_through, [""; 0]);
}

#[tokio::test]
async fn what_has_ended_is_deleted_and_nothing_else() {
    let (_directory, store) = store().await;
    let recorder = Recorder::new(Arc::new(store.clone()), Arc::new(SystemClock), MacKey::new([1; 32]), HOUR);
    for age in [HOUR * 3, HOUR * 2] {
        store.append(&entry(Event::Verified, age)).await.expect("appended");
    }
    assert_eq!(recorder.delete_ended().await.expect("deleted"), 2);
    store.append(&entry(Event::SignedOut, HOUR / 2)).await.expect("appended");
    assert_eq!(recorder.delete_ended().await.expect("deleted"), 0);
    let ids: Vec<i64> = store.read(&EVERYTHING).await.expect("read").into_iter().map(|kept| kept.id).collect();
    assert_eq!(ids, [3], "no number is given twice");
}

/// A clock that runs ahead deletes nothing either: the database looks at the machine's own.
#[tokio::test]
async fn a_wrong_moment_deletes_nothing_early() {
    let (_directory, store) = store().await;
    store.append(&entry(Event::Verified, Duration::ZERO)).await.expect("appended");
    store.delete_ended(SystemClock.now() + HOUR * 2).await.expect_err("too early");
    assert_eq!(entries(&store, &EVERYTHING).await.len(), 1);
}

#[tokio::test]
async fn every_event_comes_back() {
    let (_directory, store) = store().await;
    let mails = [Delivery::Accepted, Delivery::Unknown, Delivery::Failed(DeliveryFailure::Recipient)].map(Event::Mailed);
    let refusals = [Refusal::WrongCode { tries_left: 4 }, Refusal::CrossSite, Refusal::TriesSpent].map(Event::Refused);
    let limit = Event::Refused(Refusal::Limited { limit: Limit::MailsTotal, retry_after: 9 });
    let others = [Event::CodeRequested, Event::Verified, Event::SignedOut, Event::Deleted, limit];
    let kept: Vec<Entry> = mails.into_iter().chain(refusals).chain(others).map(|event| entry(event, Duration::ZERO)).collect();
    for entry in &kept {
        store.append(entry).await.expect("appended");
    }
    let nobody = Entry { subject: None, network: None, ..entry(Event::Unknown, Duration::ZERO) };
    store.append(&nobody).await.expect("appended");
    assert_eq!(entries(&store, &EVERYTHING).await, [kept, vec![nobody]].concat());
}

#[tokio::test]
async fn an_event_of_a_later_version_is_unknown() {
    let (_directory, store) = store().await;
    let statement = "INSERT INTO audit_event VALUES (NULL, 1, 1, 'later', '{\"Later\":1}', NULL, NULL, NULL, 0, 0)";
    sqlx::query(statement).execute(store.pool()).await.expect("inserted");
    assert_eq!(entries(&store, &EVERYTHING).await[0].event, Event::Unknown);
}

#[tokio::test]
async fn a_query_finds_what_it_asks_for() {
    let (_directory, store) = store().await;
    let (old, about_me, sent) = (
        entry(Event::Verified, HOUR * 2),
        entry(Event::Verified, Duration::ZERO),
        entry(Event::Mailed(Delivery::Accepted), Duration::ZERO),
    );
    let about_you = Entry { subject: Some(subject(1, "you@example.org")), ..about_me.clone() };
    for entry in [&old, &about_me, &about_you, &sent] {
        store.append(entry).await.expect("appended");
    }
    let since = Some(SystemClock.now() - HOUR);
    assert_eq!(entries(&store, &Query { since, ..EVERYTHING }).await, [about_me.clone(), about_you.clone(), sent.clone()]);
    let address_hash = Some(subject(1, "YOU@Example.org").hash);
    assert_eq!(entries(&store, &Query { address_hash, ..EVERYTHING }).await, [about_you.clone()]);
    assert_eq!(entries(&store, &Query { kinds: vec![Kind::Sent, Kind::Deleted], ..EVERYTHING }).await, [sent.clone()]);
    assert_eq!(entries(&store, &Query { limit: 2, ..EVERYTHING }).await, [about_you, sent], "the newest, oldest first");
}

#[test]
fn a_mailbox_has_one_hash_under_one_key() {
    let me = subject(1, "me@bücher.example");
    assert_eq!(me.masked, "m…@xn--bcher-kva.example");
    for spelling in ["ME@bücher.example", "me@xn--bcher-kva.example", "ｍｅ@BÜCHER.example", "mailto:me@bücher.example."] {
        assert_eq!(subject(1, spelling).hash, me.hash, "{spelling}");
    }
    assert_ne!(subject(1, "mf@bücher.example").hash, me.hash);
    assert_ne!(subject(2, "me@bücher.example").hash, me.hash);
    assert!(me.hash.len() == 16 && me.hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", me.hash);
}

/// A trail in memory.
#[derive(Default)]
struct FakeTrail {
    entries: Mutex<Vec<Entry>>,
    fails: AtomicBool,
}

impl FakeTrail {
    fn entries(&self) -> Vec<Entry> {
        self.entries.lock().expect("no panic").clone()
    }

    fn fail(&self, fails: bool) {
        self.fails.store(fails, Ordering::SeqCst);
    }
}

#[async_trait]
impl AuditTrail for FakeTrail {
    async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        if self.fails.load(Ordering::SeqCst) {
            return Err(StoreError("the disk is full".into()));
        }
        self.entries.lock().expect("no panic").push(entry.clone());
        Ok(())
    }

    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError> {
        let entries = self.entries();
        let cheap: Vec<_> = entries.iter().filter(|entry| entry.event.is_cheap() && entry.at > since).collect();
        let of_network = cheap.iter().filter(|entry| entry.network == Some(network)).count();
        Ok(Rationed { of_network: of_network as u64, in_total: cheap.len() as u64 })
    }

    async fn read(&self, _: &Query) -> Result<Vec<KeptEntry>, StoreError> {
        Ok(Vec::new())
    }

    async fn delete_ended(&self, _: Timestamp) -> Result<u64, StoreError> {
        Ok(0)
    }
}

fn recorder(keep: Duration) -> (Arc<FakeTrail>, Recorder) {
    let trail = Arc::<FakeTrail>::default();
    (Arc::clone(&trail), Recorder::new(trail, Arc::new(SystemClock), MacKey::new([1; 32]), keep))
}

fn client(network: u64) -> IpAddr {
    format!("10.{}.{}.1", network / 256, network % 256).parse().expect("an address")
}

#[tokio::test]
async fn one_network_cannot_crowd_the_others_out() {
    let (trail, recorder) = recorder(HOUR);
    let flooder = recorder.for_request(client(0));
    for _ in 0..Recorder::OF_NETWORK + 40 {
        flooder.record(Event::Refused(Refusal::Malformed)).await;
    }
    assert_eq!(trail.entries().len() as u64, Recorder::OF_NETWORK);
    recorder.for_request(client(1)).record(Event::Refused(Refusal::Malformed)).await;
    flooder.record(Event::Refused(Refusal::WrongCode { tries_left: 1 })).await;
    flooder.record(Event::Verified).await;
    let entries = trail.entries();
    let last: Vec<_> = entries.iter().rev().take(3).map(|entry| (entry.event.kind(), entry.left_out)).collect();
    assert_eq!(last, [(Kind::Verified, 0), (Kind::Refused, 0), (Kind::Refused, 40)], "the next entry says how many are missing");
}

#[tokio::test]
async fn many_networks_cannot_fill_it_either() {
    let (trail, recorder) = recorder(HOUR);
    for network in 0..Recorder::IN_TOTAL + 5 {
        recorder.for_request(client(network)).record(Event::Refused(Refusal::CrossSite)).await;
    }
    assert_eq!(trail.entries().len() as u64, Recorder::IN_TOTAL);
    recorder.for_request(client(0)).record(Event::CodeRequested).await;
    assert_eq!(trail.entries().last().expect("an entry").left_out, 5);
}

#[tokio::test]
async fn what_could_not_be_written_counts_as_left_out() {
    let (trail, recorder) = recorder(HOUR);
    trail.fail(true);
    for event in [Event::CodeRequested, Event::Verified] {
        recorder.for_request(client(0)).record(event).await;
    }
    trail.fail(false);
    recorder.for_request(client(0)).record(Event::SignedOut).await;
    let entries = trail.entries();
    assert_eq!(entries.len(), 1);
    assert_eq!((entries[0].event, entries[0].left_out), (Event::SignedOut, 2));
}

#[tokio::test]
async fn no_trail_is_kept_for_no_time() {
    let (trail, recorder) = recorder(Duration::ZERO);
    recorder.for_request(client(0)).record(Event::Verified).await;
    assert_eq!(trail.entries(), []);
}

#[tokio::test]
async fn an_entry_is_kept_as_long_as_was_set_when_it_was_made() {
    let (trail, recorder) = recorder(HOUR);
    recorder.for_request(client(0)).record(Event::Verified).await;
    let entry = &trail.entries()[0];
    assert_eq!(entry.keep_until, entry.at + HOUR);
}

struct Answers(Delivery);

#[async_trait]
impl Mail for Answers {
    async fn send(&self, _: CodeMail) -> Delivery {
        self.0
    }
}

#[tokio::test]
async fn what_becomes_of_a_mail_is_recorded() {
    let (trail, recorder) = recorder(HOUR);
    let typed = EmailAddress::parse("me@example.org").expect("an address");
    for delivery in [Delivery::Accepted, Delivery::Failed(DeliveryFailure::Later)] {
        let mail = CodeMail {
            to: CanonicalAddress::new(typed.clone()).expect("a domain"),
            code: OneTimeCode::from_number(314_159).expect("a code"),
            lifetime: HOUR,
            issued_at: SystemClock.now(),
        };
        assert_eq!(AuditedMail::new(Arc::new(Answers(delivery)), recorder.clone()).send(mail).await, delivery);
    }
    let entries = trail.entries();
    let recorded: Vec<_> = entries.iter().map(|entry| (entry.event.kind(), entry.event.detail(), entry.subject.clone())).collect();
    let me = Some(subject(1, "me@example.org"));
    assert_eq!(recorded, [(Kind::Sent, None, me.clone()), (Kind::NotSent, Some("later"), me)]);
}
