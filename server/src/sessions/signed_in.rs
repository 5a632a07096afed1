use super::session_row::{decode, hash, session_keys, value};
use super::{Browser, SessionHandle, SignedInSession, VisitorSession};
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{AccountId, AuditRow, SessionHash, StoreError};
use std::cmp::Reverse;
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
