use crate::{HOUR, subject};
use domain::{Delivery, DeliveryFailure, Limit, Refusal};
use rusqlite::Connection;
use server::audit::{AuditTrail, ClientNetwork, Entry, Event, EventKind, Query, Recorder};
use server::sign_up::MacKey;
use server::sign_up::ports::Clock;
use server::store::SqliteStore;
use server::system::SystemClock;
use std::slice::from_ref;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

const EVERYTHING: Query = Query { since: None, address_hash: None, kinds: Vec::new(), limit: 1000 };

async fn store() -> (TempDir, SqliteStore) {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&format!("sqlite://{}/test.db", directory.path().display())).await.expect("a store");
    (directory, store)
}

/// An entry of this age, to be kept for an hour.
fn entry(event: Event, age: Duration) -> Entry {
    let at = SystemClock.now() - age;
    let network = ClientNetwork::parse("198.51.100.0/24");
    Entry { at, keep_until: at + HOUR, event, subject: Some(subject(1, "me@example.org")), network, left_out: 3 }
}

async fn entries(store: &SqliteStore, query: &Query) -> Vec<Entry> {
    store.read(query).await.expect("read").into_iter().map(|kept| kept.entry).collect()
}

#[tokio::test]
async fn entries_cannot_be_changed_replaced_or_deleted_early() {
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
        store.append(&entry(Event::Verified, HOUR / 2).to_row()).await.expect("appended");
        let before = store.read(&EVERYTHING).await.expect("read");
        let done = Connection::open(store.path()).expect("the same database").execute_batch(statement);
        if done.is_ok() || store.read(&EVERYTHING).await.expect("read") != before {
            went_through.push(statement.to_owned());
        }
    }
    assert_eq!(went_through, [""; 0]);
}

#[tokio::test]
async fn only_expired_entries_are_deleted() {
    let (_directory, store) = store().await;
    let recorder = Recorder::new(Arc::new(store.clone()), Arc::new(SystemClock), MacKey::new([1; 32]), HOUR);
    for age in [HOUR * 3, HOUR * 2] {
        store.append(&entry(Event::Verified, age).to_row()).await.expect("appended");
    }
    assert_eq!(recorder.delete_expired().await.expect("deleted"), 2);
    store.append(&entry(Event::SignedOut, HOUR / 2).to_row()).await.expect("appended");
    assert_eq!(recorder.delete_expired().await.expect("deleted"), 0);
    let ids: Vec<i64> = store.read(&EVERYTHING).await.expect("read").into_iter().map(|kept| kept.id).collect();
    assert_eq!(ids, [3], "no number is given twice");
}

/// A process whose clock is ahead deletes nothing early either, because the database compares with its own clock.
#[tokio::test]
async fn a_wrong_moment_deletes_nothing_early() {
    let (_directory, store) = store().await;
    store.append(&entry(Event::Verified, Duration::ZERO).to_row()).await.expect("appended");
    store.delete_expired(SystemClock.now() + HOUR * 2).await.expect_err("too early");
    assert_eq!(entries(&store, &EVERYTHING).await.len(), 1);
}

#[tokio::test]
async fn every_event_is_read_back_as_written() {
    let (_directory, store) = store().await;
    let mails = [Delivery::Accepted, Delivery::Unknown, Delivery::Failed(DeliveryFailure::Recipient)].map(Event::Mailed);
    let refusals = [Refusal::WrongCode { tries_left: 4 }, Refusal::CrossSite, Refusal::TriesSpent].map(Event::Refused);
    let limit = Event::Refused(Refusal::Limited { limit: Limit::MailsTotal, retry_after: 9 });
    let others = [Event::CodeRequested, Event::Verified, Event::SignedOut, Event::Deleted, limit];
    let kept: Vec<Entry> = mails.into_iter().chain(refusals).chain(others).map(|event| entry(event, Duration::ZERO)).collect();
    for entry in &kept {
        store.append(&entry.to_row()).await.expect("appended");
    }
    let nobody = Entry { subject: None, network: None, ..entry(Event::Unknown, Duration::ZERO) };
    store.append(&nobody.to_row()).await.expect("appended");
    assert_eq!(entries(&store, &EVERYTHING).await, [kept, vec![nobody]].concat());
}

#[tokio::test]
async fn an_event_of_a_later_version_is_unknown() {
    let (_directory, store) = store().await;
    let statement = "INSERT INTO audit_event VALUES (NULL, 1, 1, 'later', '{\"Later\":1}', NULL, NULL, NULL, 0, 0)";
    Connection::open(store.path()).expect("the same database").execute_batch(statement).expect("inserted");
    assert_eq!(entries(&store, &EVERYTHING).await[0].event, Event::Unknown);
}

#[tokio::test]
async fn a_query_returns_the_matching_events_only() {
    let (_directory, store) = store().await;
    let (old, about_me, sent) = (
        entry(Event::Verified, HOUR * 2),
        entry(Event::Verified, Duration::ZERO),
        entry(Event::Mailed(Delivery::Accepted), Duration::ZERO),
    );
    let about_you = Entry { subject: Some(subject(1, "you@example.org")), ..about_me.clone() };
    for entry in [&old, &about_me, &about_you, &sent] {
        store.append(&entry.to_row()).await.expect("appended");
    }
    let since = Some(SystemClock.now() - HOUR);
    assert_eq!(entries(&store, &Query { since, ..EVERYTHING }).await, [about_me.clone(), about_you.clone(), sent.clone()]);
    let address_hash = Some(subject(1, "YOU@Example.org").hash);
    assert_eq!(entries(&store, &Query { address_hash, ..EVERYTHING }).await, from_ref(&about_you));
    assert_eq!(entries(&store, &Query { kinds: vec![EventKind::Sent, EventKind::Deleted], ..EVERYTHING }).await, from_ref(&sent));
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
