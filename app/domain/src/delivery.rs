use serde::{Deserialize, Serialize};

/// What is known of the mail that carries the newest code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// Handed to the mail task; the relay has not answered for it yet.
    #[default]
    Sending,
    /// It was not accepted yet, and will be tried again without anybody's doing.
    Retrying(DeliveryFailure),
    /// The relay took responsibility for the mail (`250` after the final dot, RFC 5321 §4.2.5).
    Accepted,
    /// The mail was not accepted, and nothing more will be tried by itself.
    Failed(DeliveryFailure),
    /// The connection was lost after the final dot: it may or may not have been sent.
    Unknown,
}

impl Delivery {
    /// Whether nothing more will become known by itself.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Accepted | Self::Failed(_) | Self::Unknown)
    }
}

/// Why a mail could not be handed to the relay; a closed set, so that no relay's text reaches a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeliveryFailure {
    /// The relay could not be reached, did not answer in time or hung up.
    Unreachable,
    /// The relay offered no TLS, or its certificate was not to be trusted. Nothing was sent.
    Insecure,
    /// The relay refused our user name or password.
    Credentials,
    /// The relay refused this recipient for good (5yz to `RCPT TO`, RFC 5321 §4.2.1).
    Recipient,
    /// The recipient's mailbox is full (552 to `RCPT TO`, RFC 5321 §4.2.3, or x.2.2, RFC 3463 §3.3).
    MailboxFull,
    /// The address needs `SMTPUTF8` (RFC 6531), which the relay does not offer.
    Unsupported,
    /// The relay refused for now (4yz, RFC 5321 §4.2.1).
    Later,
    /// The relay refused the mail for another reason.
    Rejected,
}
