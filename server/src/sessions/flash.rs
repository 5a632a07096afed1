use domain::{Page, Refusal};
use serde::{Deserialize, Serialize};

/// A one-time message for the next page that a visitor loads: what came of a plain form. It is kept in the session and not in the URL,
/// so that no link can put words on our page.
///
/// The serialized form is in the database: fields and variants may be added, but none renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The page that shows it; any other one leaves it.
    pub page: Page,
    /// What there is to tell.
    pub message: Option<Message>,
    /// What the page's field for an address starts with; empty if nothing. Never a code.
    #[serde(default)]
    pub prefill: String,
}

/// What a [`Flash`] tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Message {
    /// The form was refused.
    Refused(Refusal),
    /// The session has ended.
    SignedOut,
    /// The account is gone, and the session with it.
    AccountDeleted,
    /// Another browser of the account is signed out.
    BrowserSignedOut,
    /// All other browsers of the account are.
    OthersSignedOut,
    /// The account has another address.
    EmailChanged,
    /// The codes of a mail are void, and its mailbox is muted.
    CodesVoided,
}

impl Flash {
    /// One that tells this and nothing else.
    #[must_use]
    pub const fn new(page: Page, message: Message) -> Self {
        Self { page, message: Some(message), prefill: String::new() }
    }

    /// Whether it would be told where this page is: the two pages of the sign-up are one place.
    pub(super) fn is_in_place_of(&self, page: Page) -> bool {
        let is_sign_up = |page| matches!(page, Page::SignUp | Page::Code);
        self.page == page || is_sign_up(self.page) && is_sign_up(page)
    }

    /// Why the form was refused, if that is what it tells.
    #[must_use]
    pub const fn refusal(&self) -> Option<Refusal> {
        match self.message {
            Some(Message::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}
