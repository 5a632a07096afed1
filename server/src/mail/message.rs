use super::send_error::SendError;
use super::sender::Sender;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::CodeMail;
use askama::Template;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// What makes a mail distinct from every other.
pub(super) struct Marks {
    /// The left side of the `Message-ID` (RFC 5322 §3.6.4).
    id: String,
    /// What separates the parts (RFC 2046 §5.1.1).
    boundary: String,
}

impl Marks {
    /// Marks that no other mail bears: 122 random bits each.
    #[expect(clippy::disallowed_methods, reason = "these must differ; nothing depends on their being secret")]
    pub(super) fn random() -> Self {
        Self { id: Uuid::new_v4().simple().to_string(), boundary: Uuid::new_v4().simple().to_string() }
    }
}

/// The part that every reader can show.
#[derive(Template)]
#[template(path = "mail/code.txt")]
struct Text<'a> {
    service: &'a str,
    code: &'a str,
    lifetime: &'a str,
    /// Where the token goes.
    page: &'a str,
    not_me: &'a str,
}

/// The same with some form.
#[derive(Template)]
#[template(path = "mail/code.html")]
struct Html<'a> {
    service: &'a str,
    code: &'a str,
    lifetime: &'a str,
    /// Without its scheme: no mailer is to make a link of it.
    page: &'a str,
    not_me: &'a str,
}

/// The mail that carries a code.
///
/// # Errors
/// [`SendError::Unwritable`] if a part cannot be made.
pub(super) fn message(mail: &CodeMail, sender: &Sender, marks: &Marks) -> Result<Message, SendError> {
    let code = String::from_utf8_lossy(mail.code.digits());
    let lifetime = lifetime_in_words(mail.lifetime);
    let (service, lifetime, code) = (sender.service_name(), lifetime.as_str(), &*code);
    let (page, not_me) = (sender.not_me_page(), &*mail.not_me.shown());
    let text = Text { service, code, lifetime, page, not_me }.render().map_err(|_| SendError::Unwritable)?;
    let page = page.split_once("://").map_or(page, |(_, page)| page);
    let html = Html { service, code, lifetime, page, not_me }.render().map_err(|_| SendError::Unwritable)?;
    let mailbox = mail.to.mailbox();
    let (local, domain) = mailbox.rsplit_once('@').ok_or(SendError::Unwritable)?;
    // lettre's own check knows no vowel and tone signs (email_address 0.2.9); ours has let no special character through.
    let to = Address::new_dangerous(local, domain);
    let envelope = Envelope::new(Some(sender.from().email.clone()), vec![to.clone()]).map_err(|_| SendError::Unwritable)?;
    Message::builder()
        .envelope(envelope)
        .from(sender.from().clone())
        .to(Mailbox::new(None, to))
        .subject(format!("{code} is your {service} code"))
        .date(system_time(mail.issued_at))
        .message_id(Some(format!("<{}@{}>", marks.id, sender.from().email.domain())))
        // RFC 3834 §5: no vacation notices in return.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .multipart(
            MultiPart::alternative().boundary(&marks.boundary).singlepart(SinglePart::plain(text)).singlepart(SinglePart::html(html)),
        )
        .map_err(|_| SendError::Unwritable)
}

/// Whole minutes, rounded down so that nothing is promised that is not kept; seconds below one.
fn lifetime_in_words(lifetime: Duration) -> String {
    let (number, unit) = match lifetime.as_secs() {
        seconds @ 0..60 => (seconds, "second"),
        seconds => (seconds / 60, "minute"),
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

/// Moments before 1970 become 1970; no code was issued then.
fn system_time(moment: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(moment.millis()).unwrap_or(0))
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
