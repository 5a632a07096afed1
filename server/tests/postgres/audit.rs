use crate::world::{MINUTE, NOW, World, audit, conflict, issue, records};
use server::audit::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, EventKind, KeptEntry, Query, Rationed};
use server::sign_up::Timestamp;
use server::sign_up::ports::{AuditRow, Clock, Records, Store};
use server::store::PostgresStore;
use server::system::SystemClock;
use sqlx_core::executor::Executor;
use std::time::Duration;
use tokio::task::JoinSet;

const EVERYTHING: Query = Query { since: None, address_hash: None, kinds: Vec::new(), limit: 1000 };

fn entry(event: Event, at: Timestamp, hash: &str) -> Entry {
    let subject = Some(AuditedAddress { masked: "m…@example.org".to_owned(), hash: hash.to_owned() });
    Entry { at, keep_until: at + MINUTE, event, subject, network: ClientNetwork::parse("198.51.100.0/24"), left_out: 3 }
}

#[tokio::test]
async fn entries_cannot_be_changed_truncated_or_deleted_early() {
    let world = World::new().await;
    let row = entry(Event::Verified, SystemClock.now(), "1").to_row();
    AuditTrail::append(&world.store, &row).await.expect("appended");
    let before = world.contents().await;
    AuditTrail::append(&world.store, &row).await.expect("appended, and without an id");
    for (statement, message) in [
        ("UPDATE audit_arrival SET kind = 'deleted'", "never changed"),
        ("UPDATE audit_arrival SET keep_until = 0", "never changed"),
        ("TRUNCATE audit_arrival", "never changed"),
        ("UPDATE audit_event SET kind = 'deleted'", "never changed"),
        ("UPDATE audit_event SET keep_until = 0", "never changed"),
        ("DELETE FROM audit_event", "kept until its end"),
        ("TRUNCATE audit_event", "never changed"),
        ("INSERT INTO audit_event SELECT * FROM audit_event ON CONFLICT (id) DO UPDATE SET kind = 'deleted'", "never changed"),
    ] {
        let error = world.execute(statement).await.expect_err(statement);
        assert!(error.contains(message), "{statement}: {error}");
    }
    world.execute("DELETE FROM audit_arrival").await.expect("what is deleted there gets an id");
    assert_eq!(world.text("SELECT string_agg(id || kind, ',' ORDER BY id) FROM audit_event").await, "1verified,2verified");
    assert_ne!(world.contents().await, before);
    assert!(AuditTrail::delete_expired(&world.store, SystemClock.now() + 2 * MINUTE).await.is_err(), "by a clock that is ahead");
    assert_eq!(AuditTrail::delete_expired(&world.store, SystemClock.now()).await.expect("none"), 0);
}

#[tokio::test]
async fn expired_entries_are_deleted_and_their_ids_stay_used() {
    let world = World::new().await;
    for age in [3, 2] {
        let row = entry(Event::Verified, SystemClock.now() - age * MINUTE, "1").to_row();
        AuditTrail::append(&world.store, &row).await.expect("appended");
    }
    assert_eq!(AuditTrail::delete_expired(&world.store, SystemClock.now()).await.expect("deleted"), 2);
    AuditTrail::append(&world.store, &audit("later")).await.expect("appended");
    assert_eq!(world.number("SELECT min(id) FROM audit_event").await, 3);
}

/// A gap shows that an entry was deleted, so steps that are rolled back leave none.
#[tokio::test]
async fn ids_have_no_gap_and_follow_the_order_of_the_rows() {
    let world = World::new().await;
    let rows = Records::of_audit(vec![audit("1"), audit("2")]);
    Store::write(&world.store, &rows).await.expect("written").expect("no conflict");
    for _ in 0..3 {
        assert!(Store::write(&world.store, &conflict()).await.expect("decided").is_err());
        world.store.issue_code(&issue(1), &conflict(), NOW).await.expect("decided");
    }
    Store::write(&world.store, &records("3")).await.expect("written").expect("no conflict");
    assert_eq!(world.text("SELECT string_agg(id || kind, ',' ORDER BY id) FROM audit_event").await, "11,22,33");
}

/// The commit of a step takes as long as the disk does, and many steps can share that time only if none waits for another.
#[tokio::test]
async fn a_step_does_not_wait_for_the_commit_of_another() {
    let world = World::new().await;
    let other = World::connection(&world.url).await;
    let begun = r#"BEGIN; SELECT mailcode_write_v1('{"session": [], "audit": [{"at": 1, "keep_until": 1, "kind": "1", "event": "{}",
        "left_out": 0, "is_rationed": false}]}')"#;
    other.lock().await.execute(begun).await.expect("a step that is not committed yet");
    Store::write(&world.store, &records("2")).await.expect("written").expect("no conflict");
    let read = || async { AuditTrail::read(&world.store, &EVERYTHING).await.expect("read").iter().map(|kept| kept.id).collect::<Vec<_>>() };
    assert_eq!(read().await, [1]);
    other.lock().await.execute("COMMIT").await.expect("committed");
    assert_eq!(read().await, [1, 2]);
    assert_eq!(world.text("SELECT string_agg(id || kind, ',' ORDER BY id) FROM audit_event").await, "12,21", "in the order of the commits");
}

#[tokio::test]
async fn ids_have_no_gap_if_several_instances_assign_them() {
    let world = World::new().await;
    let stores = [world.other_store().await, world.other_store().await, world.other_store().await];
    let write_and_read = |store: PostgresStore| async move {
        for _ in 0..20 {
            Store::write(&store, &Records::of_audit(vec![audit("1")])).await.expect("written").expect("no conflict");
            let ids: Vec<_> = AuditTrail::read(&store, &EVERYTHING).await.expect("read").iter().map(|kept| kept.id).collect();
            assert!(ids.iter().zip(1..).all(|(id, number)| *id == number), "{ids:?}");
        }
    };
    let running: JoinSet<_> = stores.into_iter().map(write_and_read).collect();
    running.join_all().await;
    assert_eq!(world.text("SELECT count(*) || ' ' || max(id) FROM audit_event").await, "60 60");
}

#[tokio::test]
async fn entries_are_read_as_they_were_written() {
    let world = World::new().await;
    let entries = [
        entry(Event::Verified, NOW, "1"),
        entry(Event::Muted, NOW + MINUTE, "2"),
        Entry { subject: None, network: None, left_out: 0, ..entry(Event::Deleted, NOW + 2 * MINUTE, "") },
    ];
    for entry in &entries {
        AuditTrail::append(&world.store, &entry.to_row()).await.expect("appended");
    }
    let kept = |numbers: &[usize]| -> Vec<_> {
        let entry = |number: &usize| KeptEntry { id: i64::try_from(number + 1).expect("small"), entry: entries[*number].clone() };
        numbers.iter().map(entry).collect()
    };
    for (query, numbers) in [
        (EVERYTHING, &[0, 1, 2][..]),
        (Query { limit: 2, ..EVERYTHING }, &[1, 2]),
        (Query { since: Some(NOW + Duration::from_millis(1)), ..EVERYTHING }, &[1, 2]),
        (Query { address_hash: Some("2".to_owned()), ..EVERYTHING }, &[1]),
        (Query { kinds: vec![EventKind::Verified, EventKind::Deleted], ..EVERYTHING }, &[0, 2]),
    ] {
        assert_eq!(AuditTrail::read(&world.store, &query).await.expect("read"), kept(numbers), "{query:?}");
    }
    let unreadable = AuditRow { event: "of a later version".to_owned(), ..audit("later") };
    AuditTrail::append(&world.store, &unreadable).await.expect("appended");
    let last = AuditTrail::read(&world.store, &Query { limit: 1, ..EVERYTHING }).await.expect("read");
    assert_eq!(last[0].entry.event, Event::Unknown);
    let network = ClientNetwork::parse("198.51.100.0/24").expect("a network");
    let rationed = world.store.rationed(network, NOW).await.expect("counted");
    assert_eq!(rationed, Rationed { of_network: 1, in_total: 1 }, "only the report of a mail is rationed");
    let other = ClientNetwork::parse("203.0.113.0/24").expect("a network");
    assert_eq!(world.store.rationed(other, NOW).await.expect("counted"), Rationed { of_network: 0, in_total: 1 });
}
