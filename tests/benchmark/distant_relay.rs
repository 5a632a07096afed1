use crate::measurements::Bench;
use crate::process::Cores;
use crate::relay::Relay;
use crate::systems::{Start, System};
use crate::visitors::{Load, Measured};
use std::io;
use std::time::Duration;

impl Bench {
    /// Measures sign-ups with a relay that takes 50 ms for each reply.
    pub(crate) async fn distant_relay(&mut self) -> io::Result<()> {
        let relay = Relay::start(Duration::from_millis(50)).await;
        for system in self.systems.clone() {
            self.over_connections(system, &relay, None, "with the default number of connections").await?;
        }
        // The default of Mailcode. The other two connect for each mail.
        if self.systems.contains(&System::BetterAuth) {
            self.over_connections(System::BetterAuth, &relay, Some(16), "with 16 connections").await?;
        }
        Ok(())
    }

    async fn over_connections(&mut self, system: System, relay: &Relay, connections: Option<u32>, with: &str) -> io::Result<()> {
        let load = Load { visitors: 32, duration: self.duration, with_wrong_code: false };
        let runs = self.runs_of(system, relay, Start { connections, ..Start::on(Cores::One(0)) }, load).await?;
        self.set(system, &format!("sign-ups a second, 32 visitors, one core, relay 50 ms away, {with}"), &runs, Measured::per_second);
        Ok(())
    }
}
