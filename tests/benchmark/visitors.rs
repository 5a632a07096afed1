use crate::http::Client;
use crate::process::Usage;
use crate::relay::Relay;
use crate::systems::{Running, System};
use futures_util::future::try_join_all;
use std::cell::{Cell, RefCell};
use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// How long the load runs at least before it is measured.
const WARM_UP: Duration = Duration::from_secs(1);

/// How long the load runs at most before it is measured, and how long it is measured at most, while there were not yet as many sign-ups
/// as visitors. All visitors begin at once, and a slow system first completes a step of all of them, then the next, so that a shorter time
/// may have no complete sign-up.
const LONGEST: Duration = Duration::from_secs(30);

/// How long a mail may take.
const MAIL_WITHIN: Duration = Duration::from_secs(30);

/// The parts of a sign-up that a visitor waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leg {
    /// From the request of the first page until it is complete.
    Page,
    /// From the request of a code until it is answered and the relay has accepted the mail.
    Mail,
    /// From the right code until it is answered.
    Verify,
    /// From a wrong code until it is answered.
    Refuse,
    /// From the request of the account's page until it is complete.
    Account,
}

/// What visitors do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    pub(crate) visitors: u32,
    pub(crate) duration: Duration,
    /// Whether each visitor types a wrong code first.
    pub(crate) with_wrong_code: bool,
}

/// What was measured.
pub(crate) struct Measured {
    pub(crate) sign_ups: u64,
    /// The sign-ups including those before and after the measurement.
    pub(crate) all_sign_ups: u64,
    pub(crate) elapsed: Duration,
    /// The processor time that the server took meanwhile.
    pub(crate) processor: Duration,
    /// The server's memory at the end, in bytes.
    pub(crate) memory: u64,
    times: Vec<(Leg, Duration)>,
}

impl Measured {
    pub(crate) fn per_second(&self) -> f64 {
        self.sign_ups as f64 / self.elapsed.as_secs_f64()
    }

    /// The processor time of one sign-up, in milliseconds.
    pub(crate) fn processor_each(&self) -> f64 {
        self.processor.as_secs_f64() * 1000.0 / self.sign_ups.max(1) as f64
    }

    /// The time, in milliseconds, below which this share of a leg's times are.
    pub(crate) fn quantile(&self, leg: Leg, share: f64) -> f64 {
        let mut times: Vec<_> = self.times.iter().filter(|(other, _)| *other == leg).map(|(_, time)| *time).collect();
        times.sort_unstable();
        let at = ((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1));
        times.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }
}

/// What the visitors of one load share.
struct Shared<'a> {
    relay: &'a Relay,
    with_wrong_code: bool,
    completed: Cell<u64>,
    times: RefCell<Vec<(Leg, Duration)>>,
    has_ended: Cell<bool>,
}

/// Lets visitors sign up one after the other, each with a new address and a new connection, and measures them. If there are several
/// instances, each visitor stays with one of them, and each has as many visitors as the others.
///
/// # Errors
/// When a sign-up fails: a benchmark of errors measures nothing.
pub(crate) async fn measure(instances: &[Running], relay: &Relay, load: Load) -> io::Result<Measured> {
    let shared = Shared::new(relay, load.with_wrong_code);
    let usage = || instances.iter().map(|instance| instance.server.usage()).sum::<Usage>();
    let timing = async {
        shared.run(WARM_UP, load.visitors).await;
        let (start, before, completed_before) = (Instant::now(), usage(), shared.completed.get());
        shared.times.borrow_mut().clear();
        shared.run(load.duration, load.visitors).await;
        let (elapsed, Usage { processor, memory }) = (start.elapsed(), usage());
        shared.has_ended.set(true);
        Measured {
            all_sign_ups: 0,
            sign_ups: shared.completed.get() - completed_before,
            elapsed,
            processor: processor.saturating_sub(before.processor),
            memory,
            times: shared.times.take(),
        }
    };
    let visitors = instances.iter().cycle().take(load.visitors as usize);
    let visitors = try_join_all(visitors.map(|instance| shared.visit(instance)));
    let (measured, ended) = tokio::join!(timing, visitors);
    ended?;
    Ok(Measured { all_sign_ups: shared.completed.get(), ..measured })
}

/// Lets visitors sign up this many times, one after the other, and measures nothing.
///
/// # Errors
/// When a sign-up fails.
pub(crate) async fn sign_up(running: &Running, relay: &Relay, times: u64) -> io::Result<()> {
    for _ in 0..times {
        sign_up_with(running, relay, &mut Client::new(running.address)).await?;
    }
    Ok(())
}

/// Lets this visitor sign up, and measures nothing.
///
/// # Errors
/// When the sign-up fails.
pub(crate) async fn sign_up_with(running: &Running, relay: &Relay, client: &mut Client) -> io::Result<()> {
    Shared::new(relay, false).sign_up(running.system, client).await
}

impl<'a> Shared<'a> {
    fn new(relay: &'a Relay, with_wrong_code: bool) -> Self {
        Self { relay, with_wrong_code, completed: Cell::new(0), times: RefCell::default(), has_ended: Cell::new(false) }
    }

    /// Waits for this time, and then until this number of sign-ups is completed since now, but not longer than [`LONGEST`].
    async fn run(&self, at_least: Duration, sign_ups: u32) {
        let (start, before) = (Instant::now(), self.completed.get());
        sleep(at_least).await;
        while self.completed.get() - before < u64::from(sign_ups) && start.elapsed() < LONGEST {
            sleep(Duration::from_millis(10)).await;
        }
    }

    /// Signs up at this instance again and again until the measurement ends.
    async fn visit(&self, instance: &Running) -> io::Result<()> {
        while !self.has_ended.get() {
            self.sign_up(instance.system, &mut Client::new(instance.address)).await?;
            self.completed.set(self.completed.get() + 1);
        }
        Ok(())
    }

    async fn sign_up(&self, system: System, client: &mut Client) -> io::Result<()> {
        let email = next_address();

        let start = Instant::now();
        let page = client.open(system.first_page()).await?;
        if page.status != 200 {
            return Err(io::Error::other(format!("the first page: {}", page.status)));
        }
        self.record(Leg::Page, start);

        let start = Instant::now();
        let mail = self.relay.code_for(&email);
        system.request_code(client, &email).await?;
        let code = timeout(MAIL_WITHIN, mail).await.ok().and_then(Result::ok);
        let code = code.ok_or_else(|| io::Error::other("no mail with a code came"))?;
        self.record(Leg::Mail, start);

        if self.with_wrong_code {
            let start = Instant::now();
            if system.verify_code(client, &email, &other_than(&code)).await? {
                return Err(io::Error::other("a wrong code was accepted"));
            }
            self.record(Leg::Refuse, start);
        }

        let start = Instant::now();
        if !system.verify_code(client, &email, &code).await? {
            return Err(io::Error::other("the right code was refused"));
        }
        self.record(Leg::Verify, start);

        let start = Instant::now();
        system.open_account(client, &email).await?;
        self.record(Leg::Account, start);
        Ok(())
    }

    fn record(&self, leg: Leg, start: Instant) {
        self.times.borrow_mut().push((leg, start.elapsed()));
    }
}

/// A new address: every sign-up has its own. They come in no order, as those of real people, so that they do not follow each other in an
/// index.
fn next_address() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    // The multiplier is odd, so that no two numbers give the same.
    let scattered = NUMBER.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B1);
    format!("visitor-{scattered:08x}@bench.example.org")
}

/// A code that differs from this one in its last digit.
fn other_than(code: &str) -> String {
    let (most, last) = code.split_at(code.len() - 1);
    format!("{most}{}", if last == "9" { "0" } else { "9" })
}
