//! Several instances of Mailcode on one PostgreSQL database, behind nginx, with one relay.

use e2e::{Mail, Mailcode, Nginx, Visitor, free_port, until, until_within};
use smtp_relay::{Sink, SinkOptions};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use test_support::postgres::Cluster;

/// The name of the database.
pub(crate) const DATABASE: &str = "mailcode";

/// The secret key that all instances have.
pub(crate) const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// The instances, and what they share.
pub(crate) struct SharedSite {
    pub(crate) instances: Vec<Mailcode>,
    pub(crate) nginx: Nginx,
    pub(crate) cluster: Cluster,
    mails: Mails,
    _relay: Sink,
    /// With the root certificate of the relay.
    _directory: TempDir,
}

/// The recipients and the sources of all mails, the oldest first.
type Mails = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

impl SharedSite {
    /// Starts this many instances with these settings, and nginx in front of them.
    pub(crate) async fn start(count: usize, more: &[(&str, &str)]) -> Self {
        let cluster = Cluster::start_on(free_port()).await;
        cluster.create(DATABASE, None).await;
        let mails = Mails::default();
        let relay = Sink::start_with(SinkOptions::default(), {
            let mails = Arc::clone(&mails);
            move |recipient, source| mails.lock().unwrap().push((recipient.to_owned(), source.to_vec()))
        })
        .await;
        let directory = tempfile::tempdir().unwrap();
        let roots = directory.path().join("roots.pem");
        std::fs::write(&roots, &relay.root).unwrap();
        let (port, smtp_port, url) = (free_port(), relay.port.to_string(), cluster.tcp_url(DATABASE));
        let origin = format!("http://127.0.0.1:{port}");
        let settings = [
            ("DATABASE_URL", url.as_str()),
            ("SECRET_KEY", KEY),
            ("PUBLIC_URL", &origin),
            ("TRUSTED_PROXIES", "127.0.0.1"),
            ("SMTP_HOST", "localhost"),
            ("SMTP_PORT", &smtp_port),
            ("SMTP_CA_FILE", &roots.to_string_lossy()),
            ("SMTP_USERNAME", "mailcode"),
            ("SMTP_PASSWORD", "a-secret-password"),
            ("MAIL_FROM", "Mailcode <mailcode@example.org>"),
            ("SHUTDOWN_GRACE", "2s"),
        ];
        let settings = [&settings, more].concat();
        let starting = (0..count).map(|_| Mailcode::start_with(&settings));
        let mut instances = Vec::new();
        for instance in starting {
            instances.push(instance.await);
        }
        let nginx = Nginx::before(port, &instances.iter().collect::<Vec<_>>()).await;
        Self { instances, nginx, cluster, mails, _relay: relay, _directory: directory }
    }

    /// Waits until every instance is ready again.
    pub(crate) async fn until_ready(&self) {
        for instance in &self.instances {
            let is_ready = async || (instance.readiness().await.0 == 200).then_some(());
            until_within(Duration::from_secs(10), "every instance is ready", is_ready).await;
        }
    }

    /// A visitor, whose requests go to the instances in turn.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor::at(self.nginx.origin(), [127, 0, 0, 2])
    }

    /// The mails to this address, the oldest first.
    pub(crate) fn mails(&self, address: &str) -> Vec<Mail> {
        let mails = self.mails.lock().unwrap();
        mails.iter().filter(|(recipient, _)| recipient == address).map(|(_, source)| Mail::parse(source)).collect()
    }

    /// All mails.
    pub(crate) fn all_mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().iter().map(|(_, source)| Mail::parse(source)).collect()
    }

    /// Waits for this many mails to this address, and returns the newest.
    pub(crate) async fn mail(&self, address: &str, count: usize) -> Mail {
        let what = format!("{count} mails to {address}");
        until(&what, async || Some(self.mails(address)).filter(|mails| mails.len() >= count)).await.pop().expect("one")
    }

    /// Signs a new visitor up with this address.
    pub(crate) async fn signed_up(&self, address: &str) -> Visitor {
        let visitor = self.visitor();
        let before = self.mails(address).len();
        assert_eq!(visitor.submit("/api/request-code", &[("email", address)]).await.path, "/code");
        let code = self.mail(address, before + 1).await.code();
        assert_eq!(visitor.submit("/api/verify-code", &[("code", &code)]).await.path, "/account");
        visitor
    }
}

/// Whether the visitor is signed in, on every instance.
pub(crate) async fn is_signed_in(visitor: &Visitor, instances: usize) -> bool {
    let mut signed_in = 0;
    for _ in 0..instances {
        signed_in += usize::from(visitor.open("/account").await.has("#sign-out-form"));
    }
    assert!(signed_in == 0 || signed_in == instances, "all instances know the same: {signed_in} of {instances}");
    signed_in > 0
}
