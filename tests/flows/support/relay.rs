//! A relay that Mailcode is configured with, and the mails that it receives.

use e2e::{Exim, HostileRelay, Mailcode, Postfix, Script, Visitor};
use reqwest::Method;
use std::path::{Path, PathBuf};

/// A relay on `localhost` whose root certificate Mailcode trusts.
pub(crate) struct Relay<'a> {
    pub(crate) port: u16,
    pub(crate) authority: &'a e2e::Authority,
    pub(crate) username: &'a str,
    pub(crate) password: &'a str,
    pub(crate) tls: &'a str,
}

impl<'a> Relay<'a> {
    pub(crate) fn postfix(postfix: &'a Postfix) -> Self {
        Self {
            port: postfix.starttls_port(),
            authority: postfix.authority(),
            username: Postfix::USERNAME,
            password: Postfix::PASSWORD,
            tls: "starttls",
        }
    }

    pub(crate) fn exim(exim: &'a Exim) -> Self {
        Self {
            port: exim.starttls_port(),
            authority: exim.authority(),
            username: Exim::USERNAME,
            password: Exim::PASSWORD,
            tls: "starttls",
        }
    }

    pub(crate) fn hostile(relay: &'a HostileRelay) -> Self {
        Self { port: relay.port(), authority: relay.authority(), username: "mailcode", password: "a-secret-password", tls: "starttls" }
    }

    /// Starts Mailcode with this relay.
    pub(crate) async fn mailcode(&self) -> Mailcode {
        self.mailcode_with(&[]).await
    }

    /// Starts Mailcode with this relay and these settings.
    pub(crate) async fn mailcode_with(&self, more: &[(&str, &str)]) -> Mailcode {
        let directory = tempfile::tempdir().unwrap();
        let roots = self.write_roots(directory.path());
        let port = self.port.to_string();
        let settings = [
            ("SMTP_HOST", "localhost"),
            ("SMTP_PORT", &port),
            ("SMTP_TLS", self.tls),
            ("SMTP_CA_FILE", &roots.to_string_lossy()),
            ("SMTP_USERNAME", self.username),
            ("SMTP_PASSWORD", self.password),
            ("MAIL_FROM", "Mailcode <mailcode@example.org>"),
        ];
        Mailcode::start_in(directory, &[&settings, more].concat()).await
    }

    fn write_roots(&self, directory: &Path) -> PathBuf {
        let file = directory.join("roots.pem");
        std::fs::write(&file, self.authority.pem()).unwrap();
        file
    }
}

/// The mail that a server with these settings and a public URL sends to this address.
pub(crate) async fn sent_mail(address: &str, settings: &[(&str, &str)]) -> String {
    let relay = HostileRelay::start(Script::WellBehaved).await;
    let public = [("PUBLIC_URL", "https://sign-up.example.org")];
    let mailcode = Relay::hostile(&relay).mailcode_with(&[&public, settings].concat()).await;
    // As a program: the `Secure` cookies of a public URL do not come back over plain http.
    let request = Visitor::new(&mailcode).request(Method::POST, "/api/request-code").form(&[("email", address)]);
    let request = request.header("Accept", "application/json").header("Sec-Fetch-Site", "same-origin");
    assert_eq!(Visitor::answer(request).await.status, 200);
    let inside = relay.received().inside;
    let (_, text) = inside.split_once("DATA\r\n").expect("a mail");
    let (text, _) = text.split_once("\r\n.\r\n").expect("its end");
    // Dot-unstuffing (RFC 5321 §4.5.2).
    text.replace("\r\n..", "\r\n.") + "\r\n"
}
