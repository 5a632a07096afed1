use super::content::{self, MailContent};
use super::sender::Sender;
use crate::i18n::{Key, Language, Value};
use crate::sign_up::ports::{CodeMail, CodePurpose};
use askama::Template;

/// Texts of both MIME parts, in the reader's language.
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
    /// URL of the page on which the reader enters the token `not_me`.
    page: String,
    paste: String,
    not_me: String,
    voids: String,
    /// The host that a code is bound to.
    host: String,
    /// Whether the code comes first in the subject and in both parts, where a lock screen or a list of mails shows it.
    code_first: bool,
}

/// The `text/plain` part. Its last line binds the code to the host of the page, so that a browser fills it in only there (WICG,
/// origin-bound one-time codes, §3).
#[derive(Template)]
#[template(path = "mail/code.txt")]
struct Text<'a> {
    parts: &'a Parts,
}

/// The `text/html` part.
#[derive(Template)]
#[template(path = "mail/code.html")]
struct Html<'a> {
    parts: &'a Parts,
}

/// Renders the mail that carries a code.
///
/// # Errors
/// Any error of the templates.
pub(super) fn write(mail: &CodeMail, sender: &Sender) -> askama::Result<MailContent> {
    let parts = &Parts::of(mail, sender);
    Ok(MailContent {
        language: parts.language,
        subject: parts.subject.clone(),
        text: Text { parts }.render()?,
        html: Html { parts }.render()?,
    })
}

impl Parts {
    fn of(mail: &CodeMail, sender: &Sender) -> Self {
        let translations = sender.translations(mail.language);
        let code_first = sender.has_code_in_subject();
        let code = String::from_utf8_lossy(mail.code.digits()).into_owned();
        let (lifetime, moment) = (content::lifetime(translations, mail.lifetime), content::moment(translations, mail.issued_at));
        let values = [
            ("code", Value::Text(&code)),
            ("service", Value::Text(sender.service_name())),
            ("lifetime", Value::Text(&lifetime)),
            ("moment", Value::Text(&moment)),
        ];
        let say = |key| translations.text_with(key, &values);
        let either = |with, without| if code_first { with } else { without };
        let paragraph = |key| content::paragraph(&say(key));
        let not_you = match mail.purpose {
            CodePurpose::SignUp => Key::MailNotYou,
            CodePurpose::EmailChange(_) => Key::MailNotYouNewAddress,
        };
        Self {
            language: translations.language(),
            subject: say(either(Key::MailSubject, Key::MailSubjectWithout)),
            heading: say(Key::MailHeading),
            code_is: say(Key::MailCodeIs),
            preheader: say(either(Key::MailPreheader, Key::MailPreheaderWithout)),
            how_to_use: paragraph(Key::MailUse),
            who_asked: paragraph(either(Key::MailWho, Key::MailWhoWithout)),
            if_not_you: paragraph(not_you),
            page: sender.not_me_page().to_owned(),
            paste: paragraph(Key::MailPaste),
            not_me: mail.not_me.shown(),
            voids: paragraph(Key::MailVoids),
            host: sender.public_host().to_owned(),
            code,
            code_first,
        }
    }

    /// URL of the page without its scheme, so that mail programs do not make a link of it in HTML.
    fn page_without_scheme(&self) -> &str {
        self.page.split_once("://").map_or(&self.page, |(_, page)| page)
    }
}
