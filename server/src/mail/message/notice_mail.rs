use super::content::{self, MailContent};
use super::sender::Sender;
use crate::i18n::{Key, Language, Value};
use crate::sign_up::ports::{Notice, NoticeMail};
use askama::Template;

/// Texts of both MIME parts, in the reader's language.
struct Parts {
    language: Language,
    heading: String,
    preheader: String,
    /// What happened to the account.
    what: String,
    if_you: String,
    if_not_you: String,
}

#[derive(Template)]
#[template(path = "mail/notice.txt")]
struct Text<'a> {
    parts: &'a Parts,
}

/// The `text/html` part.
#[derive(Template)]
#[template(path = "mail/notice.html")]
struct Html<'a> {
    parts: &'a Parts,
}

/// Renders the mail that reports a change to an account.
///
/// # Errors
/// Any error of the templates.
pub(super) fn write(mail: &NoticeMail, sender: &Sender) -> askama::Result<MailContent> {
    let parts = &Parts::of(mail, sender);
    Ok(MailContent {
        language: parts.language,
        subject: parts.heading.clone(),
        text: Text { parts }.render()?,
        html: Html { parts }.render()?,
    })
}

impl Parts {
    fn of(mail: &NoticeMail, sender: &Sender) -> Self {
        let translations = sender.translations(mail.language);
        let moment = content::moment(translations, mail.at);
        let values = [("service", Value::Text(sender.service_name())), ("moment", Value::Text(&moment))];
        let say = |key| translations.text_with(key, &values);
        let [subject, what, if_you, if_not_you] = match mail.notice {
            Notice::AddressChanged => [Key::MailChangedSubject, Key::MailChanged, Key::MailChangedYou, Key::MailChangedNotYou],
            Notice::AccountDeleted => [Key::MailDeletedSubject, Key::MailDeleted, Key::MailDeletedYou, Key::MailDeletedNotYou],
        };
        let paragraph = |key| content::paragraph(&say(key));
        Self {
            language: translations.language(),
            heading: say(subject),
            preheader: say(Key::MailNoticePreheader),
            what: paragraph(what),
            if_you: paragraph(if_you),
            if_not_you: paragraph(if_not_you),
        }
    }
}
