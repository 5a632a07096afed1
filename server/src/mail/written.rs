use super::sender::Sender;
use super::{code_text, notice_text};
use crate::i18n::Language;
use crate::sign_up::ports::OutgoingMail;

/// What a mail says: the same in both parts.
pub(super) struct Written {
    /// In which it is.
    pub(super) language: Language,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

impl Written {
    /// The words of a mail of any kind.
    ///
    /// # Errors
    /// Whatever a template says.
    pub(super) fn of(mail: &OutgoingMail, sender: &Sender) -> askama::Result<Self> {
        match mail {
            OutgoingMail::Code(mail) => code_text::write(mail, sender),
            OutgoingMail::Notice(mail) => notice_text::write(mail, sender),
        }
    }
}
