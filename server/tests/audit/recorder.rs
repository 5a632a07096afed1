use crate::{HOUR, subject};
use async_trait::async_trait;
use domain::{Delivery, DeliveryFailure, EmailAddress, OneTimeCode, Refusal};
use server::audit::{AuditTrail, AuditedMail, ClientNetwork, Entry, Event, EventKind, KeptEntry, Query, Rationed, Recorder};
use server::sign_up::ports::{Clock, CodeMail, CodePurpose, Mail, MailOutcome, OutgoingMail, QueueFull, QueueSlot, StoreError};
use server::sign_up::{CanonicalAddress, MacKey, Timestamp};
use server::system::SystemClock;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{Semaphore, watch};

/// An audit trail in memory.
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
            return Err(StoreError::Unavailable("the disk is full".into()));
        }
        self.entries.lock().expect("no panic").push(entry.clone());
        Ok(())
    }

    async fn rationed(&self, network: ClientNetwork, since: Timestamp) -> Result<Rationed, StoreError> {
        let entries = self.entries();
        let rationed: Vec<_> = entries.iter().filter(|entry| entry.event.is_rationed() && entry.at > since).collect();
        let of_network = rationed.iter().filter(|entry| entry.network == Some(network)).count();
        Ok(Rationed { of_network: of_network as u64, in_total: rationed.len() as u64 })
    }

    async fn read(&self, _: &Query) -> Result<Vec<KeptEntry>, StoreError> {
        Ok(Vec::new())
    }

    async fn delete_expired(&self, _: Timestamp) -> Result<u64, StoreError> {
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
    for _ in 0..Recorder::MAX_OF_NETWORK + 40 {
        flooder.record(Event::Refused(Refusal::Malformed)).await;
    }
    assert_eq!(trail.entries().len() as u64, Recorder::MAX_OF_NETWORK);
    recorder.for_request(client(1)).record(Event::Refused(Refusal::Malformed)).await;
    flooder.record(Event::Refused(Refusal::WrongCode { tries_left: 1 })).await;
    flooder.record(Event::Verified).await;
    let entries = trail.entries();
    let last: Vec<_> = entries.iter().rev().take(3).map(|entry| (entry.event.kind(), entry.left_out)).collect();
    assert_eq!(
        last,
        [(EventKind::Verified, 0), (EventKind::Refused, 0), (EventKind::Refused, 40)],
        "the next entry says how many are missing"
    );
}

#[tokio::test]
async fn many_networks_cannot_fill_the_trail() {
    let (trail, recorder) = recorder(HOUR);
    for network in 0..Recorder::MAX_IN_TOTAL + 5 {
        recorder.for_request(client(network)).record(Event::Refused(Refusal::CrossSite)).await;
    }
    assert_eq!(trail.entries().len() as u64, Recorder::MAX_IN_TOTAL);
    recorder.for_request(client(0)).record(Event::CodeRequested).await;
    assert_eq!(trail.entries().last().expect("an entry").left_out, 5);
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
    let entries = trail.entries();
    assert_eq!(entries.len(), 1);
    assert_eq!((entries[0].event, entries[0].left_out), (Event::SignedOut, 2));
}

#[tokio::test]
async fn without_a_retention_time_no_trail_is_kept() {
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
    fn reserve(&self) -> Result<QueueSlot, QueueFull> {
        Arc::new(Semaphore::new(1)).try_acquire_owned().map(QueueSlot::new).map_err(|_| QueueFull)
    }

    async fn send(&self, _: OutgoingMail, _: QueueSlot, _: &watch::Sender<Delivery>) -> MailOutcome {
        MailOutcome { delivery: self.0, relay: None }
    }
}

#[tokio::test]
async fn the_outcome_of_a_mail_is_recorded() {
    let (trail, recorder) = recorder(HOUR);
    let typed = EmailAddress::parse("me@example.org").expect("an address");
    for delivery in [Delivery::Accepted, Delivery::Failed(DeliveryFailure::Later)] {
        let mail = CodeMail {
            to: CanonicalAddress::new(typed.clone()).expect("a domain"),
            code: OneTimeCode::from_number(314_159).expect("a code"),
            lifetime: HOUR,
            issued_at: SystemClock.now(),
            language: server::i18n::Language::default(),
            not_me: "K7QM-2XRD-9FHT".parse().expect("a token"),
            purpose: CodePurpose::SignUp,
        };
        let audited = AuditedMail::new(Arc::new(Answers(delivery)), recorder.clone());
        let outcome = audited.send(mail.into(), audited.reserve().expect("a slot"), &watch::Sender::new(Delivery::Sending)).await;
        assert_eq!(outcome.delivery, delivery);
    }
    let entries = trail.entries();
    let told: Vec<_> = entries.iter().map(|entry| (entry.event.kind(), entry.event.detail(), entry.subject.clone())).collect();
    let me = Some(subject(1, "me@example.org"));
    assert_eq!(told, [(EventKind::Sent, None, me.clone()), (EventKind::NotSent, Some("later"), me)]);
}
