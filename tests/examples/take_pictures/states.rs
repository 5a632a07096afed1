use crate::ADDRESS;
use crate::photographer::{Photographer, with_relay, wrong_code};
use e2e::{DevMailbox, HostileRelay, Mailcode, Moment, RawConnection, Script};

/// The states of the mail and of the code.
impl Photographer {
    /// States of a mail that is not accepted at once.
    pub(crate) async fn deliveries(&self) {
        for (state, script, ready) in [
            ("code-sending", Script::WaitsAt(Moment::Dot), "#status:not([data-final])"),
            ("code-retrying", Script::Says(Moment::Recipient, "451 4.3.0 Try again later\r\n"), "#status:not([data-final])"),
            ("code-unknown", Script::HangsUpAt(Moment::Dot), "#status[data-final]"),
            ("failed-mailbox", Script::Says(Moment::Recipient, "550 5.1.1 No such user\r\n"), ".recovery"),
            ("failed-full", Script::Says(Moment::Recipient, "552 5.2.2 Mailbox full\r\n"), ".recovery"),
            ("failed-server", Script::UnknownAuthority, ".recovery"),
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
                e2e::until("the status of a retry", async || (self.browser.run(tried).await == true).then_some(())).await;
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
    pub(crate) async fn recoveries(&self) {
        if self.wants("spent") {
            let mailcode = Mailcode::start_with(&[("TRIES", "1"), ("RESEND_AFTER", "5m")]).await;
            self.ask(&mailcode, ADDRESS).await;
            let code = DevMailbox::new(&mailcode).code(ADDRESS).await;
            self.browser.type_into("#code", wrong_code(&code)).await;
            self.browser.click("#code-form button").await;
            self.browser.find(".recovery").await;
            self.take("spent").await;
        }
        if self.wants("expired") {
            let mailcode = Mailcode::start_with(&[("CODE_LIFETIME", "1s"), ("RESEND_AFTER", "0s")]).await;
            self.ask(&mailcode, ADDRESS).await;
            self.browser.find(".recovery").await;
            self.take("expired").await;
        }
        if self.wants("voided") || self.wants("muted") || self.wants("not-me-done") {
            let mailcode = Mailcode::start().await;
            self.ask(&mailcode, ADDRESS).await;
            let token = DevMailbox::new(&mailcode).newest(ADDRESS, 1).await.token();
            self.browser.open(&mailcode.url("/not-me")).await;
            self.browser.type_into("#token", &token).await;
            self.browser.click_and_load("main form button").await;
            self.take("not-me-done").await;
            self.browser.open(&mailcode.url("/")).await;
            self.browser.find(".problem").await;
            self.take("voided").await;
            self.browser.find("leptos-island[data-hydrated]").await;
            self.browser.click("#address-form button.primary").await;
            e2e::until("the page about the muted address", async || self.browser.text("h1").await.contains("can’t").then_some(())).await;
            self.take("muted").await;
        }
    }

    /// Error pages in place of the requested ones.
    pub(crate) async fn error_pages(&self) {
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
    pub(crate) async fn limits(&self) {
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
