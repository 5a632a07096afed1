use crate::ADDRESS;
use crate::photographer::{Photographer, wrong_code};
use e2e::{DevMailbox, Mailcode, Visitor};

/// The states that a visitor passes through.
impl Photographer {
    /// From the first page to the last, each also with an error.
    pub(crate) async fn sign_up(&self) {
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
        browser.type_into("#code", wrong_code(&code)).await;
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

/// Signs in to the same account from another browser.
async fn sign_in_elsewhere(mailcode: &Mailcode) {
    let visitor = Visitor::new(mailcode);
    visitor.submit("/api/request-code", &[("email", ADDRESS)]).await;
    let code = DevMailbox::new(mailcode).newest(ADDRESS, 2).await.code();
    visitor.submit("/api/verify-code", &[("code", &code)]).await;
}
