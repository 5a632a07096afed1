use crate::world::{MINUTE, NOW, World, audit, conflict, issue, records};
use server::audit::{AuditTrail, AuditedAddress, ClientNetwork, Entry, Event, EventKind, KeptEntry, Query, Rationed};
use server::sign_up::Timestamp;
use server::sign_up::ports::{AuditRow, Clock, Records, Store};
use server::system::SystemClock;
use std::time::Duration;

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
    for (statement, message) in [
        ("UPDATE audit_event SET kind = 'deleted'", "never changed"),
        ("UPDATE audit_event SET keep_until = 0", "never changed"),
        ("DELETE FROM audit_event", "kept until its end"),
        ("TRUNCATE audit_event", "never changed"),
        ("INSERT INTO audit_event SELECT * FROM audit_event ON CONFLICT (id) DO UPDATE SET kind = 'deleted'", "never changed"),
    ] {
        let error = world.execute(statement).await.expect_err(statement);
        assert!(error.contains(message), "{statement}: {error}");
    }
    assert_eq!(world.contents().await, before);
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
