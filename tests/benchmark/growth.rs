use crate::filled_database::{Contents, FilledDatabase};
use crate::measurements::Bench;
use crate::process::Cores;
use crate::relay::Relay;
use crate::systems::{Data, Start, System};
use crate::table::Spread;
use crate::visitors::{Load, Measured};
use std::io;
use std::time::Duration;

/// What the databases hold. The last one is also started.
const CONTENTS: [(Contents, &str); 5] = [
    (Contents { accounts: 0, sessions: 0 }, "no accounts before"),
    (Contents { accounts: 10_000, sessions: 0 }, "10,000 accounts before"),
    (Contents { accounts: 100_000, sessions: 0 }, "100,000 accounts before"),
    (Contents { accounts: 100_000, sessions: 100_000 }, "100,000 accounts with sessions before"),
    (Contents { accounts: 1_000_000, sessions: 0 }, "1,000,000 accounts before"),
];

impl Bench {
    /// Measures sign-ups in databases that hold accounts already, and the start with the largest of them.
    pub(crate) async fn growth(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::ZERO).await;
        for (contents, before) in CONTENTS {
            let database = FilledDatabase::create(&self.installation, &relay, contents).await?;
            let folder = database.folder();
            let start = Start { data: Data::CopyOf(&folder), ..Start::on(Cores::One(0)) };
            let load = Load { visitors: 32, duration: self.duration, with_wrong_code: false };
            let runs = self.runs_of(System::Mailcode, &relay, start, load).await?;
            let with = format!("32 visitors, one core, {before}");
            self.set(System::Mailcode, &format!("sign-ups a second, {with}"), &runs, Measured::per_second);
            self.set(System::Mailcode, &format!("processor time of a sign-up in ms, {with}"), &runs, Measured::processor_each);
            if contents.accounts == 1_000_000 {
                let mut times = Vec::new();
                for _ in 0..self.runs {
                    let running = System::Mailcode.start(&self.installation, &relay, start).await?;
                    times.push(running.started_in.as_secs_f64() * 1000.0);
                    running.server.stop().await?;
                }
                let row = format!("from start to first page in ms, one core, {before}");
                self.table.set(&row, System::Mailcode.name(), Spread::of(times).text());
            }
        }
        Ok(())
    }
}
