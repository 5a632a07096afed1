use crate::senders::MailSender;
use e2e::Mailcode;
use reqwest::header::{ACCEPT, ORIGIN};
use reqwest::{Client, Method};
use smtp_relay::Sink;
use std::sync::atomic::{AtomicU32, Ordering};

/// The whole program: each mail is requested by a new client without a cookie, and all limits are off.
pub(crate) struct ThroughHttp {
    pub(crate) mailcode: Mailcode,
    client: Client,
    /// The number of the next address; each mail has a new recipient.
    addresses: AtomicU32,
}

impl ThroughHttp {
    /// Starts a server that sends to this sink.
    pub(crate) async fn start(sink: &Sink) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let roots = directory.path().join("roots.pem");
        std::fs::write(&roots, &sink.root).expect("a file");
        let port = sink.port.to_string();
        let relay = [
            ("SMTP_HOST", "localhost"),
            ("SMTP_PORT", &port),
            ("SMTP_CA_FILE", &roots.to_string_lossy()),
            ("SMTP_USERNAME", "mailcode"),
            ("SMTP_PASSWORD", "a-secret-password"),
            ("MAIL_FROM", "Mailcode <mailcode@example.org>"),
            ("LOG", "warn"),
        ];
        let off = ["MAILS_PER_ADDRESS", "MAILS_PER_DOMAIN", "MAILS_PER_CLIENT", "MAILS_TOTAL", "PROOF_OF_WORK_ABOVE"];
        let settings = [&relay[..], &off.map(|name| (name, "0"))].concat();
        let mailcode = Mailcode::start_in(directory, &settings).await;
        Self { mailcode, client: Client::builder().no_proxy().build().expect("a client"), addresses: AtomicU32::new(0) }
    }
}

impl MailSender for ThroughHttp {
    async fn send(&self, _: u32) {
        let address = format!("visitor{}@example.org", self.addresses.fetch_add(1, Ordering::Relaxed));
        let request = self.client.request(Method::POST, self.mailcode.url("/api/request-code")).form(&[("email", &address)]);
        let answer = request.header(ACCEPT, "application/json").header(ORIGIN, self.mailcode.origin()).send().await.expect("an answer");
        let body = answer.text().await.expect("a body");
        assert!(body.contains("\"Accepted\""), "{body}");
    }
}
