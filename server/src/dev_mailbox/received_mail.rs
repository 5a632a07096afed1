use super::DevMailbox;
use crate::sign_up::Timestamp;
use mail_parser::{DateTime, Message, MessageParser, PartType};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A mail as it was received.
#[derive(Debug)]
pub struct ReceivedMail {
    id: u64,
    received_at: Timestamp,
    recipients: Vec<String>,
    text: Vec<u8>,
}

/// The kept mails, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Mails(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    mails: VecDeque<Arc<ReceivedMail>>,
    last_id: u64,
}

impl ReceivedMail {
    /// The mail's number, counted from 1 since the start.
    #[must_use]
    pub const fn id(&self) -> u64 {
        self.id
    }

    /// When the mail was received, to the second, in UTC (RFC 3339).
    #[must_use]
    pub fn received_at(&self) -> String {
        DateTime::from_timestamp(self.received_at.millis().div_euclid(1000)).to_rfc3339()
    }

    /// The recipients of the envelope.
    #[must_use]
    pub fn recipients(&self) -> &[String] {
        &self.recipients
    }

    /// The whole mail as received: header, empty line, body.
    #[must_use]
    pub fn source(&self) -> &[u8] {
        &self.text
    }

    /// The subject, decoded (RFC 2047); empty if there is none.
    #[must_use]
    pub fn subject(&self) -> String {
        self.parsed().and_then(|mail| mail.subject().map(str::to_owned)).unwrap_or_default()
    }

    /// The code in the mail, from its last line, which binds the code to our host (WICG, origin-bound one-time codes, §3).
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let text = self.text()?;
        let (_, code) = text.trim_end().lines().next_back()?.strip_prefix('@')?.split_once(" #")?;
        Some(code.to_owned()).filter(|code| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// The header as received.
    #[must_use]
    pub fn headers(&self) -> String {
        let end = self.parsed().map_or(self.text.len(), |mail| usize::try_from(mail.root_part().raw_body_offset()).unwrap_or(usize::MAX));
        let headers = self.text.get(..end).unwrap_or(&self.text);
        String::from_utf8_lossy(headers).trim_end().to_owned()
    }

    /// The first plain-text part, decoded.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let mail = self.parsed()?;
        mail.text_bodies().find_map(|part| match &part.body {
            PartType::Text(text) => Some(text.clone().into_owned()),
            _ => None,
        })
    }

    /// The source of the first HTML part, decoded.
    #[must_use]
    pub fn html(&self) -> Option<String> {
        let mail = self.parsed()?;
        mail.html_bodies().find_map(|part| match &part.body {
            PartType::Html(html) => Some(html.clone().into_owned()),
            _ => None,
        })
    }

    fn parsed(&self) -> Option<Message<'_>> {
        MessageParser::default().parse(&self.text)
    }
}

impl Mails {
    pub(super) fn keep(&self, received_at: Timestamp, recipients: Vec<String>, text: Vec<u8>) {
        let mut kept = self.lock();
        kept.last_id += 1;
        let id = kept.last_id;
        if kept.mails.len() >= DevMailbox::CAPACITY {
            kept.mails.pop_front();
        }
        kept.mails.push_back(Arc::new(ReceivedMail { id, received_at, recipients, text }));
    }

    pub(super) fn newest_first(&self) -> Vec<Arc<ReceivedMail>> {
        self.lock().mails.iter().rev().cloned().collect()
    }

    pub(super) fn find(&self, id: u64) -> Option<Arc<ReceivedMail>> {
        self.lock().mails.iter().find(|mail| mail.id == id).cloned()
    }

    /// A panic while the lock was held has left the list intact.
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
