//! Writes a mail: its header, its two parts of the same content, and its signatures.
//!
//! `code_mail` and `notice_mail` render the two kinds of mail from their templates, each to a `content`. `sender` is what they have in
//! common: address, names, texts and signing keys.

mod code_mail;
mod content;
mod notice_mail;
mod sender;

pub use sender::{Sender, SenderError};

use crate::sign_up::Timestamp;
use crate::sign_up::ports::OutgoingMail;
use content::MailContent;
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// A mail ready to be sent: the envelope and the message, which is signed if the sender has a DKIM key.
pub(super) struct Message {
    envelope: Envelope,
    text: Vec<u8>,
}

/// Why a mail could not be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// A part of the mail cannot be written, for example because a header cannot hold its recipient.
    #[error("the mail cannot be built")]
    Unwritable,
    /// The mail could not be signed with the key that is set.
    #[error("the mail cannot be signed")]
    Unsigned,
}

impl Message {
    /// Builds a mail of any kind.
    ///
    /// # Errors
    /// See [`MessageError`].
    pub(super) fn write(mail: &OutgoingMail, sender: &Sender, ids: &MessageIds) -> Result<Self, MessageError> {
        let MailContent { language, subject, text, html } = content(mail, sender).map_err(|_| MessageError::Unwritable)?;
        let mailbox = mail.to().recipient();
        let (local, domain) = mailbox.rsplit_once('@').ok_or(MessageError::Unwritable)?;
        // lettre's own check rejects vowel and tone signs (email_address 0.2.9); ours has let no special character through.
        let to = Address::new_dangerous(local, domain);
        let envelope = Envelope::new(Some(sender.from().email.clone()), vec![to.clone()]).map_err(|_| MessageError::Unwritable)?;
        let written = lettre::Message::builder()
            .envelope(envelope.clone())
            .from(sender.from().clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .date(system_time(mail.written_at()))
            .message_id(Some(format!("<{}@{}>", ids.id, sender.from().email.domain())))
            // RFC 3834 §5: no vacation notices in return.
            .raw_header(header("Auto-Submitted", "auto-generated"))
            // [MS-OXCMAIL] §2.1.3.2.20: the same for Exchange, which ignores `Auto-Submitted`. Without `NDR`, since bounces are wanted.
            .raw_header(header("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"))
            .raw_header(header("X-Entity-Ref-ID", &ids.reference))
            // RFC 3282 §2.
            .raw_header(header("Content-Language", language.tag()))
            .multipart(
                MultiPart::alternative().boundary(&ids.boundary).singlepart(SinglePart::plain(text)).singlepart(SinglePart::html(html)),
            )
            .map_err(|_| MessageError::Unwritable)?
            .formatted();
        let mut text = match sender.dkim() {
            // The signatures go to the front, which shows a verifier that they were added after all below (RFC 6376 §5.6).
            Some(dkim) => dkim.signatures(&written, mail.written_at()).map_err(|_| MessageError::Unsigned)?,
            None => Vec::new(),
        };
        text.extend(written);
        Ok(Self { envelope, text })
    }

    /// Sender and recipient for SMTP.
    pub(super) const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Header and body, in ASCII unless the local part of the sender or recipient is not (RFC 6532).
    pub(super) fn formatted(&self) -> &[u8] {
        &self.text
    }
}

/// Renders subject and body of a mail of any kind.
fn content(mail: &OutgoingMail, sender: &Sender) -> askama::Result<MailContent> {
    match mail {
        OutgoingMail::Code(mail) => code_mail::write(mail, sender),
        OutgoingMail::Notice(mail) => notice_mail::write(mail, sender),
    }
}

/// A header field of ours. The value must be ASCII without line ends.
fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Converts a timestamp. Those before 1970, when no code was issued, become 1970.
fn system_time(moment: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(moment.millis()).unwrap_or(0))
}

/// Unique identifiers of a mail.
pub(super) struct MessageIds {
    /// The left side of the `Message-ID` (RFC 5322 §3.6.4).
    pub(super) id: String,
    /// The boundary between the parts (RFC 2046 §5.1.1).
    pub(super) boundary: String,
    /// The `X-Entity-Ref-ID`: mail programs that group mails with similar subjects into a thread keep mails apart that differ in it.
    pub(super) reference: String,
}

impl MessageIds {
    /// Creates new identifiers of 122 random bits each.
    pub(super) fn random() -> Self {
        Self { id: unique(), boundary: unique(), reference: unique() }
    }
}

#[expect(clippy::disallowed_methods, reason = "these must differ; nothing depends on their being secret")]
fn unique() -> String {
    Uuid::new_v4().simple().to_string()
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
