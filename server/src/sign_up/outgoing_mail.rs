use super::{CanonicalAddress, NotMeToken, Purpose, Timestamp};
use crate::i18n::Language;
use domain::OneTimeCode;
use std::time::Duration;

/// A mail that the server sends.
#[derive(Clone, Debug)]
pub enum OutgoingMail {
    /// A mail with a code.
    Code(CodeMail),
    /// A notice of a change to an account.
    Notice(NoticeMail),
}

/// A mail with a code.
#[derive(Clone, Debug)]
pub struct CodeMail {
    /// The only recipient.
    pub to: CanonicalAddress,
    /// The code; not printed by `Debug`.
    pub code: OneTimeCode,
    /// How long the code works from `issued_at`; the mail states it in minutes.
    pub lifetime: Duration,
    /// When the code was made; becomes the `Date` header.
    pub issued_at: Timestamp,
    /// The language of the mail.
    pub language: Language,
    /// The token with which the reader can report that they did not request the mail; not printed by `Debug`.
    pub not_me: NotMeToken,
    /// What the code is for, as the mail states it.
    pub purpose: CodeFor,
}

/// The purpose of a code, as a mail states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFor {
    /// To sign up or sign in.
    SignUp,
    /// To change the address of an account to this one.
    NewAddress,
}

impl From<Purpose> for CodeFor {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::SignUp => Self::SignUp,
            Purpose::ChangeAddress(_) => Self::NewAddress,
        }
    }
}

/// A mail that informs the owner of an account of an irreversible change, in case somebody else made it. It holds no code, no token and no
/// link.
#[derive(Clone, Debug)]
pub struct NoticeMail {
    /// The only recipient.
    pub to: CanonicalAddress,
    /// The change.
    pub notice: Notice,
    /// When the change was made; becomes the `Date` header.
    pub at: Timestamp,
    /// The language of the mail.
    pub language: Language,
}

/// The change that a notice reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The account has another address. The notice is sent to the old one.
    AddressChanged,
    /// The account was deleted.
    AccountDeleted,
}

impl OutgoingMail {
    /// How long a notice is worth sending: longer than any relay is retried.
    const NOTICE_LIFETIME: Duration = Duration::from_secs(60 * 60);

    /// The only recipient.
    #[must_use]
    pub const fn to(&self) -> &CanonicalAddress {
        match self {
            Self::Code(mail) => &mail.to,
            Self::Notice(mail) => &mail.to,
        }
    }

    /// When the code was made, or the change that the notice reports.
    #[must_use]
    pub const fn written_at(&self) -> Timestamp {
        match self {
            Self::Code(mail) => mail.issued_at,
            Self::Notice(mail) => mail.at,
        }
    }

    /// How long the mail is worth sending after [`Self::written_at`].
    #[must_use]
    pub const fn lifetime(&self) -> Duration {
        match self {
            Self::Code(mail) => mail.lifetime,
            Self::Notice(_) => Self::NOTICE_LIFETIME,
        }
    }
}

impl From<CodeMail> for OutgoingMail {
    fn from(mail: CodeMail) -> Self {
        Self::Code(mail)
    }
}

impl From<NoticeMail> for OutgoingMail {
    fn from(mail: NoticeMail) -> Self {
        Self::Notice(mail)
    }
}
