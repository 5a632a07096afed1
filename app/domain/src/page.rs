use serde::{Deserialize, Serialize};

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
