use super::Notice;
use crate::sign_up::{Timestamp, Visit};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower_sessions::cookie::time::Duration;
use tower_sessions::{Expiry, Session};

/// How long a signed-in session lives without a visit.
pub(super) const SIGNED_IN: Duration = Duration::days(30);
/// How long any other session lives without a visit.
const SIGNED_OUT: Duration = Duration::hours(1);
/// A signed-in session's life is prolonged once in this time, not at every visit.
const PROLONG_AFTER: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);

const VISIT: &str = "visit";
const NOTICE: &str = "notice";
const PROLONGED_AT: &str = "prolonged";

/// The session of one request. A session is made, and its cookie set, at the first write only.
#[derive(Clone, Debug)]
pub struct VisitSession(Session);

/// The session store failed. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
#[error("the session store failed")]
pub struct SessionError(#[from] tower_sessions::session::Error);

impl VisitSession {
    /// The session that [`super::session_layer`] put into the request.
    #[must_use]
    pub const fn new(session: Session) -> Self {
        Self(session)
    }

    /// What is known of the visitor, and prolongs a signed-in session that was not prolonged for a day.
    ///
    /// # Errors
    /// [`SessionError`] when the store fails.
    pub async fn visit(&self, now: Timestamp) -> Result<Visit, SessionError> {
        let visit: Visit = self.read(VISIT).await?;
        if visit.account.is_some() {
            let prolonged_at: Option<Timestamp> = self.read(PROLONGED_AT).await?;
            if prolonged_at.is_none_or(|at| at + PROLONG_AFTER <= now) {
                self.write(&visit, PROLONGED_AT, &now).await?;
            }
        }
        Ok(visit)
    }

    /// Keeps the visit and writes the session to the store at once: neither a failed answer nor a visitor who has
    /// left may lose it.
    ///
    /// # Errors
    /// [`SessionError`] when the store fails.
    pub async fn save(&self, visit: &Visit) -> Result<(), SessionError> {
        self.write(visit, VISIT, visit).await?;
        Ok(self.0.save().await?)
    }

    /// Like [`Self::save`], under a new session id; the old one is dead from then on (ASVS 5.0 V7.2.4).
    ///
    /// # Errors
    /// [`SessionError`] when the store fails.
    pub async fn save_renewed(&self, visit: &Visit) -> Result<(), SessionError> {
        self.0.cycle_id().await?;
        self.save(visit).await
    }

    /// Ends the session: its record is deleted and its cookie taken back (ASVS 5.0 V7.4.1).
    ///
    /// # Errors
    /// [`SessionError`] when the store fails.
    pub async fn end(&self) -> Result<(), SessionError> {
        Ok(self.0.flush().await?)
    }

    /// Keeps a notice for the next page.
    ///
    /// # Errors
    /// [`SessionError`] when the store fails.
    pub async fn put_notice(&self, notice: &Notice) -> Result<(), SessionError> {
        let visit: Visit = self.read(VISIT).await?;
        self.write(&visit, NOTICE, notice).await
    }

    /// The notice, which is then gone.
    ///
    /// # Errors
    /// [`SessionError`] when the store fails.
    pub async fn take_notice(&self) -> Result<Notice, SessionError> {
        if self.0.get_value(NOTICE).await?.is_none() {
            return Ok(Notice::default());
        }
        let visit: Visit = self.read(VISIT).await?;
        self.expire(&visit);
        Ok(self.0.remove(NOTICE).await?.unwrap_or_default())
    }

    async fn read<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, SessionError> {
        Ok(self.0.get(key).await?.unwrap_or_default())
    }

    async fn write(&self, visit: &Visit, key: &str, value: &(impl Serialize + Sync)) -> Result<(), SessionError> {
        self.expire(visit);
        Ok(self.0.insert(key, value).await?)
    }

    /// tower-sessions computes the expiry anew at every write and keeps no length of its own per session.
    fn expire(&self, visit: &Visit) {
        let idle = if visit.account.is_some() { SIGNED_IN } else { SIGNED_OUT };
        self.0.set_expiry(Some(Expiry::OnInactivity(idle)));
    }
}
