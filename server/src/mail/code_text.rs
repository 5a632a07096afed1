use super::sender::Sender;
use super::words;
use super::written::Written;
use crate::sign_up::ports::{CodeFor, CodeMail};
use askama::Template;

/// What both parts say.
struct Parts {
    service: String,
    code: String,
    lifetime: String,
    asked_at: String,
    /// Where the token goes.
    page: String,
    not_me: String,
    /// The host that a code is bound to.
    host: String,
    /// Whether it is for the new address of an account.
    for_new_address: bool,
    /// Whether the code comes first, in the subject and in both parts: what a lock screen or a list of mails shows.
    code_first: bool,
}

/// The part that every reader can show. Its last line binds the code to the host of the page, so that a browser offers it
/// there alone (WICG, origin-bound one-time codes, §3).
#[derive(Template)]
#[template(path = "mail/code.txt")]
struct Text<'a> {
    parts: &'a Parts,
}

/// The same with some form.
#[derive(Template)]
#[template(path = "mail/code.html")]
struct Html<'a> {
    parts: &'a Parts,
}

/// The words of the mail that carries a code.
///
/// # Errors
/// Whatever a template says.
pub(super) fn write(mail: &CodeMail, sender: &Sender) -> askama::Result<Written> {
    let parts = &Parts::of(mail, sender);
    Ok(Written { subject: parts.subject(), text: Text { parts }.render()?, html: Html { parts }.render()? })
}

impl Parts {
    fn of(mail: &CodeMail, sender: &Sender) -> Self {
        Self {
            service: sender.service_name().to_owned(),
            code: String::from_utf8_lossy(mail.code.digits()).into_owned(),
            lifetime: words::lifetime(mail.lifetime),
            asked_at: words::moment(mail.issued_at),
            page: sender.not_me_page().to_owned(),
            not_me: mail.not_me.shown(),
            host: sender.public_host().to_owned(),
            for_new_address: mail.purpose == CodeFor::NewAddress,
            code_first: sender.has_code_in_subject(),
        }
    }

    /// For HTML: no mailer is to make a link of it.
    fn page_without_scheme(&self) -> &str {
        self.page.split_once("://").map_or(&self.page, |(_, page)| page)
    }

    fn subject(&self) -> String {
        let Self { code, service, .. } = self;
        if self.code_first { format!("{code} is your {service} code") } else { format!("Your {service} code") }
    }
}
