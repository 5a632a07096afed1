//! The world that the rules are tried in.

use async_trait::async_trait;
use domain::{Delivery, Refusal};
use rand::rngs::StdRng;
use rand::{CryptoRng, SeedableRng};
use server::sign_up::ports::{
    Account, Clock, CodeMail, Mail, NoticeMail, Outcome, OutgoingMail, Place, Ports, QueueFull, Randomness, RelayRole,
};
use server::sign_up::{CanonicalAddress, ClientKey, Device, Limits, MacKey, Mailing, Problem, Requester, SignUp, Timestamp, Visit};
use server::store::SqliteStore;
use server::system::SystemRandomness;
use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::{Semaphore, watch};
use tokio_util::task::TaskTracker;

pub(crate) const SECOND: Duration = Duration::from_secs(1);
pub(crate) const MINUTE: Duration = Duration::from_secs(60);
pub(crate) const HOUR: Duration = Duration::from_secs(60 * 60);
pub(crate) const MILLISECOND: Duration = Duration::from_millis(1);

pub(crate) struct World {
    pub(crate) rules: Arc<SignUp>,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) mail: Arc<FakeMail>,
    pub(crate) store: SqliteStore,
    pub(crate) tasks: TaskTracker,
    pub(crate) directory: TempDir,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(Limits::default()).await
    }

    pub(crate) async fn with(limits: Limits) -> Self {
        Self::with_key(limits, MacKey::new([7; 32])).await
    }

    pub(crate) async fn with_key(limits: Limits, key: MacKey) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let store = open(&directory).await;
        let (clock, mail, tasks) = (Arc::<FakeClock>::default(), Arc::<FakeMail>::default(), TaskTracker::new());
        let ports = ports(&clock, &store, &mail);
        let rules = Arc::new(SignUp::new(ports, key, limits, tasks.clone()));
        Self { rules, clock, mail, store, tasks, directory }
    }

    /// The same world over another store.
    pub(crate) fn over(self, store: SqliteStore) -> Self {
        let ports = Ports { randomness: Arc::new(SystemRandomness), ..ports(&self.clock, &store, &self.mail) };
        let rules = Arc::new(SignUp::new(ports, MacKey::new([7; 32]), self.rules.limits().clone(), self.tasks.clone()));
        Self { rules, store, ..self }
    }

    /// The same world, for other rules.
    pub(crate) fn ports(&self) -> Ports {
        ports(&self.clock, &self.store, &self.mail)
    }

    /// Asks for a code from one and the same client, and mails it.
    pub(crate) async fn request(&self, visit: &mut Visit, typed: &str) -> Result<Delivery, Refusal> {
        self.request_as(visit, typed, &client("192.0.2.1")).await
    }

    /// Asks for a code from this client, in a session of its own, and mails it.
    pub(crate) async fn request_from(&self, typed: &str, address: &str) -> Result<Delivery, Refusal> {
        self.request_as(&mut Visit::default(), typed, &client(address)).await
    }

    /// Asks for a code from this browser, and mails it.
    pub(crate) async fn request_with(&self, visit: &mut Visit, typed: &str, device: &Device) -> Result<Delivery, Refusal> {
        let requester = Requester { device: device.clone(), ..client("192.0.2.1") };
        self.request_as(visit, typed, &requester).await
    }

    /// Asks for a code as this requester, and mails it.
    pub(crate) async fn request_as(&self, visit: &mut Visit, typed: &str, requester: &Requester) -> Result<Delivery, Refusal> {
        let address = CanonicalAddress::parse(typed).map_err(Refusal::Address)?;
        let mailing = self.rules.request_code(visit, address, requester).await;
        self.send(mailing).await
    }

    /// Asks for one more code and mails it.
    pub(crate) async fn resend(&self, visit: &mut Visit) -> Result<Delivery, Refusal> {
        let mailing = self.rules.resend_code(visit, &client("192.0.2.1")).await;
        self.send(mailing).await
    }

    pub(crate) async fn send(&self, mailing: Result<Mailing, Problem>) -> Result<Delivery, Refusal> {
        match mailing {
            Ok(mailing) => Ok(self.rules.send(mailing, None).await),
            Err(problem) => Err(refusal(problem)),
        }
    }

    pub(crate) async fn verify(&self, visit: &mut Visit, typed: &str) -> Result<Account, Refusal> {
        self.rules.verify_code(visit, typed).await.map_err(refusal)
    }

    /// Says with this token that the mail was not asked for.
    pub(crate) async fn not_me(&self, typed: &str) -> Result<(), Refusal> {
        self.rules.not_me(typed).await.map_err(refusal)
    }

    /// A visit that waits for the code of this address.
    pub(crate) async fn pending(&self, typed: &str) -> Visit {
        let mut visit = Visit::default();
        self.request(&mut visit, typed).await.expect("a mail");
        visit
    }

    /// The account of who finishes a sign-up with this address.
    pub(crate) async fn signed_up(&self, typed: &str) -> (Visit, Account) {
        let mut visit = self.pending(typed).await;
        let account = self.verify(&mut visit, &self.mail.last_code()).await.expect("the right code");
        (visit, account)
    }

    /// Waits for every mail to be settled.
    pub(crate) async fn settled(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

fn ports(clock: &Arc<FakeClock>, store: &SqliteStore, mail: &Arc<FakeMail>) -> Ports {
    Ports { clock: clock.clone(), randomness: Arc::<SeededRandomness>::default(), store: Arc::new(store.clone()), mail: mail.clone() }
}

pub(crate) async fn open(directory: &TempDir) -> SqliteStore {
    let url = format!("sqlite://{}", directory.path().join("test.db").display());
    SqliteStore::open(&url).await.expect("a store")
}

pub(crate) fn client(address: &str) -> Requester {
    Requester::from(ClientKey::from(address.parse::<IpAddr>().expect("an address")))
}

pub(crate) fn refusal(problem: Problem) -> Refusal {
    match problem {
        Problem::Refused(refusal) => refusal,
        Problem::Store(error) => panic!("{error}: {}", error.0),
    }
}

/// A clock that stands still unless it is moved.
pub(crate) struct FakeClock(AtomicI64);

impl Default for FakeClock {
    fn default() -> Self {
        Self(AtomicI64::new(1_800_000_000_000))
    }
}

impl FakeClock {
    pub(crate) fn advance(&self, time: Duration) {
        let millis = i64::try_from(time.as_millis()).expect("a short time");
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// A new generator with the next seed for each use.
#[derive(Default)]
pub(crate) struct SeededRandomness(AtomicU64);

impl Randomness for SeededRandomness {
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_> {
        Box::new(StdRng::seed_from_u64(self.0.fetch_add(1, Ordering::SeqCst)))
    }
}

/// Keeps the mails and answers as it was told, at once or when the gate opens.
pub(crate) struct FakeMail {
    sent: watch::Sender<Vec<CodeMail>>,
    notices: watch::Sender<Vec<NoticeMail>>,
    gate: watch::Sender<bool>,
    answer: Mutex<Delivery>,
    /// What becomes known before the gate opens.
    news: Mutex<Option<Delivery>>,
    places: Arc<Semaphore>,
}

impl Default for FakeMail {
    fn default() -> Self {
        Self {
            sent: watch::Sender::default(),
            notices: watch::Sender::default(),
            gate: watch::Sender::new(true),
            answer: Mutex::new(Delivery::Accepted),
            news: Mutex::default(),
            places: Arc::new(Semaphore::new(Self::PLACES)),
        }
    }
}

impl FakeMail {
    /// As many as any test needs at once.
    const PLACES: usize = 1000;

    /// Leaves so many places in the queue.
    pub(crate) fn leave_places(&self, count: usize) {
        self.places.forget_permits(Self::PLACES);
        self.places.add_permits(count);
    }

    /// How many places are free.
    pub(crate) fn free_places(&self) -> usize {
        self.places.available_permits()
    }

    pub(crate) fn says_before(&self, news: Delivery) {
        *self.news.lock().expect("no panic") = Some(news);
    }

    pub(crate) fn answers(&self, delivery: Delivery) {
        *self.answer.lock().expect("no panic") = delivery;
    }

    pub(crate) fn close_gate(&self) {
        self.gate.send_replace(false);
    }

    pub(crate) fn open_gate(&self) {
        self.gate.send_replace(true);
    }

    /// Waits until so many mails were handed over.
    pub(crate) async fn has_sent(&self, count: usize) {
        self.sent.subscribe().wait_for(|sent| sent.len() >= count).await.expect("the sender lives");
    }

    pub(crate) fn sent(&self) -> Vec<CodeMail> {
        self.sent.borrow().clone()
    }

    /// The notices, once there are so many.
    pub(crate) async fn notices(&self, count: usize) -> Vec<NoticeMail> {
        let mut notices = self.notices.subscribe();
        let enough = notices.wait_for(|notices| notices.len() >= count);
        tokio::time::timeout(std::time::Duration::from_secs(30), enough).await.expect("they come").expect("the sender lives").clone()
    }

    /// All codes, oldest first.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.sent().iter().map(|mail| String::from_utf8_lossy(mail.code.digits()).into_owned()).collect()
    }

    pub(crate) fn last_code(&self) -> String {
        self.codes().pop().expect("a mail")
    }

    /// The token of the newest mail, as it shows it.
    pub(crate) fn last_token(&self) -> String {
        self.sent().last().expect("a mail").not_me.shown()
    }

    /// Six digits that were never mailed.
    pub(crate) fn wrong_code(&self) -> String {
        let sent: HashSet<String> = self.codes().into_iter().collect();
        (0..1_000_000).map(|number| format!("{number:06}")).find(|code| !sent.contains(code)).expect("few were sent")
    }
}

#[async_trait]
impl Mail for FakeMail {
    fn reserve(&self) -> Result<Place, QueueFull> {
        Arc::clone(&self.places).try_acquire_owned().map(Place::new).map_err(|_| QueueFull)
    }

    async fn send(&self, mail: OutgoingMail, place: Place, news: &watch::Sender<Delivery>) -> Outcome {
        assert_eq!(place.is_in_queue(), matches!(mail, OutgoingMail::Code(_)), "codes alone wait in the queue");
        match mail {
            OutgoingMail::Code(mail) => self.sent.send_modify(|sent| sent.push(mail)),
            OutgoingMail::Notice(mail) => self.notices.send_modify(|notices| notices.push(mail)),
        }
        let before = *self.news.lock().expect("no panic");
        if let Some(before) = before {
            news.send_replace(before);
        }
        self.gate.subscribe().wait_for(|open| *open).await.expect("the sender lives");
        Outcome { delivery: *self.answer.lock().expect("no panic"), relay: Some(RelayRole::Main) }
    }
}

/// An address that can get a code.
pub(crate) fn address(typed: &str) -> CanonicalAddress {
    CanonicalAddress::parse(typed).expect("an address")
}
