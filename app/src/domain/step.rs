use super::Delivery;
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
    /// The clean URL of the step's page.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Address => "/",
            Self::Code(_) => "/code",
            Self::Account => "/account",
        }
    }
}

/// What the code page tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeStep {
    /// The address as the visitor typed it (blanks and `mailto:` taken off).
    pub email: String,
    /// Seconds until another code may be asked for; 0 means now.
    pub resend_in: u32,
    /// Seconds until the newest code stops working; 0 means it has.
    pub expires_in: u32,
    /// What is known of the newest mail.
    pub delivery: Delivery,
}
