use crate::{HOUR, subject};
use async_trait::async_trait;
use domain::{Delivery, DeliveryFailure, Refusal};
use server::audit::{AuditTrail, AuditedAddress, ClientNetwork, Event, KeptEntry, Query, Rationed, Recorder};
use server::sign_up::ports::{AuditRow, MailRecording, StoreError};
use server::sign_up::{CanonicalAddress, MacKey, Timestamp};
use server::system::SystemClock;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// An audit trail in memory.
#[derive(Default)]
struct FakeTrail {
    rows: Mutex<Vec<AuditRow>>,
    fails: AtomicBool,
}

impl FakeTrail {
    fn rows(&self) -> Vec<AuditRow> {
        self.rows.lock().expect("no panic").clone()
    }

    fn fail(&self, fails: bool) {
        self.fails.store(fails, Ordering::SeqCst);
    }
}

#[async_trait]
impl AuditTrail for FakeTrail {
    async fn append(&self, row: &AuditRow) -> Result<(), StoreError> {
        if self.fails.load(Ordering::SeqCst) {
            return Err(StoreError::Unavailable("the disk is full".into()));
        }
        self.rows.lock().expect("no panic").push(row.clone());
        Ok(())
    }

    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError> {
        let rows = self.rows();
        let rationed: Vec<_> = rows.iter().filter(|row| row.is_rationed && row.at > since).collect();
        let of_network = rationed.iter().filter(|row| row.network == Some(network.to_string())).count();
        Ok(Rationed { of_network: of_network as u64, in_total: rationed.len() as u64 })
    }

    async fn read(&self, _: &Query) -> Result<Vec<KeptEntry>, StoreError> {
        Ok(Vec::new())
    }

    async fn delete_expired(&self, _: Timestamp) -> Result<u64, StoreError> {
        Ok(0)
    }
}

/// The event of a row.
fn event(row: &AuditRow) -> Event {
    serde_json::from_str(&row.event).expect("an event")
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
    for _ in 0..Recorder::MAX_OF_NETWORK + 40 {
        flooder.record(Event::Refused(Refusal::Malformed)).await;
    }
    assert_eq!(trail.rows().len() as u64, Recorder::MAX_OF_NETWORK);
    recorder.for_request(client(1)).record(Event::Refused(Refusal::Malformed)).await;
    flooder.record(Event::Refused(Refusal::WrongCode { tries_left: 1 })).await;
    flooder.record(Event::Verified).await;
    let rows = trail.rows();
    let last: Vec<_> = rows.iter().rev().take(3).map(|row| (row.kind.as_str(), row.left_out)).collect();
    assert_eq!(last, [("verified", 0), ("refused", 0), ("refused", 40)], "the next entry says how many are missing");
}

#[tokio::test]
async fn many_networks_cannot_fill_the_trail() {
    let (trail, recorder) = recorder(HOUR);
    for network in 0..Recorder::MAX_IN_TOTAL + 5 {
        recorder.for_request(client(network)).record(Event::Refused(Refusal::CrossSite)).await;
    }
    assert_eq!(trail.rows().len() as u64, Recorder::MAX_IN_TOTAL);
    recorder.for_request(client(0)).record(Event::CodeRequested).await;
    assert_eq!(trail.rows().last().expect("a row").left_out, 5);
}

#[tokio::test]
async fn events_that_could_not_be_written_count_as_left_out() {
    let (trail, recorder) = recorder(HOUR);
    trail.fail(true);
    for event in [Event::CodeRequested, Event::Verified] {
        recorder.for_request(client(0)).record(event).await;
    }
    trail.fail(false);
    recorder.for_request(client(0)).record(Event::SignedOut).await;
    let rows = trail.rows();
    assert_eq!(rows.len(), 1);
    assert_eq!((event(&rows[0]), rows[0].left_out), (Event::SignedOut, 2));
}

#[tokio::test]
async fn without_a_retention_time_no_trail_is_kept() {
    let (trail, recorder) = recorder(Duration::ZERO);
    recorder.for_request(client(0)).record(Event::Verified).await;
    assert_eq!(trail.rows(), []);
}

#[tokio::test]
async fn an_entry_is_kept_as_long_as_was_set_when_it_was_made() {
    let (trail, recorder) = recorder(HOUR);
    recorder.for_request(client(0)).record(Event::Verified).await;
    let row = &trail.rows()[0];
    assert_eq!(row.keep_until, row.at + HOUR);
}

#[tokio::test]
async fn the_outcome_of_a_mail_is_recorded() {
    let (_, recorder) = recorder(HOUR);
    let to = CanonicalAddress::parse("me@example.org").expect("an address");
    let rows = [Delivery::Accepted, Delivery::Failed(DeliveryFailure::Later)].map(|delivery| recorder.mailed(&to, delivery));
    let told: Vec<_> = rows.iter().flatten().map(|row| (row.kind.as_str(), event(row).detail(), row.subject.clone())).collect();
    let AuditedAddress { masked, hash } = subject(1, "me@example.org");
    let me = Some((masked, hash));
    assert_eq!(told, [("sent", None, me.clone()), ("not_sent", Some("later"), me)]);
}

#[tokio::test]
async fn rows_that_no_step_stores_count_as_left_out() {
    let (trail, recorder) = recorder(HOUR);
    trail.fail(true);
    recorder.for_request(client(0)).record(Event::CodeRequested).await;
    trail.fail(false);
    let lost = recorder.mailed(&CanonicalAddress::parse("me@example.org").expect("an address"), Delivery::Accepted);
    assert_eq!(lost[0].left_out, 1, "the event before it");
    recorder.lost(lost, &StoreError::Unavailable("the disk is full".into()));
    {
        let request = recorder.for_request(client(0));
        let alternatives = [request.rows(Event::Verified), request.rows(Event::CodeRequested)];
        assert!(alternatives.iter().all(|rows| rows[0].left_out == 2), "whichever is stored has the number");
    }
    recorder.for_request(client(0)).record(Event::SignedOut).await;
    assert_eq!(trail.rows().last().expect("a row").left_out, 2, "the step was not done");
    let request = recorder.for_request(client(0));
    let stored = request.rows(Event::Verified);
    request.stored(Event::Verified);
    drop(request);
    assert_eq!(stored[0].left_out, 0);
    recorder.for_request(client(0)).record(Event::SignedOut).await;
    assert_eq!(trail.rows().last().expect("a row").left_out, 0);
}
