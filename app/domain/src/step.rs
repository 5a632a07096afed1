use super::Delivery;
use serde::{Deserialize, Serialize};

/// The step of the sign-up at which a visitor is. Each step has a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// No sign-up is pending: the address is to be entered.
    Address,
    /// A code was requested: it is to be entered.
    Code(CodeStep),
    /// The visitor is signed in.
    Account,
}

impl Step {
    /// Page of the step.
    #[must_use]
    pub const fn page(&self) -> Page {
        match self {
            Self::Address => Page::SignUp,
            Self::Code(_) => Page::Code,
            Self::Account => Page::Account,
        }
    }
}

/// State of the step at which the code is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeStep {
    /// The address as the visitor typed it, without white space and `mailto:` around it.
    pub email: String,
    /// Seconds until another code may be requested; 0 means now.
    pub resend_in: u32,
    /// Seconds until the newest code expires; 0 means that it has expired.
    pub expires_in: u32,
    /// When the newest code expires, in seconds since 1970 (UTC).
    pub expires_at: i64,
    /// Whether too many wrong codes were entered, so that no code works any more.
    #[serde(default)]
    pub is_spent: bool,
    /// Whether the newest mail failed, but an earlier code still works. `expires_in` and `expires_at` are then those of the earlier code.
    #[serde(default)]
    pub earlier_code_works: bool,
    /// Delivery state of the newest mail.
    pub delivery: Delivery,
    /// Since when the delivery state holds, in seconds since 1970 (UTC).
    pub known_since: i64,
    /// Text about the delivery state and what to do, in the visitor's language.
    pub status: String,
    /// Whether the delivery state can no longer change.
    pub is_final: bool,
    /// Name of the webmail in which to look for the mail; empty if unknown.
    pub webmail: String,
    /// URL of the webmail; empty if unknown.
    pub link: String,
}

/// The pages that a redirect can name as its target.
///
/// Sessions store the serialized form: variants may be added, but not renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Page {
    /// The form for the address.
    SignUp,
    /// The form for the code.
    Code,
    /// The account that is signed in.
    Account,
    /// The change of an account's address: the form for the new address, then the form for the code mailed to it.
    EmailChange,
    /// The page on which the reader of a mail reports that they did not request it.
    NotMe,
}

impl Page {
    /// All pages.
    pub const ALL: [Self; 5] = [Self::SignUp, Self::Code, Self::Account, Self::EmailChange, Self::NotMe];

    /// Path of the page.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::SignUp => "/",
            Self::Code => "/code",
            Self::Account => "/account",
            Self::EmailChange => "/account/email",
            Self::NotMe => "/not-me",
        }
    }
}
