use super::cookies::Cookies;
use super::pending_cookies::{self, PendingCookies};
use super::{Browser, Flash, SessionError, SessionHandle, SignedIn};
use crate::sign_up::ports::{AccountId, StoreError};
use crate::sign_up::{Device, Timestamp, Visit};
use crate::store::SqliteSessions;
use axum::http::HeaderMap;
use domain::Page;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use time::OffsetDateTime;
use tower_sessions::session::Id;
use tower_sessions::{Expiry, Session};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long a signed-in session lives without a visit (ASVS 5.0 V7.3.1).
const SIGNED_IN: Duration = Duration::from_secs(30 * DAY.as_secs());
/// How long it lives at most, however often it is visited (ASVS 5.0 V7.3.2).
const SIGNED_IN_AT_MOST: Duration = Duration::from_secs(90 * DAY.as_secs());
/// How long any other session lives without a visit.
const SIGNED_OUT: Duration = Duration::from_secs(60 * 60);
/// A signed-in session's life is prolonged once in this time, not at every visit; so it is known to the hour when it was
/// last seen.
const PROLONG_AFTER: Duration = Duration::from_secs(60 * 60);

const VISIT: &str = "visit";
const FLASHES: &str = "flashes";

/// The session of one request. A session is made, and its cookie set, at the first write only. Every write goes to the
/// store at once: neither a failed answer nor a visitor who has left may lose it.
#[derive(Clone, Debug)]
pub struct VisitSession {
    session: Session,
    had_id: bool,
    store: SqliteSessions,
    cookies: Cookies,
    /// What the browser's device cookie says.
    device: Device,
    /// What the browser says that it is.
    browser: Browser,
    pending: Arc<Mutex<PendingCookies>>,
    /// Whether another request was quicker to write. What this one knows is then no more to be written over what that one knew better.
    overtaken: Arc<AtomicBool>,
}

impl VisitSession {
    /// The session that the request's cookie leads to, or a new one. Nothing is read or written yet.
    pub(super) fn open(store: SqliteSessions, cookies: Cookies, headers: &HeaderMap) -> Self {
        let id = pending_cookies::session_id(cookies, headers);
        let session = Session::new(id, Arc::new(store.clone()), None);
        let device = pending_cookies::device(cookies, headers);
        Self {
            session,
            had_id: id.is_some(),
            store,
            cookies,
            device,
            browser: Browser::of(headers),
            pending: Arc::default(),
            overtaken: Arc::default(),
        }
    }

    /// What is known of the visitor. Prolongs a signed-in session that was not prolonged for an hour, and ends one
    /// that has lived its time.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn visit(&self) -> Result<Visit, SessionError> {
        let now = self.store.now();
        let visit: Visit = self.read(VISIT).await?;
        if visit.account.is_none() {
            return Ok(visit);
        }
        let signed_in_at: Option<Timestamp> = self.read(SqliteSessions::SIGNED_IN_AT).await?;
        if signed_in_at.is_some_and(|at| at + SIGNED_IN_AT_MOST <= now) {
            self.end().await?;
            return Ok(Visit::default());
        }
        let seen_at: Option<Timestamp> = self.read(SqliteSessions::SEEN_AT).await?;
        if seen_at.is_none_or(|at| at + PROLONG_AFTER <= now) {
            self.put(SqliteSessions::SEEN_AT, &now).await?;
            if signed_in_at.is_none() {
                // Of a version that did not note it.
                self.put(SqliteSessions::SIGNED_IN_AT, &now).await?;
            }
            match self.write().await {
                // The other request has prolonged it, or has ended it. What it wrote is what there is.
                Err(SessionError::Overtaken) => {
                    self.session.load().await.map_err(|error| self.failed(error))?;
                    self.overtaken.store(false, Ordering::Relaxed);
                }
                written => written?,
            }
        }
        Ok(visit)
    }

    /// The time by which sessions end.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.store.now()
    }

    /// What the browser's device cookie says.
    #[must_use]
    pub const fn device(&self) -> &Device {
        &self.device
    }

    /// Whether the request's cookie leads to a session that is no more. Its browser has another one by now, or had
    /// none for long.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn was_left_behind(&self) -> Result<bool, SessionError> {
        let _: Visit = self.read(VISIT).await?;
        Ok(self.had_id && self.session.id().is_none())
    }

    /// Sets the device cookie with the answer.
    pub fn set_device(&self, device: Device) {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner).device = Some(device);
    }

    /// Keeps the visit.
    ///
    /// # Errors
    /// [`SessionError`] when another request was quicker or the store fails.
    pub async fn save(&self, visit: &Visit) -> Result<(), SessionError> {
        self.put(VISIT, visit).await?;
        self.write().await
    }

    /// Like [`Self::save`], under a new session id; the old one is dead from then on (ASVS 5.0 V7.2.4). Of several
    /// requests that would renew or end one session, one succeeds.
    ///
    /// # Errors
    /// [`SessionError`] when another request was quicker or the store fails.
    pub async fn save_renewed(&self, visit: &Visit) -> Result<(), SessionError> {
        self.session.cycle_id().await.map_err(|error| self.failed(error))?;
        if visit.account.is_some() {
            let now = self.store.now();
            self.put(SqliteSessions::SIGNED_IN_AT, &now).await?;
            self.put(SqliteSessions::SEEN_AT, &now).await?;
            self.put(SqliteSessions::BROWSER, &self.browser).await?;
        }
        self.save(visit).await
    }

    /// Ends the session: its record is deleted and its cookie taken back (ASVS 5.0 V7.4.1).
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn end(&self) -> Result<(), SessionError> {
        if self.had_id || self.session.id().is_some() {
            self.cookie_to_set(None, Duration::ZERO);
        }
        match self.session.flush().await.map_err(|error| self.failed(error)) {
            // It has ended already.
            Err(SessionError::Overtaken) => Ok(()),
            ended => ended,
        }
    }

    /// The sessions in which this account is signed in: this one first, then the others by when they were last seen.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn signed_in(&self, account: AccountId) -> Result<Vec<SignedIn>, StoreError> {
        self.store.signed_in(account, self.session.id()).await
    }

    /// Ends another session of this account, by which this one must be signed in at that very moment. `false`: it has
    /// none of this name, or this session is no more.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn end_other(&self, account: AccountId, handle: SessionHandle) -> Result<bool, StoreError> {
        match self.session.id() {
            Some(this) => Ok(self.store.end_others(account, this, Some(handle)).await? > 0),
            None => Ok(false),
        }
    }

    /// Ends all other sessions of this account, as [`Self::end_other`] does one, and says how many there were.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn end_others(&self, account: AccountId) -> Result<u64, StoreError> {
        match self.session.id() {
            Some(this) => self.store.end_others(account, this, None).await,
            None => Ok(0),
        }
    }

    /// Keeps a message for its page, in place of one that was kept for the same place before.
    ///
    /// # Errors
    /// [`SessionError`] when another request was quicker or the store fails.
    pub async fn put_flash(&self, flash: &Flash) -> Result<(), SessionError> {
        let mut flashes: Vec<Flash> = self.read(FLASHES).await?;
        flashes.retain(|other| !other.is_in_place_of(flash.page));
        flashes.push(flash.clone());
        self.put(FLASHES, &flashes).await?;
        self.write().await
    }

    /// The message for this page, which stays.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn flash(&self, page: Page) -> Result<Option<Flash>, SessionError> {
        let flashes: Vec<Flash> = self.read(FLASHES).await?;
        Ok(flashes.into_iter().find(|flash| flash.page == page))
    }

    /// The message for this page, which is then gone.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn take_flash(&self, page: Page) -> Result<Option<Flash>, SessionError> {
        let flashes: Vec<Flash> = self.read(FLASHES).await?;
        let flash = flashes.iter().find(|flash| flash.page == page).cloned();
        self.keep_flashes(flashes, |other| other.page != page).await?;
        Ok(flash)
    }

    /// Drops what no page has shown of the place where this page is.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn drop_flash(&self, page: Page) -> Result<(), SessionError> {
        let flashes = self.read(FLASHES).await?;
        self.keep_flashes(flashes, |other| !other.is_in_place_of(page)).await
    }

    async fn keep_flashes(&self, flashes: Vec<Flash>, is_kept: impl Fn(&Flash) -> bool + Send) -> Result<(), SessionError> {
        let kept: Vec<_> = flashes.iter().filter(|flash| is_kept(flash)).cloned().collect();
        if kept.len() == flashes.len() {
            return Ok(());
        }
        self.put(FLASHES, &kept).await?;
        match self.write().await {
            // Another page has shown it too.
            Err(SessionError::Overtaken) => Ok(()),
            written => written,
        }
    }

    pub(super) fn set_cookies(&self, headers: &mut HeaderMap) {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner).set(self.cookies, headers);
    }

    /// A value of the session. One that cannot be read, being of another version's form, counts as none.
    async fn read<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, SessionError> {
        let value = self.session.get_value(key).await.map_err(|error| self.failed(error))?;
        Ok(value.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    async fn put(&self, key: &str, value: &(impl Serialize + Sync)) -> Result<(), SessionError> {
        self.session.insert(key, value).await.map_err(|error| self.failed(error))
    }

    /// Writes the session to the store, as the next version of what was read.
    async fn write(&self) -> Result<(), SessionError> {
        if self.overtaken.load(Ordering::Relaxed) {
            return Err(SessionError::Overtaken);
        }
        let visit: Visit = self.read(VISIT).await?;
        let idle = if visit.account.is_some() { SIGNED_IN } else { SIGNED_OUT };
        let ends_at = (self.store.now() + idle).millis().div_euclid(1000);
        let ends_at = OffsetDateTime::from_unix_timestamp(ends_at).map_err(|_| SessionError::Time)?;
        self.session.set_expiry(Some(Expiry::AtDateTime(ends_at)));
        let version: u64 = self.read(SqliteSessions::VERSION).await?;
        self.put(SqliteSessions::VERSION, &(version + 1)).await?;
        self.put(SqliteSessions::ACCOUNT, &visit.account).await?;
        let saved = self.session.save().await.map_err(|error| self.failed(error));
        self.overtaken.store(matches!(saved, Err(SessionError::Overtaken)), Ordering::Relaxed);
        saved?;
        self.cookie_to_set(self.session.id(), idle);
        Ok(())
    }

    fn cookie_to_set(&self, id: Option<Id>, lifetime: Duration) {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner).session = Some((id, lifetime));
    }

    fn failed(&self, error: tower_sessions::session::Error) -> SessionError {
        if self.store.was_overtaken() { SessionError::Overtaken } else { SessionError::Store(error) }
    }
}
