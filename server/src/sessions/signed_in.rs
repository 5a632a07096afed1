use super::session_row::{decode, hash, session_keys, value};
use super::{Browser, SignedInSession, VisitorSession};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, AuditRow, SessionHash, StoreError};
use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;
use tower_sessions::session::Id;

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

/// The public id of a session, by which a form refers to one of the account's sessions: 16 random octets, in 32 hexadecimal digits of lower
/// case. It reveals nothing about the session's id.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionHandle(pub [u8; 16]);

/// The text is not a session handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a session handle")]
pub struct SessionHandleError;

impl FromStr for SessionHandle {
    type Err = SessionHandleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| SessionHandleError)?;
        Ok(Self(bytes))
    }
}

impl fmt::Display for SessionHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for SessionHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SessionHandle({:02x}{:02x}…)", self.0[0], self.0[1])
    }
}

impl VisitorSession {
    /// The signed-in sessions of this account: this one first, then the others, the last used first.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn signed_in(&self, account: AccountId) -> Result<Vec<SignedIn>, StoreError> {
        let this = self.record.id().map(hash);
        let stored = self.record.storage().signed_in(account, self.record.now()).await?;
        let mut sessions: Vec<_> = stored.iter().map(|stored| SignedIn::of(stored, this)).collect();
        sessions.sort_by_key(|session| (!session.is_this, Reverse(session.seen_at), session.handle.0));
        Ok(sessions)
    }

    /// Ends another session of this account, if this one is still signed in to it, together with these audit rows. Returns `false`, and
    /// stores no rows, if the account has no session with this handle, or this session has ended.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn end_other(&self, account: AccountId, handle: SessionHandle, audit: &[AuditRow]) -> Result<bool, StoreError> {
        match self.record.id() {
            Some(this) => Ok(self.record.storage().end_others(account, hash(this), Some(handle), audit).await? > 0),
            None => Ok(false),
        }
    }

    /// Ends all other sessions of this account, on the same condition as [`Self::end_other`], and returns how many were ended.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn end_others(&self, account: AccountId, audit: &[AuditRow]) -> Result<u64, StoreError> {
        match self.record.id() {
            Some(this) => self.record.storage().end_others(account, hash(this), None, audit).await,
            None => Ok(0),
        }
    }
}

impl SignedIn {
    fn of(stored: &SignedInSession, this: Option<SessionHash>) -> Self {
        // The id is only in the browser's cookie and not needed here. A session whose record cannot be read is listed with an unknown
        // browser: it can be signed out, and does not break the owner's page.
        let record = decode(Id(0), &stored.data).ok();
        let record = record.as_ref();
        Self {
            handle: stored.handle,
            browser: record.and_then(|record| value(record, session_keys::BROWSER)).unwrap_or_default(),
            signed_in_at: record.and_then(|record| value(record, session_keys::SIGNED_IN_AT)),
            seen_at: record.and_then(|record| value(record, session_keys::SEEN_AT)),
            ends_at: stored.expires_at,
            is_this: this == Some(stored.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SessionHandle;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_handle_is_parsed_back_and_no_other_text_is_one(bytes: [u8; 16], text in "\\PC{0,40}") {
            let handle = SessionHandle(bytes);
            prop_assert_eq!(handle.to_string().parse(), Ok(handle));
            let is_handle = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            prop_assert_eq!(text.parse::<SessionHandle>().is_ok(), is_handle);
        }
    }
}
