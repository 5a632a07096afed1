use crate::cluster::Cluster;
use crate::measurements::{Bench, COUNTED};
use crate::process::Cores;
use crate::relay::Relay;
use crate::syscalls::Sends;
use crate::systems::{Data, Running, Start, System};
use crate::table::Spread;
use crate::visitors::{self, Load, Measured};
use std::io;
use std::time::Duration;

/// The database of every run, which is created anew for each.
const DATABASE: &str = "mailcode";

/// A run of one or more instances on one PostgreSQL database.
struct Run {
    measured: Measured,
    /// The processor time of a sign-up in PostgreSQL, in milliseconds.
    database_processor_each: f64,
    commits_each: f64,
}

impl Bench {
    /// Measures sign-ups with one and with two instances on a PostgreSQL database.
    pub(crate) async fn postgresql(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        let Some(cluster) = Cluster::start().await? else {
            eprintln!("PostgreSQL is not installed: sign-ups with it are not measured");
            return Ok(());
        };
        let (first, second) = (Cores::One(0), Cores::One(1));
        let database = format!("PostgreSQL on {}", Cores::All.name());
        let one = format!("one instance on {}, {database}", first.name());
        let two = format!("two instances on {} and {}, {database}", first.name(), second.name());
        for visitors in [8, 32, 128] {
            let alone = self.runs_with(&cluster, &relay, &[first], visitors).await?;
            self.set_runs(&format!("{visitors} visitors, {one}"), &alone);
            let together = self.runs_with(&cluster, &relay, &[first, second], visitors).await?;
            self.set_runs(&format!("{visitors} visitors, {two}"), &together);
            let ratio = rate(&together).median() / rate(&alone).median();
            let row = format!("sign-ups of two instances for one of a single instance, {visitors} visitors, {database}");
            self.set_cell(&row, &Spread::of([ratio]));
        }
        self.round_trips(&cluster, &relay).await?;
        cluster.stop().await
    }

    async fn runs_with(&self, cluster: &Cluster, relay: &Relay, cores: &[Cores], visitors: u32) -> io::Result<Vec<Run>> {
        let mut runs = Vec::new();
        for _ in 0..self.runs {
            cluster.create(DATABASE).await?;
            let url = cluster.url(DATABASE);
            let mut instances = Vec::new();
            for cores in cores {
                instances.push(self.instance(relay, *cores, &url).await?);
            }
            let (commits, processor) = (cluster.commits(DATABASE).await?, cluster.server.usage().processor);
            let load = Load { visitors, duration: self.duration, with_wrong_code: false };
            let measured = visitors::measure(&instances, relay, load).await?;
            let processor = cluster.server.usage().processor.saturating_sub(processor);
            for instance in instances {
                instance.server.stop().await?;
            }
            // Commits are counted when the connections are closed. The sign-ups of the warm-up are counted, too.
            let (commits, sign_ups) = (cluster.commits(DATABASE).await? - commits, measured.all_sign_ups.max(1) as f64);
            let database_processor_each = processor.as_secs_f64() * 1000.0 / sign_ups;
            runs.push(Run { measured, database_processor_each, commits_each: commits as f64 / sign_ups });
        }
        Ok(runs)
    }

    async fn instance(&self, relay: &Relay, cores: Cores, url: &str) -> io::Result<Running> {
        System::Mailcode.start(&self.installation, relay, Start { data: Data::PostgreSql(url), ..Start::on(cores) }).await
    }

    fn set_runs(&mut self, with: &str, runs: &[Run]) {
        self.set_cell(&format!("sign-ups a second, {with}"), &rate(runs));
        let processor = Spread::of(runs.iter().map(|run| run.measured.processor_each()));
        self.set_cell(&format!("processor time of a sign-up in ms, {with}"), &processor);
        let database_processor = Spread::of(runs.iter().map(|run| run.database_processor_each));
        self.set_cell(&format!("processor time of a sign-up in PostgreSQL in ms, {with}"), &database_processor);
        let commits = Spread::of(runs.iter().map(|run| run.commits_each));
        self.set_cell(&format!("commits of a sign-up, {with}"), &commits);
    }

    /// Counts what Mailcode sends to PostgreSQL for a sign-up: each time, it waits for the answer.
    async fn round_trips(&mut self, cluster: &Cluster, relay: &Relay) -> io::Result<()> {
        cluster.create(DATABASE).await?;
        let running = self.instance(relay, Cores::One(0), &cluster.url(DATABASE)).await?;
        visitors::sign_up(&running, relay, 5).await?;
        let Some(sends) = Sends::count(running.server.id(), cluster.port).await? else {
            eprintln!("strace is not installed: round trips are not counted");
            return Ok(());
        };
        visitors::sign_up(&running, relay, COUNTED).await?;
        let sends = sends.stop().await? as f64 / COUNTED as f64;
        running.server.stop().await?;
        self.set_cell("round trips to PostgreSQL of a sign-up, 1 visitor", &Spread::of([sends]));
        Ok(())
    }

    fn set_cell(&mut self, row: &str, spread: &Spread) {
        self.table.set(row, System::Mailcode.name(), spread.text());
    }
}

fn rate(runs: &[Run]) -> Spread {
    Spread::of(runs.iter().map(|run| run.measured.per_second()))
}
