use crate::relay_certificates::Certificates;
use crate::relay_dialogue::Dialogue;
use crate::relay_door::Door;
use crate::relay_record::Record;
use crate::{Authority, Received, Script, Terms};
use std::sync::Arc;
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

/// A mail relay that does what its script says and writes down every byte it is sent. Its name is `localhost`.
pub struct HostileRelay {
    port: u16,
    certificates: Arc<Certificates>,
    record: Arc<Record>,
    script: watch::Sender<Script>,
    /// The script that the port goes by.
    in_force: watch::Receiver<Script>,
    farewell: watch::Sender<&'static str>,
    task: AbortHandle,
}

impl HostileRelay {
    /// Starts one with STARTTLS on a loopback port.
    pub async fn start(script: Script) -> Self {
        Self::start_with(script, Terms::default()).await
    }

    /// Starts one on these terms.
    pub async fn start_with(script: Script, terms: Terms) -> Self {
        let door = Door::new();
        let (port, certificates, record) = (door.port(), Arc::new(Certificates::new()), Arc::<Record>::default());
        let (script_sender, script_receiver) = watch::channel(script);
        let (farewell, farewell_receiver) = watch::channel("");
        let (turned, in_force) = watch::channel(Script::WellBehaved);
        let dialogue = Dialogue {
            terms,
            script: script_receiver,
            farewell: farewell_receiver,
            certificates: Arc::clone(&certificates),
            record: Arc::clone(&record),
            recipient: None,
        };
        let task = tokio::spawn(keep(door, dialogue, turned)).abort_handle();
        let relay = Self { port, certificates, record, script: script_sender, in_force, farewell, task };
        relay.play(script).await;
        relay
    }

    /// Goes by another script from now on, on connections that are open, too. A connection that is silent, or
    /// whose reply has no end, stays so.
    pub async fn play(&self, script: Script) {
        self.script.send_replace(script);
        let mut in_force = self.in_force.clone();
        in_force.wait_for(|turned| *turned == script).await.expect("the relay runs");
    }

    /// Says this on every connection where it waits for a command, and closes it.
    pub fn send_away(&self, words: &'static str) {
        self.farewell.send_replace(words);
    }

    /// Its port on `localhost`.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The authority that a client of this relay is told to trust.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.certificates.trusted
    }

    /// What it got until now.
    #[must_use]
    pub fn received(&self) -> Received {
        self.record.received()
    }
}

impl Drop for HostileRelay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Lets clients in as the script wants it, until the relay is dropped.
async fn keep(mut door: Door, mut dialogue: Dialogue, turned: watch::Sender<Script>) {
    let mut connections = JoinSet::new();
    loop {
        let script = *dialogue.script.borrow_and_update();
        door.turn(script).await;
        if script == Script::Closed {
            connections.shutdown().await;
        }
        turned.send_replace(script);
        loop {
            tokio::select! {
                biased;
                changed = dialogue.script.changed() => if changed.is_ok() { break } else { return },
                stream = door.next() => {
                    connections.spawn(dialogue.clone().hold(stream));
                }
                Some(_) = connections.join_next() => {}
            }
        }
    }
}
