use crate::certificates::Certificates;
use crate::dialogue::Dialogue;
use crate::port::Port;
use crate::record::Record;
use crate::{Authority, Received, RelayOptions, Script};
use std::sync::Arc;
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

/// A mail relay that follows a script and records every byte that it receives. Its name is `localhost`.
pub struct HostileRelay {
    port: u16,
    certificates: Arc<Certificates>,
    record: Arc<Record>,
    script: watch::Sender<Script>,
    /// The script that the port follows now.
    applied: watch::Receiver<Script>,
    closing: watch::Sender<&'static str>,
    task: AbortHandle,
}

impl HostileRelay {
    /// Starts a relay with STARTTLS on a loopback port.
    pub async fn start(script: Script) -> Self {
        Self::start_with(script, RelayOptions::default()).await
    }

    /// Starts a relay with these options.
    pub async fn start_with(script: Script, options: RelayOptions) -> Self {
        let listening = Port::new();
        let (port, certificates, record) = (listening.port(), Arc::new(Certificates::new()), Arc::<Record>::default());
        let (script_sender, script_receiver) = watch::channel(script);
        let (closing, closing_receiver) = watch::channel("");
        let (applied_sender, applied) = watch::channel(Script::WellBehaved);
        let dialogue = Dialogue {
            options,
            script: script_receiver,
            closing: closing_receiver,
            certificates: Arc::clone(&certificates),
            record: Arc::clone(&record),
            recipient: None,
        };
        let task = tokio::spawn(accept(listening, dialogue, applied_sender)).abort_handle();
        let relay = Self { port, certificates, record, script: script_sender, applied, closing, task };
        relay.play(script).await;
        relay
    }

    /// Switches to another script, also on open connections. A connection that is already silent, or whose reply has no end, stays so.
    pub async fn play(&self, script: Script) {
        self.script.send_replace(script);
        let mut applied = self.applied.clone();
        applied.wait_for(|applied| *applied == script).await.expect("the relay runs");
    }

    /// Sends this text on every connection that waits for a command, and closes it.
    pub fn close_all_with(&self, words: &'static str) {
        self.closing.send_replace(words);
    }

    /// The relay's port on `localhost`.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The authority that clients of this relay must trust.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.certificates.trusted
    }

    /// What the relay has received so far.
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

/// Accepts connections as the script demands, until the relay is dropped.
async fn accept(mut port: Port, mut dialogue: Dialogue, applied_sender: watch::Sender<Script>) {
    let mut connections = JoinSet::new();
    loop {
        let script = *dialogue.script.borrow_and_update();
        port.apply(script).await;
        if script == Script::Closed {
            connections.shutdown().await;
        }
        applied_sender.send_replace(script);
        loop {
            tokio::select! {
                biased;
                changed = dialogue.script.changed() => if changed.is_ok() { break } else { return },
                stream = port.next() => {
                    connections.spawn(dialogue.clone().run(stream));
                }
                Some(_) = connections.join_next() => {}
            }
        }
    }
}
