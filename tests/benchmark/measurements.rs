use crate::http::Client;
use crate::mail_source;
use crate::pages;
use crate::process::{self, Cores, Server};
use crate::relay::Relay;
use crate::syscalls::{Flushes, SystemCalls};
use crate::systems::{Installation, Running, Start, System, free_address};
use crate::table::{Spread, Table};
use crate::visitors::{self, Leg, Load, Measured};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::slice;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// The sign-ups whose system calls are counted with one visitor.
pub(crate) const COUNTED: u64 = 50;

#[derive(Args)]
pub(crate) struct Measurements {
    /// Mailcode's release binary.
    #[arg(long)]
    mailcode: PathBuf,
    /// The folder into which the other systems were installed. Without it only Mailcode is measured.
    #[arg(long)]
    peers: Option<PathBuf>,
    /// What is measured; by default everything.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// How often each load runs, of which the median counts.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// How long each load runs, in seconds.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// The document into which the table is written.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The commit that the document names.
    #[arg(long, default_value = "unknown")]
    commit: String,
    /// The day that the document names.
    #[arg(long, default_value = "unknown")]
    date: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Mails that the relay accepts if nothing else is to be done.
    Rig,
    /// Complete sign-ups, with 1, 8, 32 and 128 visitors.
    SignUps,
    /// The same with a relay that takes 50 ms for each reply.
    DistantRelay,
    /// The same with up to a million accounts in the database, and the start with them.
    Growth,
    /// The same with a PostgreSQL server, and with two instances on one database.
    #[value(name = "postgresql")]
    PostgreSql,
    /// First pages, and pages of signed-in visitors.
    Pages,
    /// System calls of a sign-up.
    SystemCalls,
    /// Start and memory.
    Start,
}

impl Measurements {
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error>> {
        let installation = Installation { mailcode: self.mailcode.clone(), peers: self.peers.clone() };
        let systems = if self.peers.is_some() { System::ALL.to_vec() } else { vec![System::Mailcode] };
        let mut bench =
            Bench { installation, systems, runs: self.runs, duration: Duration::from_secs(self.seconds), table: Table::default() };
        let parts = if self.only.is_empty() { Part::value_variants().to_vec() } else { self.only.clone() };
        for part in parts {
            match part {
                Part::Rig => bench.rig().await?,
                Part::SignUps => bench.sign_ups().await?,
                Part::DistantRelay => bench.distant_relay().await?,
                Part::Growth => bench.growth().await?,
                Part::PostgreSql => bench.postgresql().await?,
                Part::Pages => bench.pages().await?,
                Part::SystemCalls => {
                    bench.system_calls().await?;
                    bench.flushes().await?;
                }
                Part::Start => bench.start().await?,
            }
        }
        println!("{}", bench.table.markdown());
        if let Some(document) = &self.write {
            print!("{}", bench.table.write(document, &self.introduction())?);
        }
        Ok(())
    }

    fn introduction(&self) -> String {
        let (cores, processor) = (process::cores(), process::processor());
        format!(
            "Measured on {}, commit `{}`, {cores} cores of {processor}. A cell has the median of {} runs and, in brackets, the least and the greatest.",
            self.date, self.commit, self.runs
        )
    }
}

pub(crate) struct Bench {
    pub(crate) installation: Installation,
    pub(crate) systems: Vec<System>,
    pub(crate) runs: usize,
    pub(crate) duration: Duration,
    pub(crate) table: Table,
}

impl Bench {
    /// Measures how many mails the relay accepts from a sender on the core on which the systems run later.
    async fn rig(&mut self) -> io::Result<()> {
        const WARM_UP: Duration = Duration::from_secs(1);
        let (relay, root) = (Relay::start(Duration::ZERO).await, tempfile::NamedTempFile::new()?);
        std::fs::write(&root, relay.root())?;
        let mut rates = Vec::new();
        for _ in 0..self.runs {
            let mut command = process::command(std::env::current_exe()?, Cores::One(0));
            let mut sender = Server::start(command.args(["send-mails", &relay.port().to_string()]).arg(root.path()))?;
            sleep(WARM_UP).await;
            let (start, before) = (Instant::now(), relay.mails());
            sleep(self.duration).await;
            rates.push((relay.mails() - before) as f64 / start.elapsed().as_secs_f64());
            if sender.has_ended() {
                return Err(io::Error::other("the sender of mails has ended"));
            }
            sender.stop().await?;
        }
        let row = format!("mails a second that the relay accepts, {} connections", mail_source::CONNECTIONS);
        self.table.set(&row, "rig", Spread::of(rates).text());
        Ok(())
    }

    async fn sign_ups(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        for cores in [Cores::One(0), Cores::All] {
            let is_pinned = cores != Cores::All;
            for visitors in [1, 8, 32, 128] {
                for system in self.systems.clone() {
                    let load = Load { visitors, duration: self.duration, with_wrong_code: false };
                    let runs = self.runs_of(system, &relay, Start::on(cores), load).await?;
                    let cores = if is_pinned { "one core" } else { "all cores" };
                    let with = format!("{visitors} visitor{}, {cores}", if visitors == 1 { "" } else { "s" });
                    self.set(system, &format!("sign-ups a second, {with}"), &runs, Measured::per_second);
                    if is_pinned {
                        self.set(system, &format!("processor time of a sign-up in ms, {with}"), &runs, Measured::processor_each);
                        for (leg, name) in [
                            (Leg::Page, "first page"),
                            (Leg::Mail, "mail accepted"),
                            (Leg::Verify, "right code"),
                            (Leg::Account, "account's page"),
                        ] {
                            self.set_times(system, &format!("{name} in ms, p50 / p99, {with}"), &runs, leg);
                        }
                    }
                    if is_pinned && visitors == 32 {
                        self.set(system, &format!("memory in MB, {with}"), &runs, |measured| measured.memory as f64 / 1e6);
                    }
                }
            }
        }
        for system in self.systems.clone() {
            let load = Load { visitors: 8, duration: self.duration, with_wrong_code: true };
            let runs = self.runs_of(system, &relay, Start::on(Cores::One(0)), load).await?;
            self.set_times(system, "wrong code in ms, p50 / p99, 8 visitors, one core", &runs, Leg::Refuse);
        }
        Ok(())
    }

    async fn pages(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        let start = Start::on(Cores::One(0));
        for system in self.systems.clone() {
            let running = system.start(&self.installation, &relay, start).await?;
            let stranger = Client::new(running.address);
            let length = Client::new(running.address).open(system.first_page()).await?.length;
            self.page(system.name(), "first page", &running.server, &stranger, system.first_page()).await?;
            let mut visitor = Client::new(running.address);
            visitors::sign_up_with(&running, &relay, &mut visitor).await?;
            self.page(system.name(), "account's page", &running.server, &visitor, system.account_page()).await?;
            running.server.stop().await?;
            if system == System::Mailcode {
                self.bare_handler(length).await?;
            }
        }
        Ok(())
    }

    /// Measures the page of a bare axum handler that is as long as Mailcode's first page.
    async fn bare_handler(&mut self, length: usize) -> io::Result<()> {
        let address = free_address()?;
        let mut command = process::command(std::env::current_exe()?, Cores::One(0));
        let server = Server::start(command.args(["bare-handler", &address.to_string(), &length.to_string()]))?;
        wait_for(address).await;
        self.page("bare axum handler", "first page", &server, &Client::new(address), "/").await?;
        server.stop().await
    }

    async fn page(&mut self, column: &str, name: &str, server: &Server, visitor: &Client, path: &str) -> io::Result<()> {
        let mut loads = Vec::new();
        for _ in 0..self.runs {
            loads.push(pages::measure(server, visitor, path, self.duration).await?);
        }
        let per_second = Spread::of(loads.iter().map(|load| load.per_second));
        self.table.set(&format!("{name}: loads a second, one core"), column, per_second.text());
        let each = Spread::of(loads.iter().map(|load| load.processor_each));
        self.table.set(&format!("{name}: processor time in µs"), column, each.text());
        Ok(())
    }

    /// Counts the flushes of a load to the disk, from the start of its warm-up to its end.
    async fn flushes(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        for system in self.systems.clone() {
            let mut each = Vec::new();
            for _ in 0..self.runs {
                let running = system.start(&self.installation, &relay, Start::on(Cores::One(0))).await?;
                let Some(flushes) = Flushes::count(&running.server.family()).await? else {
                    eprintln!("perf is not installed: flushes of many visitors are not counted");
                    return Ok(());
                };
                let load = Load { visitors: 32, duration: self.duration, with_wrong_code: false };
                let measured = visitors::measure(slice::from_ref(&running), &relay, load).await?;
                each.push(flushes.stop().await? as f64 / measured.all_sign_ups.max(1) as f64);
                running.server.stop().await?;
            }
            self.table.set("system calls of a sign-up, 32 visitors, one core: fsync", system.name(), Spread::of(each).text());
        }
        Ok(())
    }

    async fn system_calls(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        for system in self.systems.clone() {
            let running = system.start(&self.installation, &relay, Start::on(Cores::One(0))).await?;
            visitors::sign_up(&running, &relay, 5).await?;
            let Some(calls) = SystemCalls::count(running.server.id()).await? else {
                eprintln!("strace is not installed: system calls are not counted");
                return Ok(());
            };
            visitors::sign_up(&running, &relay, COUNTED).await?;
            let alone = calls.stop().await?;
            for (name, of) in [("fsync", &["fsync", "fdatasync"][..]), ("futex", &["futex"]), ("epoll_wait", &["epoll_wait"]), ("all", &[])]
            {
                let count = count_of(&alone, of) as f64 / COUNTED as f64;
                self.table.set(&format!("system calls of a sign-up, 1 visitor: {name}"), system.name(), Spread::of([count]).text());
            }
            running.server.stop().await?;
        }
        Ok(())
    }

    async fn start(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        for system in self.systems.clone() {
            let (mut times, mut memory) = (Vec::new(), Vec::new());
            for _ in 0..self.runs {
                let running = system.start(&self.installation, &relay, Start::on(Cores::One(0))).await?;
                times.push(running.started_in.as_secs_f64() * 1000.0);
                memory.push(running.server.usage().memory as f64 / 1e6);
                running.server.stop().await?;
            }
            self.table.set("from start to first page in ms, one core", system.name(), Spread::of(times).text());
            self.table.set("memory after the first page in MB", system.name(), Spread::of(memory).text());
        }
        Ok(())
    }

    /// Runs a load several times, each time on a system that was just started with a database of its own.
    pub(crate) async fn runs_of(&self, system: System, relay: &Relay, start: Start<'_>, load: Load) -> io::Result<Vec<Measured>> {
        let mut runs = Vec::new();
        for _ in 0..self.runs {
            let running: Running = system.start(&self.installation, relay, start).await?;
            runs.push(visitors::measure(slice::from_ref(&running), relay, load).await?);
            running.server.stop().await?;
        }
        Ok(runs)
    }

    pub(crate) fn set(&mut self, system: System, row: &str, runs: &[Measured], value: impl Fn(&Measured) -> f64) {
        self.table.set(row, system.name(), Spread::of(runs.iter().map(value)).text());
    }

    fn set_times(&mut self, system: System, row: &str, runs: &[Measured], leg: Leg) {
        let quantile = |share| Spread::of(runs.iter().map(|measured| measured.quantile(leg, share))).median_text();
        self.table.set(row, system.name(), format!("{} / {}", quantile(0.5), quantile(0.99)));
    }
}

/// The sum of the counts of these system calls; of all, if none is named.
fn count_of(calls: &BTreeMap<String, u64>, names: &[&str]) -> u64 {
    calls.iter().filter(|(name, _)| names.is_empty() || names.contains(&name.as_str())).map(|(_, count)| count).sum()
}

async fn wait_for(address: SocketAddr) {
    while Client::new(address).open("/").await.is_err() {
        sleep(Duration::from_millis(2)).await;
    }
}
