//! Relays that accept no mail, and sites that use them.

use crate::site::TestSite;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

/// A port without a listener: 1 (TCPMUX) is privileged, and unused for decades.
pub(crate) const CLOSED: &str = "1";

/// Starts a relay that only sends this greeting. Returns its port and a channel with a message for each connection.
pub(crate) async fn failing_relay(greeting: &'static str) -> (String, mpsc::UnboundedReceiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port().to_string();
    let (came, comes) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut kept = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(greeting.as_bytes()).await;
            kept.push(stream);
            let _ = came.send(());
        }
    });
    (port, comes)
}

/// The command-line flags for a relay on this port.
pub(crate) fn flags(port: &str) -> [&str; 6] {
    ["--smtp-host", "127.0.0.1", "--smtp-port", port, "--mail-from", "no-reply@example.org"]
}

/// A site with a relay on this port.
pub(crate) async fn site_with(port: &str, more: &[&str]) -> TestSite {
    TestSite::with(&[&flags(port), more].concat()).await
}
