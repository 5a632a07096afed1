use super::{Delivery, Page};
use serde::{Deserialize, Serialize};

/// Where a visitor stands in the sign-up; each step has its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// No sign-up is pending: ask for the address.
    Address,
    /// A code was asked for: wait for it.
    Code(CodeStep),
    /// Signed in.
    Account,
}

impl Step {
    /// The step's page.
    #[must_use]
    pub const fn page(&self) -> Page {
        match self {
            Self::Address => Page::SignUp,
            Self::Code(_) => Page::Code,
            Self::Account => Page::Account,
        }
    }
}

/// What the code page tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeStep {
    /// The address as the visitor typed it (blanks and `mailto:` taken off).
    pub email: String,
    /// Seconds until another code may be asked for; 0 means now.
    pub resend_in: u32,
    /// Seconds until the newest code stops working; 0 means it has.
    pub expires_in: u32,
    /// When it does, in seconds since 1970 (UTC).
    pub expires_at: i64,
    /// Whether too many wrong codes were typed, so that none works any more.
    #[serde(default)]
    pub is_spent: bool,
    /// What is known of the newest mail.
    pub delivery: Delivery,
    /// Since when that is known, in seconds since 1970 (UTC).
    pub known_since: i64,
    /// What the page says of it and what to do, in the visitor's language.
    pub status: String,
    /// Whether nothing more will become known by itself.
    pub is_final: bool,
    /// Where on the web to look for the mail; empty if no such place is known.
    pub webmail: String,
    /// The address of that place; empty as the former.
    pub link: String,
}
