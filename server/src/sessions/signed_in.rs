use super::{Browser, SessionHandle};
use crate::sign_up::Timestamp;

/// A signed-in session of an account, as its owner may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The handle by which the owner can end it.
    pub handle: SessionHandle,
    /// The browser that signed in.
    pub browser: Browser,
    /// When it signed in; `None` if an earlier version did not record it.
    pub signed_in_at: Option<Timestamp>,
    /// When it was last used, to the hour; `None` if an earlier version did not record it.
    pub seen_at: Option<Timestamp>,
    /// When it expires, if it is not used before.
    pub ends_at: Timestamp,
    /// Whether it is the session of the current request.
    pub is_this: bool,
}
