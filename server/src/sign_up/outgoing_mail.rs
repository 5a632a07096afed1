use super::{CanonicalAddress, NotMeToken, Purpose, Timestamp};
use crate::i18n::Language;
use domain::OneTimeCode;
use std::time::Duration;

/// A mail of ours: one of the kinds that there are.
#[derive(Clone, Debug)]
pub enum OutgoingMail {
    /// It carries a code.
    Code(CodeMail),
    /// It tells of something that was done.
    Notice(NoticeMail),
}

/// The mail of a code.
#[derive(Clone, Debug)]
pub struct CodeMail {
    /// The only recipient.
    pub to: CanonicalAddress,
    /// The code; not printed by `Debug`.
    pub code: OneTimeCode,
    /// How long the code works from now on; the mail says so in minutes.
    pub lifetime: Duration,
    /// When the code was made; becomes the `Date` header.
    pub issued_at: Timestamp,
    /// In which it is written.
    pub language: Language,
    /// By which the reader says that they did not ask for it; not printed by `Debug`.
    pub not_me: NotMeToken,
    /// What the code is for; the mail says so.
    pub purpose: CodeFor,
}

/// What a mail says that its code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFor {
    /// Signing up, or in.
    SignUp,
    /// Making the address that of an account which has another one.
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

/// The mail that tells the owner of an account of something that cannot be taken back, in case it was not they. It holds no
/// code, no token and no link.
#[derive(Clone, Debug)]
pub struct NoticeMail {
    /// The only recipient.
    pub to: CanonicalAddress,
    /// What was done.
    pub notice: Notice,
    /// When; becomes the `Date` header.
    pub at: Timestamp,
    /// In which it is written.
    pub language: Language,
}

/// What an owner is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The account has another address now. It is the one before that is told so.
    AddressChanged,
    /// The account is gone.
    AccountDeleted,
}

impl OutgoingMail {
    /// How long it is of use to send a notice: longer than any relay is tried again.
    const NOTICE_LIFETIME: Duration = Duration::from_secs(60 * 60);

    /// The only recipient.
    #[must_use]
    pub const fn to(&self) -> &CanonicalAddress {
        match self {
            Self::Code(mail) => &mail.to,
            Self::Notice(mail) => &mail.to,
        }
    }

    /// When what it is about happened.
    #[must_use]
    pub const fn written_at(&self) -> Timestamp {
        match self {
            Self::Code(mail) => mail.issued_at,
            Self::Notice(mail) => mail.at,
        }
    }

    /// How long it is of use from then on.
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
