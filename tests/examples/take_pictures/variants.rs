use crate::ADDRESS;
use crate::photographer::{Photographer, with_relay};
use e2e::{DevMailbox, HostileRelay, Mailcode, Moment, Script, Visitor};

/// The same pages in other languages, the mails, and the pages without scripts.
impl Photographer {
    pub(crate) async fn languages(&self) {
        for (name, language) in [("arabic", "ar"), ("japanese", "ja")] {
            let (address, code, failed) = (format!("{name}-address"), format!("{name}-code"), format!("{name}-failed"));
            if ![&address, &code, &failed].iter().any(|state| self.wants(state)) {
                continue;
            }
            let mailcode = Mailcode::start().await;
            self.open(&mailcode, "/").await;
            self.choose_language(language).await;
            self.take(&address).await;
            self.browser.type_into("#email", ADDRESS).await;
            self.browser.click("#address-form button.primary").await;
            self.browser.find("#status[data-final]").await;
            self.take(&code).await;
            let relay = HostileRelay::start(Script::Says(Moment::Recipient, "550 5.1.1 No such user\r\n")).await;
            let mailcode = with_relay(&relay, &[]).await;
            self.open(&mailcode, "/").await;
            self.choose_language(language).await;
            self.browser.type_into("#email", ADDRESS).await;
            self.browser.click("#address-form button.primary").await;
            self.browser.find(".recovery").await;
            self.take(&failed).await;
        }
        if self.wants("large-text") {
            let mailcode = Mailcode::start().await;
            self.open(&mailcode, "/").await;
            self.choose_language("en").await;
            self.ask(&mailcode, "ada.lovelace.analytical.engine@mathematics.example.org").await;
            self.browser.find("#status[data-final]").await;
            self.browser.run("document.documentElement.style.fontSize = '200%'").await;
            self.take("code-large-text").await;
        }
    }

    /// The HTML of the mails, without the surroundings of a mail program.
    pub(crate) async fn mails(&self) {
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
    pub(crate) async fn without_script(&self) {
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
    pub(crate) async fn without_cookies(&self) {
        let mailcode = Mailcode::start().await;
        self.open(&mailcode, "/").await;
        self.browser.type_into("#email", ADDRESS).await;
        self.browser.click("#address-form button.primary").await;
        self.browser.find("#error-summary").await;
        self.take("no-cookies").await;
    }
}
