use super::cookies::{Cookies, PendingCookies};
use super::pre_session::PreSession;
use super::session_record::{Draft, SessionError, SessionRecord};
use super::session_row::session_keys;
use super::{Browser, Sessions};
use crate::sign_up::ports::{AuditRow, SessionWrite};
use crate::sign_up::{MacKey, SessionId, Timestamp, TrustedDevice, VisitorState};
use axum::http::HeaderMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tower_sessions::session::Id;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// The idle time after which a signed-in session expires (ASVS 5.0 V7.3.1).
const SIGNED_IN_IDLE: Duration = Duration::from_secs(30 * DAY.as_secs());
/// The age at which a signed-in session expires, however often it is used (ASVS 5.0 V7.3.2).
const SIGNED_IN_MAX_AGE: Duration = Duration::from_secs(90 * DAY.as_secs());
/// The idle time after which any other session expires.
const SIGNED_OUT_IDLE: Duration = Duration::from_secs(60 * 60);
/// A signed-in session is extended at most once in this time, not at every request; so its last use is known to the hour.
const EXTEND_AFTER: Duration = Duration::from_secs(60 * 60);

/// The session of one request. It is created, and its cookie set, at the first write only. Every write goes to the store at once, alone or
/// with the step that causes it, so that neither a failed response nor a disconnected client loses it.
#[derive(Clone, Debug)]
pub struct VisitorSession {
    pub(super) record: SessionRecord,
    /// Whether the request's cookie has the id of a session.
    had_id: bool,
    /// The id that the browser's first session will have, or has got from another request.
    pre_session: Option<PreSession>,
    key: MacKey,
    cookies: Cookies,
    /// The trusted device of the browser's device cookie.
    device: TrustedDevice,
    /// The browser according to the request's `User-Agent`.
    browser: Browser,
    /// The cookies to set with the response.
    pending: Arc<Mutex<PendingCookies>>,
}

/// A change of a session that is not stored yet.
#[derive(Clone, Debug)]
pub struct SessionChange {
    draft: Draft,
    idle: Duration,
}

impl SessionChange {
    /// The writes that store it.
    #[must_use]
    pub fn writes(&self) -> Vec<SessionWrite> {
        self.draft.writes()
    }
}

impl VisitorSession {
    /// Opens the session of the request's cookie, or a new one. Nothing is read or written yet.
    pub(super) fn open(sessions: &Sessions, headers: &HeaderMap) -> Self {
        let Sessions { storage, clock, cookies, key } = sessions;
        let id = cookies.session_id(headers);
        let pre_session = cookies.pre_session(headers, key, clock.now()).filter(|_| id.is_none());
        let device = cookies.device(headers);
        Self {
            record: SessionRecord::open(storage, clock, id, pre_session.map(PreSession::id)),
            had_id: id.is_some(),
            pre_session,
            key: key.clone(),
            cookies: *cookies,
            device,
            browser: Browser::of(headers),
            pending: Arc::default(),
        }
    }

    /// The state of the visitor. Extends a signed-in session that was not extended for an hour, and ends one that has reached its greatest
    /// age.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn visitor(&self) -> Result<VisitorState, SessionError> {
        let now = self.record.now();
        let visitor: VisitorState = self.record.read(session_keys::VISITOR).await?;
        if self.pre_session.is_some() && self.record.id().is_some() {
            // Another request has created the session. The browser may have missed its response, so the cookie is set again.
            self.cookie_to_set(self.record.id(), SIGNED_OUT_IDLE);
        }
        if visitor.account.is_none() {
            return Ok(visitor);
        }
        let signed_in_at: Option<Timestamp> = self.record.read(session_keys::SIGNED_IN_AT).await?;
        if signed_in_at.is_some_and(|at| at + SIGNED_IN_MAX_AGE <= now) {
            self.end(Vec::new()).await?;
            return Ok(VisitorState::default());
        }
        let seen_at: Option<Timestamp> = self.record.read(session_keys::SEEN_AT).await?;
        if seen_at.is_none_or(|at| at + EXTEND_AFTER <= now) {
            let draft = self.record.draft().await?;
            draft.put(session_keys::SEEN_AT, &now).await?;
            if signed_in_at.is_none() {
                // An earlier version, which did not record it, has written the session.
                draft.put(session_keys::SIGNED_IN_AT, &now).await?;
            }
            match self.write(&draft).await {
                // A later request extends it.
                Err(error) if error.is_unavailable() => {}
                // The other request has extended or ended it. Its changes are loaded.
                Err(SessionError::Conflict) => self.record.reload().await?,
                written => written?,
            }
        }
        Ok(visitor)
    }

    /// The current time of the clock by which sessions expire.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.record.now()
    }

    /// Whether the browser has sent back a cookie: that of a session or of a pre-session.
    #[must_use]
    pub const fn has_cookie(&self) -> bool {
        self.had_id || self.pre_session.is_some()
    }

    /// Sets the pre-session cookie with the response, unless the browser has a session.
    pub fn offer_pre_session_cookie(&self) {
        if self.record.id().is_some() {
            return;
        }
        // The id is reused, so that all windows of the browser get one session.
        let id = self.pre_session.map_or_else(Id::default, PreSession::id);
        self.pending().pre_session = Some(PreSession::new(id, self.record.now()).to_cookie(&self.key));
    }

    /// The trusted device of the browser's device cookie.
    #[must_use]
    pub const fn device(&self) -> &TrustedDevice {
        &self.device
    }

    /// Whether the session of the request's cookie does not exist any more: the browser has a new one, or the session has expired.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn is_stale(&self) -> Result<bool, SessionError> {
        let _: VisitorState = self.record.read(session_keys::VISITOR).await?;
        Ok(self.had_id && self.record.id().is_none())
    }

    /// Sets the device cookie with the response.
    pub fn set_device(&self, device: TrustedDevice) {
        self.pending().device = Some(device);
    }

    /// Saves the state of the visitor, under a new session id if that is wanted; the old one is invalid from then on (ASVS 5.0 V7.2.4). If
    /// several requests renew or end one session, only one succeeds.
    ///
    /// # Errors
    /// [`SessionError`] when a concurrent request saved first or the store fails.
    pub async fn save(&self, visitor: &VisitorState, id: SessionId) -> Result<(), SessionError> {
        let change = self.prepare(visitor, id).await?;
        self.record.store(&change.draft).await?;
        self.cookie_to_set(self.record.id(), change.idle);
        Ok(())
    }

    /// Prepares what [`Self::save`] saves, so that a step of the sign-up stores it. If the step is done, [`Self::saved`] must be called.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the session cannot be read.
    pub async fn prepare(&self, visitor: &VisitorState, id: SessionId) -> Result<SessionChange, SessionError> {
        let draft = self.record.draft().await?;
        if id == SessionId::Renewed {
            draft.renew().await?;
            if visitor.account.is_some() {
                let now = self.record.now();
                draft.put(session_keys::SIGNED_IN_AT, &now).await?;
                draft.put(session_keys::SEEN_AT, &now).await?;
                draft.put(session_keys::BROWSER, &self.browser).await?;
            }
        }
        draft.put(session_keys::VISITOR, visitor).await?;
        let idle = self.finish(&draft).await?;
        Ok(SessionChange { draft, idle })
    }

    /// Takes over a change that was stored, and sets the session cookie with the response.
    pub fn saved(&self, change: &SessionChange) {
        self.record.replace(&change.draft);
        self.cookie_to_set(self.record.id(), change.idle);
    }

    /// Ends the session: deletes its record, together with these audit rows, and expires its cookie (ASVS 5.0 V7.4.1). Returns whether the
    /// session existed; if it did not, the rows are not stored.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn end(&self, audit: Vec<AuditRow>) -> Result<bool, SessionError> {
        if self.had_id || self.record.id().is_some() {
            self.cookie_to_set(None, Duration::ZERO);
        }
        self.record.delete(audit).await
    }

    pub(super) fn set_cookies(&self, headers: &mut HeaderMap) {
        self.pending().set(self.cookies, headers);
    }

    /// Stores a changed draft of the record, and sets the session cookie with the response.
    pub(super) async fn write(&self, draft: &Draft) -> Result<(), SessionError> {
        let idle = self.finish(draft).await?;
        self.record.store(draft).await?;
        self.cookie_to_set(self.record.id(), idle);
        Ok(())
    }

    /// Makes a draft the next version of the record; returns how long that lives if it is not used.
    async fn finish(&self, draft: &Draft) -> Result<Duration, SessionError> {
        let visitor: VisitorState = draft.read(session_keys::VISITOR).await?;
        let idle = if visitor.account.is_some() { SIGNED_IN_IDLE } else { SIGNED_OUT_IDLE };
        draft.finish(visitor.account, self.record.now(), idle).await?;
        Ok(idle)
    }

    fn cookie_to_set(&self, id: Option<Id>, lifetime: Duration) {
        let mut pending = self.pending();
        pending.session = Some((id, lifetime));
        if self.pre_session.is_some() {
            pending.pre_session = Some(String::new());
        }
    }

    fn pending(&self) -> MutexGuard<'_, PendingCookies> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
