//! Steps that several flows share.

use e2e::{Browser, Exim, HostileRelay, Mailcode, Postfix, Scripting};
use std::path::{Path, PathBuf};

pub(crate) const ADDRESS: &str = "visitor@example.org";

/// A wrong code.
pub(crate) fn wrong(code: &str) -> &'static str {
    if code == "123456" { "654321" } else { "123456" }
}

/// Different wrong codes.
pub(crate) fn wrongs(code: &str) -> impl Iterator<Item = &'static str> {
    ["123456", "234567", "345678", "456789", "567890", "678901"].into_iter().filter(move |wrong| *wrong != code)
}

/// Types the address and waits for the code form.
pub(crate) async fn ask_for_code(browser: &Browser, address: &str) {
    browser.find("#address-form").await;
    browser.type_into("#email", address).await;
    browser.click("#address-form button").await;
    browser.find("[data-step=code]").await;
}

/// Types the code and waits for the account's page.
pub(crate) async fn type_code(browser: &Browser, code: &str) {
    browser.type_into("#code", code).await;
    browser.click("#code-form button").await;
    browser.find("main[data-page=account]").await;
    browser.wait_for_path("/account").await;
}

/// Copies this text from another field of the page, and pastes it into the code field.
pub(crate) async fn paste(browser: &Browser, text: &str) {
    let copied = "const from = document.body.appendChild(document.createElement('textarea')); from.id = 'copied'";
    browser.run(copied).await;
    browser.type_into("#copied", text).await;
    browser.press("#copied", "\u{e009}ac").await;
    browser.press("#code", "\u{e009}v").await;
}

/// Opens a page with an island, and waits until the island has hydrated where scripts run.
pub(crate) async fn open(browser: &Browser, scripting: Scripting, url: &str) {
    browser.open(url).await;
    browser.find("[data-step]").await;
    if scripting == Scripting::On {
        browser.find("leptos-island[data-hydrated]").await;
    }
}

/// Chooses another language with one click, and waits for the page in it.
pub(crate) async fn choose_language(browser: &Browser, scripting: Scripting, language: &str) {
    browser.click("#language summary").await;
    browser.click(&format!("#language button[name=language][value={language}]")).await;
    browser.find(&format!("html[lang={language}] [data-step]")).await;
    if scripting == Scripting::On {
        browser.find("leptos-island[data-hydrated]").await;
    }
}

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
