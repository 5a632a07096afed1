use super::{CookieName, Cookies, SessionError, VisitorSession};
use axum::http::HeaderMap;
use domain::{Page, Refusal};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The key of all flash messages in the record of a session.
const FLASHES: &str = "flashes";
/// The messages that the cookie can hold, with its value for each.
const IN_COOKIE: [(FlashMessage, &str); 2] = [(FlashMessage::SignedOut, "signed-out"), (FlashMessage::AccountDeleted, "deleted")];
/// The lifetime of the cookie: longer than any page takes to load.
const COOKIE_LIFETIME: Duration = Duration::from_secs(60);

/// A one-time message for the next page that a visitor loads: the result of a plain form. It is kept in the session or, if the form ended
/// the session, in a cookie. It is not in the URL, so that no link can put text on our page.
///
/// The serialized form is in the database: fields and variants may be added, but none renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The page that shows the message; other pages leave it stored.
    pub page: Page,
    /// The message.
    pub message: Option<FlashMessage>,
    /// The initial value of the page's field for an address; empty if there is none. Never a code.
    #[serde(default)]
    pub prefill: String,
}

/// The content of a [`Flash`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FlashMessage {
    /// The form was refused.
    Refused(Refusal),
    /// The session has ended.
    SignedOut,
    /// The account was deleted, and the session with it.
    AccountDeleted,
    /// Another browser of the account was signed out.
    BrowserSignedOut,
    /// All other browsers of the account were signed out.
    OthersSignedOut,
    /// The address of the account was changed.
    EmailChanged,
    /// The codes of a mail are void, and its mailbox is muted.
    CodesVoided,
}

impl Flash {
    /// Creates a flash with this message and no prefilled address.
    #[must_use]
    pub const fn new(page: Page, message: FlashMessage) -> Self {
        Self { page, message: Some(message), prefill: String::new() }
    }

    /// Whether a flash for this page replaces this one: the two pages of the sign-up count as one.
    pub(super) fn is_in_place_of(&self, page: Page) -> bool {
        let is_sign_up = |page| matches!(page, Page::SignUp | Page::Code);
        self.page == page || is_sign_up(self.page) && is_sign_up(page)
    }

    /// The refusal of the form, if the message is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<Refusal> {
        match self.message {
            Some(FlashMessage::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}

impl VisitorSession {
    /// Stores a flash message for its page, in place of an earlier one for the same page; the two pages of the sign-up count as one.
    ///
    /// # Errors
    /// [`SessionError`] when a concurrent request saved first or the store fails.
    pub async fn put_flash(&self, flash: &Flash) -> Result<(), SessionError> {
        let mut flashes: Vec<Flash> = self.record.read(FLASHES).await?;
        flashes.retain(|other| !other.is_in_place_of(flash.page));
        flashes.push(flash.clone());
        let draft = self.record.draft().await?;
        draft.put(FLASHES, &flashes).await?;
        self.write(&draft).await
    }

    /// Like [`Self::put_flash`], but ignores a conflict: a concurrent request came first, so its result is the one to show.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn put_flash_unless_conflict(&self, flash: &Flash) -> Result<(), SessionError> {
        match self.put_flash(flash).await {
            Err(SessionError::Conflict) => Ok(()),
            put => put,
        }
    }

    /// The flash message for this page. It stays stored.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn flash(&self, page: Page) -> Result<Option<Flash>, SessionError> {
        let flashes: Vec<Flash> = self.record.read(FLASHES).await?;
        Ok(flashes.into_iter().find(|flash| flash.page == page))
    }

    /// Returns and deletes the flash message for this page.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn take_flash(&self, page: Page) -> Result<Option<Flash>, SessionError> {
        let flashes: Vec<Flash> = self.record.read(FLASHES).await?;
        let flash = flashes.iter().find(|flash| flash.page == page).cloned();
        self.keep_flashes(flashes, |other| other.page != page).await?;
        Ok(flash)
    }

    /// Like [`Self::take_flash`], but leaves the message stored if `fetch()` requested the page: the script of an earlier version fetches a
    /// page first and then navigates to it.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn take_flash_unless_fetched(&self, page: Page, headers: &HeaderMap) -> Result<Option<Flash>, SessionError> {
        if headers.get("sec-fetch-dest").is_some_and(|destination| destination == "empty") {
            return self.flash(page).await;
        }
        match self.take_flash(page).await {
            // The message stays stored and is shown again, which is better than no page.
            Err(error) if error.is_unavailable() => self.flash(page).await,
            taken => taken,
        }
    }

    /// Drops an unread flash message for this page; the two pages of the sign-up count as one.
    ///
    /// # Errors
    /// [`SessionError::Store`] when the store fails.
    pub async fn drop_flash(&self, page: Page) -> Result<(), SessionError> {
        let flashes = self.record.read(FLASHES).await?;
        self.keep_flashes(flashes, |other| !other.is_in_place_of(page)).await
    }

    async fn keep_flashes(&self, flashes: Vec<Flash>, is_kept: impl Fn(&Flash) -> bool + Send) -> Result<(), SessionError> {
        let kept: Vec<_> = flashes.iter().filter(|flash| is_kept(flash)).cloned().collect();
        if kept.len() == flashes.len() {
            return Ok(());
        }
        let draft = self.record.draft().await?;
        draft.put(FLASHES, &kept).await?;
        match self.write(&draft).await {
            // A concurrent request has changed or ended the session, for instance because it has shown the message too.
            Err(SessionError::Conflict) => Ok(()),
            written => written,
        }
    }
}

/// The flash message about how a session ended, which the session cannot keep.
impl Cookies {
    /// Sets the cookie with this message, if it is about the end of a session.
    pub(crate) fn set_flash(self, flash: &Flash, headers: &mut HeaderMap) {
        if let Some((_, value)) = IN_COOKIE.into_iter().find(|(message, _)| Some(*message) == flash.message) {
            self.set(headers, CookieName::SessionEnd, value, COOKIE_LIFETIME);
        }
    }

    /// The message in the request's cookie.
    pub(crate) fn flash(self, headers: &HeaderMap) -> Option<FlashMessage> {
        let value = self.read(headers, CookieName::SessionEnd)?;
        IN_COOKIE.into_iter().find(|(_, known)| *known == value).map(|(message, _)| message)
    }

    /// Expires the cookie after its message was shown.
    pub(crate) fn remove_flash(self, headers: &mut HeaderMap) {
        self.set(headers, CookieName::SessionEnd, "", Duration::ZERO);
    }
}
