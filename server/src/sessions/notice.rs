use app::domain::Refusal;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What a plain form's answer has to tell on the page it redirects to: shown once, then gone. It stands in the
/// session and not in the URL, so that no link can put words on our page.
pub trait PageNotice: Serialize + DeserializeOwned + Default + Sync {
    /// Its key among the session's values: one page does not show what is for another.
    const KEY: &'static str;
}

/// For the pages of the sign-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Why the form was refused.
    pub refusal: Option<Refusal>,
    /// The address to keep in the form; empty if none. Never a code.
    pub typed: String,
}

/// For `/not-me`. The token is not kept, right or wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotMeNotice {
    /// There is nothing to tell.
    #[default]
    None,
    /// The codes are void, and the mailbox is muted.
    Done,
    /// Why the form was refused.
    Refused(Refusal),
}

/// For the account's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountNotice {
    /// There is nothing to tell.
    #[default]
    None,
    /// Another browser of the account is signed out.
    BrowserSignedOut,
    /// All other browsers of the account are.
    OthersSignedOut,
    /// Why the form was refused.
    Refused(Refusal),
}

impl PageNotice for AccountNotice {
    const KEY: &'static str = "account_notice";
}

impl PageNotice for Notice {
    const KEY: &'static str = "notice";
}

impl PageNotice for NotMeNotice {
    const KEY: &'static str = "not_me";
}
