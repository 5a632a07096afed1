//! The world in which the rules are tested: a store, a clock, randomness and a mailer.

use async_trait::async_trait;
use domain::{Delivery, Refusal};
use rand::rngs::StdRng;
use rand::{CryptoRng, SeedableRng};
use server::sign_up::ports::{
    Account, AuditRow, CodeMail, Mail, MailOutcome, MailRecording, NoticeMail, OutgoingMail, Ports, QueueFull, QueueSlot, Randomness,
    Records, RelayRole, SessionWrite, Store, StoreError,
};
use server::sign_up::{
    CanonicalAddress, ClientPrefix, Limits, MacKey, Recording, Requester, SessionId, SignUp, SignUpError, StepEvent, TrustedDevice,
    UnsentMail, VisitorState,
};
use server::store::{Database, DatabaseLocation};
use server::system::FakeClock;
use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use test_support::TestDatabase;
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
    pub(crate) store: Arc<dyn Store>,
    pub(crate) tasks: TaskTracker,
    pub(crate) database: TestDatabase,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(Limits::default()).await
    }

    pub(crate) async fn with(limits: Limits) -> Self {
        Self::with_key(limits, MacKey::new([7; 32])).await
    }

    pub(crate) async fn with_key(limits: Limits, key: MacKey) -> Self {
        let database = TestDatabase::new(async |url| drop(open(url).await)).await;
        let store = open(database.url()).await.store();
        let (clock, mail, tasks) = (Arc::<FakeClock>::default(), Arc::<FakeMail>::default(), TaskTracker::new());
        let ports = ports(&clock, &store, &mail);
        let rules = Arc::new(SignUp::new(ports, key, limits, tasks.clone()));
        Self { rules, clock, mail, store, tasks, database }
    }

    /// The ports of this world, for other rules.
    pub(crate) fn ports(&self) -> Ports {
        ports(&self.clock, &self.store, &self.mail)
    }

    /// Asks for a code from the usual client, and mails it.
    pub(crate) async fn request(&self, visitor: &mut VisitorState, typed: &str) -> Result<Delivery, Refusal> {
        self.request_as(visitor, typed, &client("192.0.2.1")).await
    }

    /// Asks for a code from this client in a new session, and mails it.
    pub(crate) async fn request_from(&self, typed: &str, address: &str) -> Result<Delivery, Refusal> {
        self.request_as(&mut VisitorState::default(), typed, &client(address)).await
    }

    /// Asks for a code from a browser with this device cookie, and mails it.
    pub(crate) async fn request_with(&self, visitor: &mut VisitorState, typed: &str, device: &TrustedDevice) -> Result<Delivery, Refusal> {
        let requester = Requester { device: device.clone(), ..client("192.0.2.1") };
        self.request_as(visitor, typed, &requester).await
    }

    /// Asks for a code as this requester, and mails it.
    pub(crate) async fn request_as(&self, visitor: &mut VisitorState, typed: &str, requester: &Requester) -> Result<Delivery, Refusal> {
        let address = CanonicalAddress::parse(typed).map_err(Refusal::Address)?;
        let unsent = self.rules.request_code(visitor, address, requester, &NoRecords).await;
        self.send(unsent).await
    }

    /// Asks for another code and mails it.
    pub(crate) async fn resend(&self, visitor: &mut VisitorState) -> Result<Delivery, Refusal> {
        let unsent = self.rules.resend_code(visitor, &client("192.0.2.1"), &NoRecords).await;
        self.send(unsent).await
    }

    pub(crate) async fn send(&self, unsent: Result<UnsentMail, SignUpError>) -> Result<Delivery, Refusal> {
        match unsent {
            Ok(unsent) => Ok(self.rules.send(unsent, None).await),
            Err(problem) => Err(refusal(problem)),
        }
    }

    pub(crate) async fn verify(&self, visitor: &mut VisitorState, typed: &str) -> Result<Account, Refusal> {
        self.rules.verify_code(visitor, typed, &NoRecords).await.map_err(refusal)
    }

    /// Reports by this token that the mail was not asked for.
    pub(crate) async fn not_me(&self, typed: &str) -> Result<(), Refusal> {
        self.rules.not_me(typed, &Records::default()).await.map_err(refusal)
    }

    /// A visitor who waits for the code of this address.
    pub(crate) async fn pending(&self, typed: &str) -> VisitorState {
        let mut visitor = VisitorState::default();
        self.request(&mut visitor, typed).await.expect("a mail");
        visitor
    }

    /// Completes a sign-up with this address, and returns the visitor and their account.
    pub(crate) async fn signed_up(&self, typed: &str) -> (VisitorState, Account) {
        let mut visitor = self.pending(typed).await;
        let account = self.verify(&mut visitor, &self.mail.last_code()).await.expect("the right code");
        (visitor, account)
    }

    /// The number that this query returns.
    pub(crate) async fn number(&self, query: &str) -> i64 {
        self.database.number(query).await
    }

    /// Waits until the outcome of every mail is recorded.
    pub(crate) async fn settled(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

fn ports(clock: &Arc<FakeClock>, store: &Arc<dyn Store>, mail: &Arc<FakeMail>) -> Ports {
    Ports {
        clock: clock.clone(),
        randomness: Arc::<SeededRandomness>::default(),
        store: store.clone(),
        mail: mail.clone(),
        mail_recording: Arc::new(NoRecords),
    }
}

/// Opens a database, as another instance does.
pub(crate) async fn open(url: &str) -> Database {
    Database::open(&DatabaseLocation::parse(url).expect("a URL")).await.expect("a database")
}

pub(crate) fn client(address: &str) -> Requester {
    Requester::from(ClientPrefix::from(address.parse::<IpAddr>().expect("an address")))
}

pub(crate) fn refusal(problem: SignUpError) -> Refusal {
    match problem {
        SignUpError::Refused(refusal) => refusal,
        SignUpError::Conflict => Refusal::Conflict,
        SignUpError::Store(error) => panic!("{error}: {error:?}"),
    }
}

/// Records nothing: the tests of the rules hold the visitor's state themselves.
pub(crate) struct NoRecords;

#[async_trait]
impl Recording for NoRecords {
    async fn session(&self, _: &VisitorState, _: SessionId) -> Result<Vec<SessionWrite>, StoreError> {
        Ok(Vec::new())
    }

    fn audit(&self, _: StepEvent, _: &[&CanonicalAddress]) -> Vec<AuditRow> {
        Vec::new()
    }

    fn committed(&self, _: Option<StepEvent>) {}
}

impl MailRecording for NoRecords {
    fn mailed(&self, _: &CanonicalAddress, _: Delivery) -> Vec<AuditRow> {
        Vec::new()
    }

    fn lost(&self, _: Vec<AuditRow>, error: &StoreError) {
        panic!("{error}");
    }
}

/// Makes a new generator with the next seed for each use.
#[derive(Default)]
pub(crate) struct SeededRandomness(AtomicU64);

impl Randomness for SeededRandomness {
    fn generator(&self) -> Box<dyn CryptoRng + Send + '_> {
        Box::new(StdRng::seed_from_u64(self.0.fetch_add(1, Ordering::SeqCst)))
    }
}

/// Collects the mails and reports the outcome that the test has set, at once or when the gate opens.
pub(crate) struct FakeMail {
    sent: watch::Sender<Vec<CodeMail>>,
    notices: watch::Sender<Vec<NoticeMail>>,
    gate: watch::Sender<bool>,
    answer: Mutex<Delivery>,
    /// The state that is reported before the gate opens.
    progress: Mutex<Option<Delivery>>,
    slots: Arc<Semaphore>,
    /// The number of the next wrong code.
    wrong_codes: AtomicU64,
}

impl Default for FakeMail {
    fn default() -> Self {
        Self {
            sent: watch::Sender::default(),
            notices: watch::Sender::default(),
            gate: watch::Sender::new(true),
            answer: Mutex::new(Delivery::Accepted),
            progress: Mutex::default(),
            slots: Arc::new(Semaphore::new(Self::SLOTS)),
            wrong_codes: AtomicU64::default(),
        }
    }
}

impl FakeMail {
    /// More slots in the queue than any test needs.
    const SLOTS: usize = 1000;

    /// Leaves this many free slots in the queue.
    pub(crate) fn leave_slots(&self, count: usize) {
        self.slots.forget_permits(Self::SLOTS);
        self.slots.add_permits(count);
    }

    /// The number of free slots.
    pub(crate) fn free_slots(&self) -> usize {
        self.slots.available_permits()
    }

    pub(crate) fn says_before(&self, progress: Delivery) {
        *self.progress.lock().expect("no panic") = Some(progress);
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

    /// Waits until this many mails were sent.
    pub(crate) async fn has_sent(&self, count: usize) {
        self.sent.subscribe().wait_for(|sent| sent.len() >= count).await.expect("the sender lives");
    }

    pub(crate) fn sent(&self) -> Vec<CodeMail> {
        self.sent.borrow().clone()
    }

    /// Waits for this many notices, and returns all.
    pub(crate) async fn notices(&self, count: usize) -> Vec<NoticeMail> {
        let mut notices = self.notices.subscribe();
        let enough = notices.wait_for(|notices| notices.len() >= count);
        tokio::time::timeout(std::time::Duration::from_secs(30), enough).await.expect("they come").expect("the sender lives").clone()
    }

    /// All mailed codes, the oldest first.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.sent().iter().map(|mail| String::from_utf8_lossy(mail.code.digits()).into_owned()).collect()
    }

    pub(crate) fn last_code(&self) -> String {
        self.codes().pop().expect("a mail")
    }

    /// The token of the newest mail, in the form that the mail shows.
    pub(crate) fn last_token(&self) -> String {
        self.sent().last().expect("a mail").not_me.shown()
    }

    /// A different code each time, which was never mailed.
    pub(crate) fn wrong_code(&self) -> String {
        let sent: HashSet<String> = self.codes().into_iter().collect();
        let mut others = std::iter::repeat_with(|| format!("{:06}", self.wrong_codes.fetch_add(1, Ordering::SeqCst)));
        others.find(|code| !sent.contains(code)).expect("few were sent")
    }
}

#[async_trait]
impl Mail for FakeMail {
    fn reserve(&self) -> Result<QueueSlot, QueueFull> {
        Arc::clone(&self.slots).try_acquire_owned().map(QueueSlot::new).map_err(|_| QueueFull)
    }

    async fn send(&self, mail: OutgoingMail, slot: QueueSlot, progress: &watch::Sender<Delivery>) -> MailOutcome {
        assert_eq!(slot.is_in_queue(), matches!(mail, OutgoingMail::Code(_)), "codes alone wait in the queue");
        match mail {
            OutgoingMail::Code(mail) => self.sent.send_modify(|sent| sent.push(mail)),
            OutgoingMail::Notice(mail) => self.notices.send_modify(|notices| notices.push(mail)),
        }
        let before = *self.progress.lock().expect("no panic");
        if let Some(before) = before {
            progress.send_replace(before);
        }
        self.gate.subscribe().wait_for(|open| *open).await.expect("the sender lives");
        MailOutcome { delivery: *self.answer.lock().expect("no panic"), relay: Some(RelayRole::Main) }
    }
}

/// A valid address.
pub(crate) fn address(typed: &str) -> CanonicalAddress {
    CanonicalAddress::parse(typed).expect("an address")
}
