use super::CodePurpose;
use crate::i18n::Language;
use crate::sign_up::{CanonicalAddress, NotMeToken, Timestamp};
use async_trait::async_trait;
use domain::{Delivery, OneTimeCode};
use std::time::Duration;
use strum::{EnumString, IntoStaticStr, VariantArray};
use tokio::sync::{OwnedSemaphorePermit, watch};

/// The role of a relay. The names in metrics and in the database are derived from the variants, which may be added, but not renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RelayRole {
    /// The relay that mails are sent to.
    Main,
    /// The relay that mails are sent to when the main one cannot take them.
    Fallback,
}

impl RelayRole {
    /// The name in metrics and in the database: `main` or `fallback`; [`str::parse`] reads it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The outcome of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailOutcome {
    /// The delivery state.
    pub delivery: Delivery,
    /// The relay that took the mail, may have taken it or refused it last; `None` if no relay was asked.
    pub relay: Option<RelayRole>,
}

/// The recorded outcome of a code's mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryNote {
    /// The outcome.
    pub outcome: MailOutcome,
    /// When it was recorded.
    pub at: Timestamp,
}

/// A mail's slot in the queue, in which mails wait or are being sent. It is freed when dropped.
#[derive(Debug)]
pub struct QueueSlot(Option<OwnedSemaphorePermit>);

impl QueueSlot {
    /// Creates a slot of the queue.
    #[must_use]
    pub const fn new(permit: OwnedSemaphorePermit) -> Self {
        Self(Some(permit))
    }

    /// Creates a slot outside the queue, for a mail that others must not keep out.
    #[must_use]
    pub const fn outside_queue() -> Self {
        Self(None)
    }

    /// Whether this is a slot of the queue.
    #[must_use]
    pub const fn is_in_queue(&self) -> bool {
        self.0.is_some()
    }
}

/// All slots of the queue are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mail queue is full")]
pub struct QueueFull;

/// Sends mail.
#[async_trait]
pub trait Mail: Send + Sync {
    /// Reserves a slot for one mail, without waiting for one.
    ///
    /// # Errors
    /// [`QueueFull`] if no slot is free at the moment.
    fn reserve(&self) -> Result<QueueSlot, QueueFull>;

    /// Hands one mail to a relay and returns the outcome, which [is final](Delivery::is_final). Delivery states before that are sent to
    /// `progress`. Ends well within the mail's lifetime and the implementation's overall deadline after it.
    async fn send(&self, mail: OutgoingMail, slot: QueueSlot, progress: &watch::Sender<Delivery>) -> MailOutcome;
}

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
    /// What the code is for; the mail states it.
    pub purpose: CodePurpose,
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
