use super::{AddressError, CodeError, Limit};
use serde::{Deserialize, Serialize};

/// Why a request of the sign-up was refused. No variant carries text: the catalogue of the server has the text for visitors, and programs
/// read the variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The typed text is not an address that can receive a code.
    #[error("not an address: {0}")]
    Address(AddressError),
    /// The operator does not accept addresses of this domain.
    #[error("addresses of this domain are not accepted")]
    Domain,
    /// The typed text is not a code.
    #[error("not a code: {0}")]
    Code(CodeError),
    /// The typed code is not that of a mail of this sign-up. `tries_left` is at least 1.
    #[error("wrong code")]
    WrongCode {
        /// Wrong codes that may still be entered.
        tries_left: u32,
    },
    /// The typed code has expired, or all codes of this sign-up have.
    #[error("expired code")]
    Expired,
    /// This sign-up was already completed with one of its codes.
    #[error("used code")]
    AlreadyUsed,
    /// The reader of the mailbox has reported that they did not request a code. No code of this sign-up works any more.
    #[error("voided code")]
    Voided,
    /// All tries of this sign-up are used up; a new sign-up is required.
    #[error("no tries left")]
    TriesSpent,
    /// A limit was reached.
    #[error("limit reached: {limit:?}")]
    Limited {
        /// The limit.
        limit: Limit,
        /// Seconds until the limit permits the request, at least 1.
        retry_after: u32,
    },
    /// A concurrent request of the same browser was saved first; this one changed nothing.
    #[error("overtaken by another request")]
    #[serde(rename = "Overtaken")]
    Conflict,
    /// No sign-up is pending in this session.
    #[error("nothing pending")]
    NothingPending,
    /// No account is signed in in this session.
    #[error("not signed in")]
    NotSignedIn,
    /// The typed text is not the token of a mail, or the token has expired.
    #[error("unknown or expired token")]
    Token,
    /// Another account already has the address, and the visitor has proved to read its mail.
    #[error("address of another account")]
    AddressTaken,
    /// The request could not be parsed: a field is missing, duplicated or malformed.
    #[error("malformed request")]
    Malformed,
    /// A page of another site sent the request.
    #[error("cross-site request")]
    CrossSite,
    /// The browser did not send the cookie back, without which no code can be verified.
    #[error("no cookie")]
    NoCookie,
    /// No response arrived: the browser is offline or the server is down. Only the browser creates this.
    #[error("no answer")]
    NoAnswer,
    /// An internal error, which the visitor did not cause.
    #[error("internal error")]
    Internal,
}

impl Refusal {
    /// HTTP status for programs (RFC 9110 §15.5, §15.6; 429: RFC 6585 §4).
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::CrossSite | Self::NoCookie => 403,
            Self::NothingPending | Self::NotSignedIn | Self::AlreadyUsed | Self::Voided | Self::AddressTaken | Self::Conflict => 409,
            Self::Address(_) | Self::Domain | Self::Code(_) | Self::WrongCode { .. } | Self::Expired | Self::Token => 422,
            // Not 429: the queue of the server is full, and the client has not sent too much.
            Self::Limited { limit: Limit::MailQueue, .. } => 503,
            Self::Limited { .. } | Self::TriesSpent => 429,
            Self::NoAnswer | Self::Internal => 500,
        }
    }
}
