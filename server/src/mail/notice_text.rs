use super::sender::Sender;
use super::words;
use super::written::Written;
use crate::sign_up::ports::{Notice, NoticeMail};
use askama::Template;

/// What both parts say.
struct Parts {
    service: String,
    notice: Notice,
    at: String,
}

#[derive(Template)]
#[template(path = "mail/notice.txt")]
struct Text<'a> {
    parts: &'a Parts,
}

/// The same with some form.
#[derive(Template)]
#[template(path = "mail/notice.html")]
struct Html<'a> {
    parts: &'a Parts,
}

/// The words of the mail that tells of something that was done.
///
/// # Errors
/// Whatever a template says.
pub(super) fn write(mail: &NoticeMail, sender: &Sender) -> askama::Result<Written> {
    let parts = &Parts { service: sender.service_name().to_owned(), notice: mail.notice, at: words::moment(mail.at) };
    let done = match mail.notice {
        Notice::AddressChanged => "account has another address",
        Notice::AccountDeleted => "account was deleted",
    };
    let subject = format!("Your {} {done}", parts.service);
    Ok(Written { subject, text: Text { parts }.render()?, html: Html { parts }.render()? })
}
