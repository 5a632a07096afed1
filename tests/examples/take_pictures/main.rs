//! Takes the pictures of the pages' states that `tests/pictures` keeps, for people to look at.

#![allow(clippy::unwrap_used, reason = "a command that fails with a reason for its developer")]

use e2e::{Browser, DevMailbox, HostileRelay, Mailcode, Moment, RawConnection, Script, Scripting, Visitor};
use std::path::PathBuf;

const ADDRESS: &str = "ada@example.org";
/// The name of each window, and its size in CSS pixels.
const WINDOWS: [(&str, u32, u32); 2] = [("phone", 390, 780), ("desktop", 1024, 720)];

/// The browser, and the directory for its pictures.
struct Photographer {
    browser: Browser,
    directory: PathBuf,
    /// Takes only pictures whose names contain this.
    wanted: String,
}

#[tokio::main]
async fn main() {
    let directory = PathBuf::from(std::env::args_os().nth(1).expect("a directory for the pictures"));
    let wanted = std::env::args().nth(2).unwrap_or_default();
    let photographer = Photographer { browser: Browser::start(Scripting::On).await, directory, wanted };
    photographer.sign_up().await;
    photographer.recoveries().await;
    photographer.deliveries().await;
    photographer.limits().await;
    photographer.error_pages().await;
    photographer.languages().await;
    photographer.mails().await;
    let plain = Photographer { browser: Browser::start(Scripting::Off).await, ..photographer };
    plain.without_script().await;
    let without_cookies = Photographer { browser: Browser::start_without_cookies(Scripting::On).await, ..plain };
    without_cookies.without_cookies().await;
}

/// The states that a visitor passes through.
impl Photographer {
    /// From the first page to the last, each also with an error.
    async fn sign_up(&self) {
        let mailcode = Mailcode::start().await;
        let browser = &self.browser;
        self.open(&mailcode, "/").await;
        self.take("address").await;
        browser.type_into("#email", "ada@gmial.com\u{e004}").await;
        browser.find("#email-suggestion button").await;
        self.take("address-suggestion").await;
        browser.type_into("#email", "ada").await;
        browser.click("#address-form button.primary").await;
        browser.find("#email-error").await;
        self.take("address-error").await;
        browser.type_into("#email", "ada@gmial.com").await;
        browser.click("#address-form button.primary").await;
        browser.find("#status[data-final]").await;
        self.take("code-suggestion").await;
        browser.click("#change-form button").await;
        browser.find("#address-form").await;

        browser.type_into("#email", ADDRESS).await;
        browser.click("#address-form button.primary").await;
        let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
        browser.find("#status[data-final]").await;
        self.take("code").await;
        browser.type_into("#code", &code[..3]).await;
        self.take("code-typing").await;
        browser.type_into("#code", wrong(&code)).await;
        browser.click("#code-form button").await;
        browser.find("#code-error").await;
        self.take("code-error").await;
        browser.type_into("#code", &code).await;
        browser.click("#code-form button").await;
        browser.find("main[data-page=account]").await;
        sign_in_elsewhere(&mailcode).await;
        browser.reload().await;
        self.take("account").await;
        browser.click("#delete summary").await;
        self.take("account-deletion").await;
        self.open(&mailcode, "/account/email").await;
        self.take("new-address").await;
        for (state, path) in [("not-me", "/not-me"), ("mailbox", "/dev/mailbox")] {
            browser.open(&mailcode.url(path)).await;
            browser.wait_for_path(path).await;
            browser.find("main h1").await;
            self.take(state).await;
        }
    }
}

/// The states of the mail and of the code.
impl Photographer {
    /// States of a mail that is not accepted at once.
    async fn deliveries(&self) {
        for (state, script, ready) in [
            ("code-sending", Script::WaitsAt(Moment::Dot), "#status:not([data-final])"),
            ("code-retrying", Script::Says(Moment::Recipient, "451 4.3.0 Try again later\r\n"), "#status:not([data-final])"),
            ("code-unknown", Script::HangsUpAt(Moment::Dot), "#status[data-final]"),
            ("failed-mailbox", Script::Says(Moment::Recipient, "550 5.1.1 No such user\r\n"), ".way-out"),
            ("failed-full", Script::Says(Moment::Recipient, "552 5.2.2 Mailbox full\r\n"), ".way-out"),
            ("failed-server", Script::UnknownAuthority, ".way-out"),
        ] {
            if !self.wants(state) {
                continue;
            }
            let relay = HostileRelay::start(script).await;
            let mailcode = with_relay(&relay, &[]).await;
            self.ask(&mailcode, ADDRESS).await;
            self.browser.find(ready).await;
            if state == "code-retrying" {
                let tried = "return document.querySelector('#status').textContent.includes('Not sent yet')";
                e2e::until("a retry", async || (self.browser.run(tried).await == true).then_some(())).await;
            }
            self.take(state).await;
        }
        if self.wants("code-earlier") {
            let relay = HostileRelay::start(Script::WellBehaved).await;
            let mailcode = with_relay(&relay, &[("RESEND_AFTER", "1s")]).await;
            self.ask(&mailcode, ADDRESS).await;
            self.browser.find("#status[data-final]").await;
            relay.play(Script::RefuseMail).await;
            self.browser.click("#resend-form button").await;
            self.browser.find("#status.trouble").await;
            self.take("code-earlier").await;
        }
    }

    /// The pages that replace the code form when no code can be entered.
    async fn recoveries(&self) {
        if self.wants("spent") {
            let mailcode = Mailcode::start_with(&[("TRIES", "1"), ("RESEND_AFTER", "5m")]).await;
            self.ask(&mailcode, ADDRESS).await;
            let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
            self.browser.type_into("#code", wrong(&code)).await;
            self.browser.click("#code-form button").await;
            self.browser.find(".way-out").await;
            self.take("spent").await;
        }
        if self.wants("expired") {
            let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "1s"), ("RESEND_AFTER", "0s")]).await;
            self.ask(&mailcode, ADDRESS).await;
            self.browser.find(".way-out").await;
            self.take("expired").await;
        }
        if self.wants("voided") || self.wants("muted") || self.wants("not-me-done") {
            let mailcode = Mailcode::start().await;
            self.ask(&mailcode, ADDRESS).await;
            let token = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await.token();
            self.browser.open(&mailcode.url("/not-me")).await;
            self.browser.type_into("#token", &token).await;
            self.browser.click_through("main form button").await;
            self.take("not-me-done").await;
            self.browser.open(&mailcode.url("/")).await;
            self.browser.find(".problem").await;
            self.take("voided").await;
            self.browser.find("leptos-island[data-hydrated]").await;
            self.browser.click("#address-form button.primary").await;
            e2e::until("a refusal", async || self.browser.text("h1").await.contains("can’t").then_some(())).await;
            self.take("muted").await;
        }
    }

    /// Error pages in place of the requested ones.
    async fn error_pages(&self) {
        let mailcode = Mailcode::start_with(&[("MAX_CONNECTIONS", "16")]).await;
        for (state, path) in [("not-found", "/no-such-page"), ("wrong-method", "/api/request-code")] {
            self.browser.open(&mailcode.url(path)).await;
            self.browser.wait_for_path(path).await;
            self.take(state).await;
        }
        if !self.wants("too-many") && !self.wants("busy") {
            return;
        }
        for (state, clients) in [("too-many", &[1][..]), ("busy", &[2, 3, 4, 5])] {
            let mailcode = Mailcode::start_with(&[("MAX_CONNECTIONS", "16")]).await;
            let mut held = Vec::new();
            for client in clients {
                held.extend(RawConnection::hold(mailcode.address(), &format!("127.0.0.{client}"), 4).await);
            }
            self.browser.open(&mailcode.url("/")).await;
            self.browser.find("main h1").await;
            self.take(state).await;
        }
    }

    /// Requests that a limit refuses.
    async fn limits(&self) {
        if !self.wants("limit") {
            return;
        }
        let mailcode = Mailcode::start_with(&[("MAILS_PER_ADDRESS", "1/1h"), ("RESEND_AFTER", "0s")]).await;
        self.ask(&mailcode, ADDRESS).await;
        self.browser.click("#resend-form button").await;
        self.browser.find("#error-summary").await;
        self.take("code-limit").await;
        self.browser.click("#change-form button").await;
        self.browser.find("#address-form").await;
        self.browser.type_into("#email", "Ada+again@example.org").await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("[data-step=code]").await;
        self.browser.click("#change-form button").await;
        self.browser.type_into("#email", ADDRESS).await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find(".problem").await;
        self.take("limit").await;
    }
}

/// The same pages in other languages, the mails, and the pages without scripts.
impl Photographer {
    async fn languages(&self) {
        for (name, language) in [("arabic", "ar"), ("japanese", "ja")] {
            let (address, code, failed) = (format!("{name}-address"), format!("{name}-code"), format!("{name}-failed"));
            if ![&address, &code, &failed].iter().any(|state| self.wants(state)) {
                continue;
            }
            let mailcode = Mailcode::start().await;
            self.open(&mailcode, "/").await;
            self.speak(language).await;
            self.take(&address).await;
            self.browser.type_into("#email", ADDRESS).await;
            self.browser.click("#address-form button.primary").await;
            self.browser.find("#status[data-final]").await;
            self.take(&code).await;
            let relay = HostileRelay::start(Script::Says(Moment::Recipient, "550 5.1.1 No such user\r\n")).await;
            let mailcode = with_relay(&relay, &[]).await;
            self.open(&mailcode, "/").await;
            self.speak(language).await;
            self.browser.type_into("#email", ADDRESS).await;
            self.browser.click("#address-form button.primary").await;
            self.browser.find(".way-out").await;
            self.take(&failed).await;
        }
        if self.wants("large-text") {
            let mailcode = Mailcode::start().await;
            self.open(&mailcode, "/").await;
            self.speak("en").await;
            self.ask(&mailcode, "ada.lovelace.analytical.engine@mathematics.example.org").await;
            self.browser.find("#status[data-final]").await;
            self.browser.run("document.documentElement.style.fontSize = '200%'").await;
            self.take("code-large-text").await;
        }
    }

    /// The HTML of the mails, without the surroundings of a mail program.
    async fn mails(&self) {
        if !self.wants("mail") {
            return;
        }
        let mailcode = Mailcode::start().await;
        Visitor::new(&mailcode).submit("/api/request-code", &[("email", ADDRESS)]).await;
        let mail = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await;
        let file = self.directory.join("mail.html");
        std::fs::write(&file, mail.html).unwrap();
        self.browser.open(&format!("file://{}", file.display())).await;
        self.browser.find("h1").await;
        self.take("mail").await;
        std::fs::remove_file(&file).unwrap();
    }

    /// The states that differ without scripts.
    async fn without_script(&self) {
        if !self.wants("plain") {
            return;
        }
        let mailcode = Mailcode::start_with(&[("PROOF_OF_WORK_ABOVE", "1/1h"), ("PROOF_OF_WORK_WAIT", "30s")]).await;
        self.browser.open(&mailcode.url("/")).await;
        self.browser.type_into("#email", "ada").await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("#error-summary").await;
        self.take("plain-address-error").await;
        self.browser.type_into("#email", ADDRESS).await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("[data-step=code]").await;
        self.take("plain-code").await;
        self.browser.type_into("#code", "12").await;
        self.browser.click("#code-form button").await;
        self.browser.find("#error-summary").await;
        self.take("plain-code-error").await;
        self.browser.click("#change-form button").await;
        self.browser.find("#address-form").await;
        self.browser.type_into("#email", "another@example.org").await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find(".problem").await;
        self.take("plain-proof").await;
    }

    /// A browser that keeps no cookie.
    async fn without_cookies(&self) {
        let mailcode = Mailcode::start().await;
        self.open(&mailcode, "/").await;
        self.browser.type_into("#email", ADDRESS).await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("#error-summary").await;
        self.take("no-cookies").await;
    }
}

/// The camera.
impl Photographer {
    /// Whether to take this picture.
    fn wants(&self, state: &str) -> bool {
        state.contains(&self.wanted)
    }

    /// Takes pictures of the whole page in each window, light and dark.
    async fn take(&self, state: &str) {
        if !self.wants(state) {
            return;
        }
        for (window, width, height) in WINDOWS {
            for scheme in ["light", "dark"] {
                self.browser.prefer("prefers-color-scheme", scheme).await;
                self.browser.resize(width, height).await;
                // Resize again, because some margins grow with the window.
                while let Some(page) = self.scrolled().await {
                    self.browser.resize(width, page).await;
                }
                self.browser.picture(&self.directory.join(format!("{state}-{window}-{scheme}.png"))).await;
            }
        }
    }

    /// The height of the page, if it is higher than the window.
    async fn scrolled(&self) -> Option<u32> {
        let heights = self.browser.run("return [document.documentElement.scrollHeight, innerHeight]").await;
        let [page, window] = [0, 1].map(|place| u32::try_from(heights[place].as_u64().unwrap()).unwrap());
        (page > window).then_some(page)
    }

    /// Opens a page with an island, and waits until it is hydrated.
    async fn open(&self, mailcode: &Mailcode, path: &str) {
        self.browser.open(&mailcode.url(path)).await;
        self.browser.find("leptos-island[data-hydrated]").await;
        self.browser.find("#email:focus").await;
    }

    /// Asks for a code, and waits for the next step.
    async fn ask(&self, mailcode: &Mailcode, address: &str) {
        self.open(mailcode, "/").await;
        self.browser.type_into("#email", address).await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("[data-step=code]").await;
    }

    async fn speak(&self, language: &str) {
        self.browser.click("#language summary").await;
        self.browser.click_through(&format!("#language [value={language}]")).await;
        self.browser.find(&format!("html[lang={language}] leptos-island[data-hydrated]")).await;
    }
}

/// A wrong code.
fn wrong(code: &str) -> &'static str {
    if code == "123456" { "654321" } else { "123456" }
}

/// Signs in to the same account from another browser.
async fn sign_in_elsewhere(mailcode: &Mailcode) {
    let visitor = Visitor::new(mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(mailcode).newest(ADDRESS, 2).await.code();
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
}

/// Starts Mailcode with this relay.
async fn with_relay(relay: &HostileRelay, more: &[(&str, &str)]) -> Mailcode {
    let directory = tempfile::tempdir().unwrap();
    let roots = directory.path().join("roots.pem");
    std::fs::write(&roots, relay.authority().pem()).unwrap();
    let (port, roots) = (relay.port().to_string(), roots.to_string_lossy().into_owned());
    let settings = [
        ("SMTP_HOST", "localhost"),
        ("SMTP_PORT", &*port),
        ("SMTP_CA_FILE", &roots),
        ("SMTP_USERNAME", "mailcode"),
        ("SMTP_PASSWORD", "a-secret-password"),
        ("MAIL_FROM", "Mailcode <mailcode@example.org>"),
    ];
    Mailcode::start_in(directory, &[&settings, more].concat()).await
}
