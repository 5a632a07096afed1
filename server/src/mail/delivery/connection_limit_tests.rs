use super::super::relay_log::RelayLog;
use super::{ConnectionLimit, Slot};
use crate::mail::{Relay, TlsMode};
use std::future::ready;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::advance;

fn limit(max: usize) -> Arc<ConnectionLimit> {
    let relay = Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
    ConnectionLimit::new(max, Arc::new(RelayLog::new(&relay)))
}

/// A slot that is free now.
async fn slot(limit: &Arc<ConnectionLimit>) -> Option<Slot> {
    limit.release_when_due();
    tokio::select! {
        biased;
        slot = limit.slot() => slot,
        () = ready(()) => None,
    }
}

async fn open(limit: &Arc<ConnectionLimit>) -> Option<Slot> {
    let mut slot = slot(limit).await?;
    slot.opened();
    Some(slot)
}

/// Waits until the limit of the relay may be tried again.
async fn holds() {
    advance(ConnectionLimit::HOLDS.saturating_sub(Duration::from_millis(1))).await;
}

#[tokio::test(start_paused = true)]
async fn as_many_connections_remain_as_work() {
    let limit = limit(16);
    let (mut first, mut second) = (open(&limit).await, open(&limit).await);
    let mut refused = slot(&limit).await.expect("a free one");
    assert!(refused.refused() && limit.is_reached(), "it and the thirteen free ones are withheld");
    drop(refused);
    assert!(slot(&limit).await.is_none());
    // What works may be closed and opened again.
    for connection in [&mut first, &mut second] {
        *connection = None;
        *connection = open(&limit).await;
        assert!(connection.is_some() && slot(&limit).await.is_none());
    }
    assert_eq!(limit.open(), 2);
}

#[tokio::test(start_paused = true)]
async fn after_a_while_one_more_is_tried_again_and_again_as_long_as_it_works() {
    let limit = limit(4);
    let _first = open(&limit).await.expect("a free one");
    assert!(slot(&limit).await.expect("a free one").refused());
    holds().await;
    assert!(slot(&limit).await.is_none(), "the limit still holds");
    advance(Duration::from_millis(1)).await;
    let mut second = slot(&limit).await.expect("it is tried again");
    assert!(slot(&limit).await.is_none(), "with one at a time");
    second.opened();
    assert!(slot(&limit).await.expect("and with another at once").refused(), "which the relay refuses");
    holds().await;
    assert!(slot(&limit).await.is_none(), "so the limit holds again");
    advance(Duration::from_millis(1)).await;
    let (_third, _fourth) = (open(&limit).await.expect("a third"), open(&limit).await.expect("a fourth"));
    assert!(slot(&limit).await.is_none(), "that was the last");
}

/// A relay that refuses every connection is busy or away.
#[tokio::test(start_paused = true)]
async fn a_relay_that_refuses_all_has_no_limit() {
    let limit = limit(3);
    let (mut none_left, mut first, mut second) = (limit.none_left(), slot(&limit).await, slot(&limit).await);
    assert!(first.as_mut().expect("a free one").refused(), "the second may still work");
    assert!(!second.as_mut().expect("a free one").refused() && limit.is_reached());
    assert!(!none_left.has_changed().expect("open"));
    second = None;
    assert!(none_left.has_changed().expect("open"));
    none_left.mark_unchanged();
    assert!(slot(&limit).await.is_some() && second.is_none());
    let all = [open(&limit).await, open(&limit).await, open(&limit).await];
    assert!(all.iter().all(Option::is_some), "all may be opened");
    // That the last connection is closed is no failure.
    none_left.mark_unchanged();
    drop((all, first));
    assert!(!none_left.has_changed().expect("open"));
}

/// Whether an attempt succeeds shows only at its end, so a refusal before that does not lower the limit below what works then.
#[tokio::test(start_paused = true)]
async fn attempts_in_progress_are_not_withheld() {
    let limit = limit(16);
    let mut attempts = Vec::new();
    for _ in 0..5 {
        attempts.push(slot(&limit).await.expect("a free one"));
    }
    for refused in attempts.drain(..3) {
        let mut refused = refused;
        assert!(refused.refused());
    }
    for works in &mut attempts {
        works.opened();
    }
    assert_eq!((limit.open(), limit.is_reached()), (2, true));
    attempts.pop();
    assert!(open(&limit).await.is_some() && limit.open() == 1);
}
