use serde::{Deserialize, Serialize};

/// The pages on which a visitor goes on. No URL of ours holds more than one of these paths.
///
/// The serialized form is in sessions: variants may be added, but none renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Page {
    /// Asks for the address.
    SignUp,
    /// Asks for the code.
    Code,
    /// Who is signed in.
    Account,
    /// Asks for another address of the account, then for the code that was mailed there.
    EmailChange,
    /// Where the reader of a mail says that they did not ask for it.
    NotMe,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::SignUp, Self::Code, Self::Account, Self::EmailChange, Self::NotMe];

    /// The page's path on the server.
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
