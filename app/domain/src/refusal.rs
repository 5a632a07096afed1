use super::{AddressError, CodeError, Limit};
use serde::{Deserialize, Serialize};

/// Every reason for which a request of the sign-up is refused. No variant carries text: what a visitor
/// reads is chosen by the server's catalogue, what a program reads is the variant itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The typed text is not an address that can get a code.
    #[error("not an address: {0}")]
    Address(AddressError),
    /// Addresses of this domain are not taken here.
    #[error("not an address of a domain that is taken")]
    Domain,
    /// The typed text is not a code.
    #[error("not a code: {0}")]
    Code(CodeError),
    /// Six digits, but not those of a live code. `tries_left` is at least 1.
    #[error("wrong code")]
    WrongCode {
        /// Wrong codes that this sign-up may still spend.
        tries_left: u32,
    },
    /// The code was right once, or every code of this sign-up has run out.
    #[error("expired code")]
    Expired,
    /// The sign-up was completed with one of its codes already.
    #[error("used code")]
    AlreadyUsed,
    /// Whoever reads the mail of the address has said that they did not ask for a code: none of this sign-up works any more.
    #[error("voided")]
    Voided,
    /// All tries of this sign-up are spent; only a new sign-up helps.
    #[error("tries spent")]
    TriesSpent,
    /// A limit was reached.
    #[error("limited: {limit:?}")]
    Limited {
        /// Which one.
        limit: Limit,
        /// Seconds until it ends, at least 1.
        retry_after: u32,
    },
    /// Another request of the same browser was quicker; nothing was done for this one.
    #[error("overtaken by another request")]
    Overtaken,
    /// No sign-up is pending in this session.
    #[error("nothing pending")]
    NothingPending,
    /// Nobody is signed in in this session.
    #[error("not signed in")]
    NotSignedIn,
    /// The typed text is no token of a mail, or of one older than a day.
    #[error("not a token")]
    Token,
    /// Another account has the address, whose mail the visitor has proved to read.
    #[error("address of another account")]
    AddressTaken,
    /// The request was not understood: a field is missing, doubled or of the wrong form.
    #[error("malformed request")]
    Malformed,
    /// The request was sent by another site's page.
    #[error("cross-site request")]
    CrossSite,
    /// The answer never came: the browser is offline or the server is away. Made in the browser only.
    #[error("no answer")]
    NoAnswer,
    /// Something of ours failed; nothing of the visitor's is wrong.
    #[error("internal error")]
    Internal,
}

impl Refusal {
    /// The HTTP status for programs (RFC 9110 §15.5, §15.6; 429: RFC 6585 §4).
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::CrossSite => 403,
            Self::NothingPending | Self::NotSignedIn | Self::AlreadyUsed | Self::Voided | Self::AddressTaken | Self::Overtaken => 409,
            Self::Address(_) | Self::Domain | Self::Code(_) | Self::WrongCode { .. } | Self::Expired | Self::Token => 422,
            // Nothing of the client's doing is too much: the server has no place.
            Self::Limited { limit: Limit::MailQueue, .. } => 503,
            Self::Limited { .. } | Self::TriesSpent => 429,
            Self::NoAnswer | Self::Internal => 500,
        }
    }
}
