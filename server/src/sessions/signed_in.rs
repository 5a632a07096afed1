use super::{Browser, SessionHandle};
use crate::sign_up::Timestamp;

/// A session in which an account is signed in, as its owner may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// By which it can be ended.
    pub handle: SessionHandle,
    /// What signed in.
    pub browser: Browser,
    /// When; `None`: a version before did not note it.
    pub signed_in_at: Option<Timestamp>,
    /// When it was last seen, to the hour; `None` as the former.
    pub seen_at: Option<Timestamp>,
    /// When it ends by itself, if it is not seen before.
    pub ends_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}
