use super::marks::Marks;
use super::send_error::SendError;
use super::sender::Sender;
use super::words;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::CodeMail;
use app::words::{Key, Language, Value};
use askama::Template;
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// A mail as it goes to the relay: written, and signed where there is a key.
pub(super) struct Message {
    envelope: Envelope,
    text: Vec<u8>,
}

impl Message {
    /// The mail that carries a code.
    ///
    /// # Errors
    /// [`SendError::Unwritable`] if a part cannot be made, [`SendError::Unsigned`] if there is a key and it does not sign.
    pub(super) fn write(mail: &CodeMail, sender: &Sender, marks: &Marks) -> Result<Self, SendError> {
        let parts = Parts::of(mail, sender);
        let unwritable = |_| SendError::Unwritable;
        let (text, html) = (Text { parts: &parts }.render().map_err(unwritable)?, Html { parts: &parts }.render().map_err(unwritable)?);
        let mailbox = mail.to.mailbox();
        let (local, domain) = mailbox.rsplit_once('@').ok_or(SendError::Unwritable)?;
        // lettre's own check knows no vowel and tone signs (email_address 0.2.9); ours has let no special character through.
        let to = Address::new_dangerous(local, domain);
        let envelope = Envelope::new(Some(sender.from().email.clone()), vec![to.clone()]).map_err(|_| SendError::Unwritable)?;
        let written = lettre::Message::builder()
            .envelope(envelope.clone())
            .from(sender.from().clone())
            .to(Mailbox::new(None, to))
            .subject(parts.subject.clone())
            .date(system_time(mail.issued_at))
            .message_id(Some(format!("<{}@{}>", marks.id, sender.from().email.domain())))
            // RFC 3834 §5: no vacation notices in return.
            .raw_header(header("Auto-Submitted", "auto-generated"))
            // [MS-OXCMAIL] §2.1.3.2.20: the same of Exchange, which does not heed the former. Not `NDR`: bounces are wanted.
            .raw_header(header("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"))
            .raw_header(header("X-Entity-Ref-ID", &marks.reference))
            // RFC 3282 §2.
            .raw_header(header("Content-Language", parts.language.tag()))
            .multipart(
                MultiPart::alternative().boundary(&marks.boundary).singlepart(SinglePart::plain(text)).singlepart(SinglePart::html(html)),
            )
            .map_err(|_| SendError::Unwritable)?
            .formatted();
        let mut text = match sender.dkim() {
            // In front, where a verifier sees that they came after all below (RFC 6376 §5.6).
            Some(dkim) => dkim.signatures(&written, mail.issued_at).map_err(|_| SendError::Unsigned)?,
            None => Vec::new(),
        };
        text.extend(written);
        Ok(Self { envelope, text })
    }

    /// Sender and recipient, as SMTP is told.
    pub(super) const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Header and body. ASCII, unless the sender's or the recipient's local part is not (RFC 6532).
    pub(super) fn formatted(&self) -> &[u8] {
        &self.text
    }
}

/// What both parts say, in the reader's language.
struct Parts {
    language: Language,
    code: String,
    subject: String,
    heading: String,
    code_is: String,
    preheader: String,
    how_to_use: String,
    who_asked: String,
    if_not_you: String,
    /// Where the token goes.
    page: String,
    paste: String,
    not_me: String,
    voids: String,
    /// The host that a code is bound to.
    host: String,
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

impl Parts {
    fn of(mail: &CodeMail, sender: &Sender) -> Self {
        let words = sender.words(mail.language);
        let code_first = sender.has_code_in_subject();
        let code = String::from_utf8_lossy(mail.code.digits()).into_owned();
        let (lifetime, moment) = (words::lifetime(words, mail.lifetime), words::moment(words, mail.issued_at));
        let values = [
            ("code", Value::Text(&code)),
            ("service", Value::Text(sender.service_name())),
            ("lifetime", Value::Text(&lifetime)),
            ("moment", Value::Text(&moment)),
        ];
        let say = |key| words.say_with(key, &values);
        let either = |with, without| if code_first { with } else { without };
        let paragraph = |key| words::paragraph(&say(key));
        Self {
            language: words.language(),
            subject: say(either(Key::MailSubject, Key::MailSubjectWithout)),
            heading: say(Key::MailHeading),
            code_is: say(Key::MailCodeIs),
            preheader: say(either(Key::MailPreheader, Key::MailPreheaderWithout)),
            how_to_use: paragraph(Key::MailUse),
            who_asked: paragraph(either(Key::MailWho, Key::MailWhoWithout)),
            if_not_you: paragraph(Key::MailNotYou),
            page: sender.not_me_page().to_owned(),
            paste: paragraph(Key::MailPaste),
            not_me: mail.not_me.shown(),
            voids: paragraph(Key::MailVoids),
            host: sender.public_host().to_owned(),
            code,
            code_first,
        }
    }

    /// For HTML: no mailer is to make a link of it.
    fn page_without_scheme(&self) -> &str {
        self.page.split_once("://").map_or(&self.page, |(_, page)| page)
    }
}

/// A header of ours. The value is ASCII without line ends.
fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Moments before 1970 become 1970; no code was issued then.
fn system_time(moment: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(moment.millis()).unwrap_or(0))
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
