use super::sender::Sender;
use super::{code_text, notice_text};
use crate::i18n::Language;
use crate::sign_up::ports::OutgoingMail;

/// Subject and body of a mail. Both parts of the body have the same content.
pub(super) struct MailContent {
    /// Language of the texts.
    pub(super) language: Language,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

impl MailContent {
    /// Renders a mail of any kind.
    ///
    /// # Errors
    /// Any error of the templates.
    pub(super) fn of(mail: &OutgoingMail, sender: &Sender) -> askama::Result<Self> {
        match mail {
            OutgoingMail::Code(mail) => code_text::write(mail, sender),
            OutgoingMail::Notice(mail) => notice_text::write(mail, sender),
        }
    }
}
