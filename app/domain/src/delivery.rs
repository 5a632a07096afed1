use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Delivery state of the mail with the newest code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// The mail was handed to the mail task; the relay has not replied yet.
    #[default]
    Sending,
    /// An attempt failed; the mail is retried automatically.
    Retrying(DeliveryFailure),
    /// The relay took responsibility for the mail (`250` after the final dot, RFC 5321 §4.2.5).
    Accepted,
    /// The mail was not accepted and is not retried.
    Failed(DeliveryFailure),
    /// The connection was lost after the final dot: the mail may or may not have been sent.
    Unknown,
}

impl Delivery {
    /// Whether the state can no longer change.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Accepted | Self::Failed(_) | Self::Unknown)
    }
}

/// Why the relay did not accept a mail. The set is closed, so that no text of a relay appears on a page.
///
/// The names in metrics and in the database are derived from the variants, which may be added, but not renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum DeliveryFailure {
    /// The relay could not be reached, did not reply in time or closed the connection.
    Unreachable,
    /// The relay offered no TLS, or its certificate was not trusted. Nothing was sent.
    Insecure,
    /// The relay refused our user name or password.
    Credentials,
    /// The relay refused this recipient permanently (5yz to `RCPT TO`, RFC 5321 §4.2.1).
    Recipient,
    /// The recipient's mailbox is full (552 to `RCPT TO`, RFC 5321 §4.2.3, or x.2.2, RFC 3463 §3.3).
    MailboxFull,
    /// The address needs `SMTPUTF8` (RFC 6531), which the relay does not offer.
    Unsupported,
    /// The relay refused temporarily (4yz, RFC 5321 §4.2.1).
    Later,
    /// The relay refused the mail for another reason.
    Rejected,
}

impl DeliveryFailure {
    /// The name in metrics and in the audit log, such as `mailbox_full`; [`str::parse`] reads it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
